import type { Nodes, Paragraph, PhrasingContent } from 'mdast'

/** Text in the form that markers are matched on, with the way back to the text it was made from. */
export interface FlatText {
  /** No `*`, no zero-width characters, half-width punctuation, plain spaces; trimmed at the end only. */
  readonly text: string
  /** Index in the raw text of every character of `text`, and of the end. */
  readonly raw: readonly number[]
}

const dropped = /[*\u00AD\u200B-\u200F\u2060\uFEFF]/
const blank = /[\u00A0\u3000\u2000-\u200A]/
const fullWidth = /[\uFF01-\uFF5E]/

/**
 * Turns raw text into the form that markers are matched on.
 *
 * @param raw text of a line, as `rawText` gives it
 */
export function flatten(raw: string): FlatText {
  const chars: string[] = []
  const map: number[] = []
  for (let at = 0; at < raw.length; at++) {
    const char = raw.charAt(at)
    if (dropped.test(char)) continue
    chars.push(plainCharacter(char))
    map.push(at)
  }
  while (chars.at(-1)?.trim() === '') {
    chars.pop()
    map.pop()
  }
  map.push((map.at(-1) ?? -1) + 1)
  return { text: chars.join(''), raw: map }
}

function plainCharacter(char: string): string {
  if (blank.test(char)) return ' '
  return fullWidth.test(char)
    ? String.fromCharCode(char.charCodeAt(0) - 0xfee0)
    : char
}

/**
 * Text of inline content, character by character as `splitAt` counts it. Images and footnote references have none.
 *
 * @param nodes inline nodes, or any other
 */
export function rawText(nodes: readonly Nodes[]): string {
  const parts: string[] = []
  const stack: Nodes[] = [...nodes].reverse()
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type === 'break') parts.push('\n')
    else if ('value' in node && node.type !== 'html') parts.push(node.value)
    else if ('children' in node)
      for (let at = node.children.length - 1; at >= 0; at--)
        stack.push(node.children[at] as Nodes)
  }
  return parts.join('')
}

/** Nodes whose children stand on lines of their own. */
const holdsBlocks = new Set([
  'root',
  'blockquote',
  'list',
  'listItem',
  'container',
  'table',
  'footnoteDefinition',
])

/**
 * Plain text of blocks, one line a block, table cells parted by ` | `.
 *
 * @param blocks content as the author wrote it
 */
export function plainText(blocks: readonly Nodes[]): string {
  return linesOf(blocks)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')
}

function linesOf(blocks: readonly Nodes[]): string[] {
  const lines: string[] = []
  const stack: Nodes[] = [...blocks].reverse()
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type === 'tableRow') {
      lines.push(node.children.map((cell) => rawText([cell])).join(' | '))
    } else if (holdsBlocks.has(node.type) && 'children' in node) {
      if (node.type === 'container') lines.push(rawText(node.title))
      for (let at = node.children.length - 1; at >= 0; at--)
        stack.push(node.children[at] as Nodes)
    } else lines.push(rawText([node]))
  }
  return lines
}

/**
 * Cuts inline content in two at an offset of its raw text. Emphasis that the cut goes through is closed and opened again.
 *
 * @param nodes inline content of one line
 * @param offset in `rawText(nodes)`
 * @returns what stands before and after the cut
 */
export function splitAt(
  nodes: readonly PhrasingContent[],
  offset: number,
): [PhrasingContent[], PhrasingContent[]] {
  const before: PhrasingContent[] = []
  const after: PhrasingContent[] = []
  let left = offset
  for (const node of nodes) {
    const length = rawText([node]).length
    if (left >= length && (left > 0 || length === 0)) before.push(node)
    else if (left <= 0) after.push(node)
    else {
      const [head, tail] = splitNode(node, left)
      before.push(...head)
      after.push(...tail)
    }
    left -= length
  }
  return [before, after]
}

function splitNode(
  node: PhrasingContent,
  offset: number,
): [PhrasingContent[], PhrasingContent[]] {
  if (node.type === 'text')
    return [
      [{ ...node, value: node.value.slice(0, offset) }],
      [{ ...node, value: node.value.slice(offset) }],
    ]
  if (!('children' in node)) return [[], [node]]
  const [head, tail] = splitAt(node.children, offset)
  return [withChildren(node, head), withChildren(node, tail)]
}

function withChildren(
  node: PhrasingContent,
  children: PhrasingContent[],
): PhrasingContent[] {
  return children.length === 0 || rawText(children) === ''
    ? children.filter((child) => child.type === 'image')
    : [{ ...node, children } as PhrasingContent]
}

/**
 * Inline content without blanks at its two ends.
 *
 * @param nodes inline content
 */
export function trimInline(
  nodes: readonly PhrasingContent[],
): PhrasingContent[] {
  const trimmed = [...nodes]
  while (trimmed.length > 0 && isBlank(trimmed[0])) trimmed.shift()
  while (trimmed.length > 0 && isBlank(trimmed.at(-1))) trimmed.pop()
  const first = trimmed[0]
  if (first?.type === 'text')
    trimmed[0] = { ...first, value: first.value.trimStart() }
  const last = trimmed.at(-1)
  if (last?.type === 'text')
    trimmed[trimmed.length - 1] = { ...last, value: last.value.trimEnd() }
  return trimmed
}

function isBlank(node: PhrasingContent | undefined): boolean {
  return (
    node?.type === 'break' ||
    (node?.type === 'text' && node.value.trim() === '')
  )
}

/**
 * A paragraph that stands where another one stood.
 *
 * @param children inline content
 * @param from node whose position is kept
 */
export function paragraphOf(
  children: readonly PhrasingContent[],
  from: Nodes,
): Paragraph {
  return {
    type: 'paragraph',
    children: [...children],
    ...(from.position ? { position: from.position } : {}),
  }
}
