import stringWidth from 'string-width'
import type { VFileMessage } from 'vfile-message'

/** Lines of a source with the place of a problem marked, to be printed below one another. */
export interface SourceExcerpt {
  /** Columns that the numbers of lines take. */
  readonly gutter: number
  readonly lines: readonly ExcerptLine[]
}

/** One line of an excerpt. */
export interface ExcerptLine {
  /** Number of the line, or blanks, with a bar. */
  readonly gutter: string
  readonly text: string
  readonly isCaret: boolean
}

/**
 * Cuts the line of a problem out of its source, with carets below.
 *
 * Carets stand by columns of the terminal: a Hangul syllable takes two, a combining mark none. A place of several lines
 * is marked to the end of its first. A line that is too long is cut around the place.
 *
 * @param message with a place; without one the excerpt is empty
 * @param source whole text of the file
 * @param columns of the terminal
 */
export function sourceExcerpt(
  message: VFileMessage,
  source: string,
  columns: number,
): SourceExcerpt {
  const { place } = message
  if (!place || source === '') return { gutter: 4, lines: [] }
  const [start, end] =
    'start' in place ? [place.start, place.end] : [place, place]
  const raw = source.split(/\r\n|\n|\r/)[start.line - 1] ?? ''
  const from = Math.min(start.column - 1, raw.length)
  const to = end.line > start.line ? raw.trimEnd().length : end.column - 1
  const number = String(start.line)
  const gutter = 3 + number.length
  const marked = mark(
    {
      before: shown(raw.slice(0, from)),
      marked: shown(raw.slice(from, Math.max(from, to))),
      after: shown(raw.slice(Math.max(from, to))).trimEnd(),
    },
    columns - gutter - 2,
  )
  const bar = `${' '.repeat(gutter)}|`
  return {
    gutter,
    lines: [
      { gutter: bar, text: '', isCaret: false },
      { gutter: `  ${number} |`, text: marked.text, isCaret: false },
      { gutter: bar, text: marked.carets, isCaret: true },
    ],
  }
}

interface MarkedLine {
  readonly before: string
  readonly marked: string
  readonly after: string
}

function mark(
  line: MarkedLine,
  room: number,
): { text: string; carets: string } {
  const { before, marked, after } = fit(line, Math.max(room, 20))
  const carets = '^'.repeat(Math.max(1, stringWidth(marked)))
  return {
    text: before + marked + after,
    carets: ' '.repeat(stringWidth(before)) + carets,
  }
}

/** Cuts a line that is too long: a third of the room for what comes before, the rest for the place and what follows. */
function fit({ before, marked, after }: MarkedLine, room: number): MarkedLine {
  if (stringWidth(before + marked + after) <= room)
    return { before, marked, after }
  const start =
    stringWidth(before) > room / 3
      ? `…${reverse(cut(reverse(before), room / 3 - 1))}`
      : before
  const left = room - stringWidth(start) - 1
  const middle = cut(marked, left)
  if (middle !== marked) return { before: start, marked: middle, after: '…' }
  const rest = cut(after, left - stringWidth(middle))
  return {
    before: start,
    marked,
    after: rest === after ? after : `${rest}…`,
  }
}

const segmenter = new Intl.Segmenter()

/** As many whole characters as fit. */
function cut(text: string, room: number): string {
  let width = 0
  let kept = ''
  for (const { segment } of segmenter.segment(text)) {
    width += stringWidth(segment)
    if (width > room) break
    kept += segment
  }
  return kept
}

function reverse(text: string): string {
  return [...segmenter.segment(text)]
    .map(({ segment }) => segment)
    .reverse()
    .join('')
}

/** As a terminal shows it: tabs as two blanks, and no character that would move the cursor. */
function shown(text: string): string {
  return text.replaceAll('\t', '  ').replaceAll(
    // eslint-disable-next-line no-control-regex -- controls are what is looked for
    /[\u0000-\u001f\u007f-\u009f\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g,
    '\ufffd',
  )
}
