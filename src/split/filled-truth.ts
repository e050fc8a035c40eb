import type { List, Paragraph } from 'mdast'
import { weigh } from './evidence.ts'
import { isPredicate } from './option-tail.ts'
import type { Line } from './lines.ts'
import { flatten, rawText, splitAt, trimInline } from './text.ts'
import type { Unit } from './unit.ts'

/** `( X )` behind a statement. */
const filled = /\s*\( {0,3}(?<value>[OXㅇ○×]) {0,3}\)$/u

/** Nobody writes it with more blanks. */
const longest = 12

/** A line, or the answer that was taken out of one. */
interface Part extends Line {
  readonly cell?: 'answer'
}

/**
 * Numbered lists in which every statement has its `( O )` or `( X )`: each is a question with its answer.
 *
 * Only where nothing above is labelled as an answer, and no heading asks: below these, such a list may answer.
 */
export class FilledLists {
  readonly #paragraphs = new Set<Paragraph>()
  /** Units that were looked at. */
  #looked = 0
  #mayAnswer = false

  /**
   * Looks at a list before it is opened.
   *
   * @param list of the paper itself
   * @param units above it
   */
  note(list: List, units: readonly Unit[]): void {
    const found = filledParagraphs(list)
    if (found.length === 0) return
    this.#mayAnswer ||= units.slice(this.#looked).some(mayBeAnswered)
    this.#looked = units.length
    if (!this.#mayAnswer)
      for (const paragraph of found) this.#paragraphs.add(paragraph)
  }

  has(paragraph: Paragraph): boolean {
    return this.#paragraphs.has(paragraph)
  }

  /**
   * Lines of a paragraph; `… 빠르다. ( X )` becomes `… 빠르다. (O/X)` and its answer.
   *
   * @param paragraph any
   * @param lines of it
   */
  parted(paragraph: Paragraph, lines: readonly Line[]): readonly Part[] {
    const last = lines.at(-1)
    return last && this.has(paragraph)
      ? [...lines.slice(0, -1), ...partsOf(last)]
      : lines
  }
}

function filledParagraphs(list: List): Paragraph[] {
  if (list.ordered !== true || list.children.length < 2) return []
  const found = list.children.flatMap(({ children: [first] }) =>
    first?.type === 'paragraph' && isFilled(first) ? [first] : [],
  )
  return found.length === list.children.length ? found : []
}

function isFilled(paragraph: Paragraph): boolean {
  const { text } = flatten(rawText(paragraph.children))
  const mark = filled.exec(text.slice(-longest))
  return mark !== null && isPredicate(text.slice(0, -mark[0].length))
}

function mayBeAnswered(unit: Unit): boolean {
  const { marker, asks } = weigh(unit)
  return (
    (marker?.role === 'answer' && marker.form === 'word') ||
    (asks && unit.node.type === 'heading')
  )
}

function partsOf(line: Line): Part[] {
  const flat = flatten(rawText(line.children))
  const mark = filled.exec(flat.text.slice(-longest))
  const end = flat.text.length - (mark?.[0].length ?? 0)
  const [statement] = splitAt(line.children, flat.raw[end] ?? 0)
  return [
    {
      ...line,
      children: [...trimInline(statement), { type: 'text', value: ' (O/X)' }],
    },
    {
      ...line,
      children: [{ type: 'text', value: mark?.groups?.['value'] ?? '' }],
      joint: 'inline',
      cell: 'answer',
    },
  ]
}
