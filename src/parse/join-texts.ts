import type { RootContent } from 'mdast'

/** Joins neighbouring texts, as a Markdown parser never leaves two side by side. */
export function joinTexts(nodes: readonly RootContent[]): RootContent[] {
  const out: RootContent[] = []
  for (const node of nodes) {
    const last = out.at(-1)
    if (node.type !== 'text' || last?.type !== 'text') {
      out.push(node)
      continue
    }
    const start = last.position?.start
    const end = node.position?.end
    const position = start && end ? { position: { start, end } } : {}
    out[out.length - 1] = {
      ...last,
      value: last.value + node.value,
      ...position,
    }
  }
  return out
}
