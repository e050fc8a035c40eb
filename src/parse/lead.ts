/** What stands before the text of a line: quote marks, list markers and indentation. */
export interface Lead {
  /** As written. */
  readonly text: string
  /** The same for a further line of the same blocks: list markers are spaces. */
  readonly next: string
  /** How many `>` there are. */
  readonly quotes: number
  /** Columns between the last `>` and the first list marker or the text. */
  readonly indent: number
  /** Columns, after the last `>`, at which the text of each list item that begins here starts. */
  readonly items: readonly number[]
  /** Whether a `>` stands directly before the text. */
  readonly endsInQuote: boolean
  /** The rest of the line. */
  readonly content: string
}

const listMarker = /(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$)/y
/** `2025. 9. 19.` or `25. 9. 19. (금)`: Markdown takes it for three nested lists. */
const date =
  /(?:(?:19|20)\d\d\.[ \t]*\d{1,2}\.|[1-3]\d\.[ \t]*(?:1[0-2]|0?[1-9])\.[ \t]*(?:3[01]|[12]\d|0?[1-9])(?!\d)(?:\.|$))/y

/** Whether a date that looks like nested lists stands at an index of a line. */
export function isDateAt(line: string, at: number): boolean {
  date.lastIndex = at
  return date.test(line)
}

/**
 * Splits a line into its lead and its text.
 *
 * @param line one line without its end
 * @param only `quotes` where list markers are text: inside code
 */
export function splitLead(line: string, only?: 'quotes'): Lead {
  let at = 0
  let next = ''
  let column = 0
  let indent: number | undefined
  let quotes = 0
  let endsInQuote = false
  let items: number[] = []
  for (;;) {
    const start = at
    while (line[at] === ' ' || line[at] === '\t') {
      column += line[at] === '\t' ? 4 - (column % 4) : 1
      at++
    }
    const space = line.slice(start, at)
    const item = items.at(-1)
    if (item !== undefined && !endsInQuote) items[items.length - 1] = column
    if (line[at] === '>') {
      at += line[at + 1] === ' ' ? 2 : 1
      next += space + '> '
      quotes++
      column = 0
      indent = undefined
      items = []
      endsInQuote = true
      continue
    }
    indent ??= column
    const marker = only ? '' : markerAt(line, at)
    next += space + ' '.repeat(marker.length)
    if (marker === '') break
    at += marker.length
    column += marker.length
    items.push(column + 1)
    endsInQuote = false
  }
  const content = line.slice(at)
  const text = line.slice(0, at)
  return { text, next, quotes, indent, items, endsInQuote, content }
}

function markerAt(line: string, at: number): string {
  if (isDateAt(line, at)) return ''
  listMarker.lastIndex = at
  return listMarker.exec(line)?.[0] ?? ''
}
