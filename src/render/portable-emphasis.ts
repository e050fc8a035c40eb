import type { Delete, Emphasis, PhrasingContent, Strong } from 'mdast'

const tags = { strong: 'strong', emphasis: 'em', delete: 'del' } as const

/**
 * Writes emphasis as HTML tags where `**` would not be read as such: `**용어(Term)**을` stays literal in CommonMark.
 *
 * @see https://github.com/commonmark/commonmark-spec/issues/650
 * @param node emphasis among its siblings
 * @param siblings phrasing that it stands in, itself included
 * @param index its place among them
 * @returns the node, or its content between tags
 */
export function portableEmphasis(
  node: Strong | Emphasis | Delete,
  siblings: readonly PhrasingContent[],
  index: number,
): PhrasingContent[] {
  const before = written(siblings[index - 1]).at(-1) ?? ' '
  const after = written(siblings[index + 1])[0] ?? ' '
  const first = written(node.children[0])[0] ?? ''
  const last = written(node.children.at(-1)).at(-1) ?? ''
  const closes = !isPunctuation(last) || !isWordly(after)
  const opens = !isPunctuation(first) || !isWordly(before)
  if (opens && closes) return [node]
  const tag = tags[node.type]
  return [
    { type: 'html', value: `<${tag}>` },
    ...node.children,
    { type: 'html', value: `</${tag}>` },
  ]
}

/** What stands beside `**` in the Markdown: code starts and ends with a backtick, and so on. */
function written(node: PhrasingContent | undefined): string {
  if (!node || node.type === 'break') return ''
  return node.type === 'text' ? node.value : '`'
}

function isPunctuation(character: string): boolean {
  return /[\p{P}\p{S}]/u.test(character)
}

function isWordly(character: string): boolean {
  return !/[\s\p{P}\p{S}]/u.test(character)
}
