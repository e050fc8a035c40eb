import type { Nodes, Root, RootContent } from 'mdast'
import { chunksOf, type Chunk } from './chunks.ts'
import { parseMarkdown } from './processor.ts'
import type { Memo } from '../model/memo.ts'

/** A definition, which says what a reference anywhere in the text is. */
const definition =
  /^[ \t>]*(?:(?:[-+*]|\d+[.)])[ \t>]+)*\[(?:[^\]\\]|\\[^]){1,999}\]:/m

/**
 * Parses scanned text in chunks, to the same tree as `parseMarkdown`, whose time grows faster than the text.
 *
 * Only code that is never closed, and ends with the list that it is in, may end a blank line further down.
 *
 * A text with definitions is parsed as a whole, since a chunk would not know what another one defines.
 *
 * @param memo knows the chunks of a paper that is parsed again and again
 */
export function parseInChunks(text: string, memo?: Memo): Root {
  if (definition.test(text)) return parseMarkdown(text)
  const chunks = chunksOf(text)
  const children: RootContent[] = []
  for (let at = 0; at < chunks.length;) {
    const { tree, count } = parsePiece(chunks, at, memo)
    const { line = 0, offset = 0 } = chunks[at] ?? {}
    for (const child of tree.children) move(child, line, offset)
    children.push(...tree.children)
    at += count
  }
  const lines = text.split('\n')
  return {
    type: 'root',
    children,
    position: {
      start: { line: 1, column: 1, offset: 0 },
      end: {
        line: lines.length,
        column: (lines.at(-1)?.length ?? 0) + 1,
        offset: text.length,
      },
    },
  }
}

/** Takes as many chunks as it needs for the code in them to end; more and more, so that time stays linear. */
function parsePiece(
  chunks: readonly Chunk[],
  at: number,
  memo: Memo | undefined,
): { tree: Root; count: number } {
  for (let count = 1; ; count *= 2) {
    const text = chunks
      .slice(at, at + count)
      .map((chunk) => chunk.text)
      .join('')
    const tree = memo
      ? copyOf(memo.get(`markdown ${text}`, () => parseMarkdown(text)))
      : parseMarkdown(text)
    if (at + count >= chunks.length || !endsInFence(tree, text))
      return { tree, count }
  }
}

/** Whether a block of code or math still goes on where the text ends. */
function endsInFence({ children }: Root, text: string): boolean {
  const last = children.at(-1)
  if (last?.type !== 'code' && last?.type !== 'math') return false
  const [opener = '', ...others] = text
    .slice(last.position?.start.offset)
    .trimEnd()
    .split('\n')
  const [fence] = /^(?:`{3,}|~{3,}|\${2,})/.exec(opener.trimStart()) ?? []
  const closer = others.at(-1)?.trim() ?? ''
  return (
    fence !== undefined &&
    !(
      closer.startsWith(fence) &&
      closer === fence.charAt(0).repeat(closer.length)
    )
  )
}

/** Counts the positions of a chunk in the text that it is from. */
function move(node: Nodes, lines: number, characters: number): void {
  for (const point of [node.position?.start, node.position?.end]) {
    if (!point) continue
    point.line += lines
    point.offset = (point.offset ?? 0) + characters
  }
  if ('children' in node)
    for (const child of node.children) move(child, lines, characters)
}

/** A copy of plain data, several times as fast as `structuredClone`. */
function copyOf<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(copyOf) as Value
  if (typeof value !== 'object' || value === null) return value
  const copy: Record<string, unknown> = {}
  for (const [key, part] of Object.entries(value)) copy[key] = copyOf(part)
  return copy as Value
}
