import type { PhrasingContent } from 'mdast'

/** What an image or a formula counts as. */
const object = '\uFFFC'

/** Text of phrasing as `Box.ink` has it: without white space and markup, so that both can be compared. */
export function inkOf(nodes: readonly PhrasingContent[]): string {
  return nodes.map((node) => rawOf(node).replace(/\s/g, '')).join('')
}

/** Text of phrasing with its white space; a line break is `\n`. */
export function rawText(nodes: readonly PhrasingContent[]): string {
  return nodes.map(rawOf).join('')
}

function rawOf(node: PhrasingContent): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return node.value
    case 'inlineMath':
    case 'image':
      return object
    case 'html':
      return node.value.startsWith('<img') ? object : ''
    case 'break':
      return '\n'
    default:
      return 'children' in node ? rawText(node.children) : ''
  }
}

/**
 * Cuts phrasing out, keeping the emphasis, links and spans that it stands in.
 *
 * @param start first character of `inkOf` to keep
 * @param end character before which to stop
 */
export function cutPhrasing(
  nodes: readonly PhrasingContent[],
  start: number,
  end: number,
): PhrasingContent[] {
  let at = 0
  const cut = (siblings: readonly PhrasingContent[]): PhrasingContent[] =>
    siblings.flatMap((node): PhrasingContent[] => {
      if (node.type === 'text') {
        const from = at
        at += node.value.replace(/\s/g, '').length
        const value = cutText(node.value, start - from, end - from)
        return value === '' ? [] : [{ ...node, value }]
      }
      if ('children' in node) {
        const children = cut(node.children)
        return children.length === 0 ? [] : [{ ...node, children }]
      }
      const from = at
      at += rawOf(node).replace(/\s/g, '').length
      return from >= start &&
        (from < end || (at === from && from <= end && isClosing(node)))
        ? [node]
        : []
    })
  return trimmed(balanced(cut(nodes)))
}

/** Every raw tag that was cut from its partner loses it or gets a new one. */
function balanced(nodes: PhrasingContent[]): PhrasingContent[] {
  const open: string[] = []
  const kept = nodes.filter((node) => {
    const [, slash, name] = tagOf(node) ?? []
    if (name === undefined) return true
    if (slash === '') open.push(name)
    return slash === '' || open.pop() !== undefined
  })
  return [
    ...kept,
    ...open
      .reverse()
      .map((name) => ({ type: 'html', value: `</${name}>` }) as const),
  ]
}

/** Name of a raw tag that has a partner. */
function tagOf(node: PhrasingContent): RegExpExecArray | null {
  return node.type === 'html' && !/^<(?:img|br|hr)\b/.test(node.value)
    ? /^<(\/?)([a-z]+)/.exec(node.value)
    : null
}

/** `</span>` belongs to what it closes. */
function isClosing(node: PhrasingContent): boolean {
  return node.type === 'html' && node.value.startsWith('</')
}

/** Keeps the ink from `start` to `end`, with the white space between. */
function cutText(value: string, start: number, end: number): string {
  let ink = 0
  return [...value.matchAll(/\s+|\S/gu)]
    .filter(([part]) => {
      if (/\s/.test(part)) return ink > start && ink < end
      const keep = ink >= start && ink < end
      ink += part.length
      return keep
    })
    .map(([part]) => part)
    .join('')
}

/** Without white space and line breaks at either end, which would be printed or make a stray line. */
function trimmed(nodes: PhrasingContent[]): PhrasingContent[] {
  const copy = [...nodes]
  while (copy[0]?.type === 'break') copy.shift()
  while (copy.at(-1)?.type === 'break') copy.pop()
  const first = copy[0]
  if (first?.type === 'text')
    copy[0] = { ...first, value: first.value.trimStart() }
  const last = copy.at(-1)
  if (last?.type === 'text')
    copy[copy.length - 1] = { ...last, value: last.value.trimEnd() }
  return copy
}
