/** A part of a text that can be parsed by itself. */
export interface Chunk {
  /** Whole lines, the last with its line end unless it ends the text. */
  readonly text: string
  /** How many lines and characters stand before it. */
  readonly line: number
  readonly offset: number
}

/** Characters that a chunk has at least, and before a heading: parsers have work that does not depend on length. */
const leastLength = 1500
const leastBeforeHeading = 200

/**
 * Divides Markdown where the block before has certainly ended, code between fences apart: at headings, and at lines
 * that stand behind a blank one and neither go on with a list nor begin one.
 *
 * Below a section of some length, the same lines between two headings are divided in the same way, whatever stands before
 * and after.
 */
export function chunksOf(text: string): Chunk[] {
  const lines = text.split('\n')
  const chunks: Chunk[] = []
  let first = 0
  let [offset, length] = [0, 0]
  const cut = (end: number): void => {
    chunks.push({
      text: `${lines.slice(first, end).join('\n')}${end < lines.length ? '\n' : ''}`,
      line: first,
      offset,
    })
    offset += length
    first = end
    length = 0
  }
  const start = frontMatterLength(lines)
  /** What stands before the blank lines above. */
  let before = lines[0] ?? ''
  for (const [index, line] of lines.entries()) {
    const isFresh = index > start && lines[index - 1]?.trim() === ''
    if (isFresh && canBegin(line, before) && isLong(length, line)) cut(index)
    if (line.trim() !== '') before = line
    length += line.length + 1
  }
  cut(lines.length)
  return chunks
}

/** What may be front matter stays whole, also where it is none. */
function frontMatterLength(lines: readonly string[]): number {
  const isFence = (line = ''): boolean => /^---[ \t]*$/.test(line)
  return isFence(lines[0])
    ? Math.max(
        0,
        lines.findIndex((line, index) => index > 0 && isFence(line)),
      )
    : 0
}

function isLong(length: number, line: string): boolean {
  return length >= (line.startsWith('#') ? leastBeforeHeading : leastLength)
}

/** Not `---`, which would be taken for front matter, and not an item of a list that may have begun before. */
function canBegin(line: string, before: string): boolean {
  if (line === '' || /^[\s-]/.test(line)) return false
  return !/^(?:[+*]|\d+[.)])/.test(line) || /^[>#]/.test(before)
}
