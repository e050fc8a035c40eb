import type { Evidence } from './evidence.ts'
import type { Reading } from './reading.ts'
import { isInside, outermost, type Unit, type Wrapper } from './unit.ts'

/** How a question begins. */
export type Shape =
  | 'heading'
  | 'label'
  | 'quoted-label'
  | 'title'
  | 'bold-number'
  | 'item'
  | 'quote'
  | 'row'
  | 'paragraph'
  | 'bullet'

/**
 * Whether a question that begins this way is one for sure: a list item or a plain paragraph may be part of an answer.
 *
 * @param shape how it begins
 */
export function isSureStart(shape: Shape): boolean {
  return (
    shape === 'heading' ||
    shape === 'label' ||
    shape === 'title' ||
    shape === 'row'
  )
}

/** A place at which a question begins. */
export interface BodyStart {
  readonly at: number
  readonly shape: Shape
}

/** How body text may write questions, best first; the first that is found is how this text does it. */
const finders: readonly ((
  reading: Reading,
  from: number,
  to: number,
) => BodyStart[])[] = [
  rowStarts,
  labelStarts,
  quotedLabelStarts,
  titleStarts,
  boldNumberStarts,
  itemStarts,
  quoteStarts,
  paragraphStarts,
]

/**
 * Finds the questions of a text that has no question headings.
 *
 * @param reading units and their evidence
 * @param from index of the first unit
 * @param to index after the last unit
 */
export function bodyStarts(
  reading: Reading,
  from: number,
  to: number,
): BodyStart[] {
  for (const find of finders) {
    const found = find(reading, from, to)
    if (found.length > 0) return withDirectives(reading, found, from, to)
  }
  return withDirectives(reading, [], from, to)
}

/** `<!-- studydeck: question -->` begins a question, unless the one before it still waits for its answer. */
function withDirectives(
  reading: Reading,
  found: readonly BodyStart[],
  from: number,
  to: number,
): BodyStart[] {
  const known = new Set(found.map(({ at }) => at))
  const forced = where(reading, from, to, 'label', (unit) => {
    if (unit.directive !== 'question' || known.has(unit.index)) return false
    let at = unit.index - 1
    while (at >= from && !known.has(at) && !opensAnswer(reading, at)) at--
    const isNew = at < from || opensAnswer(reading, at)
    if (isNew) known.add(unit.index)
    return isNew
  })
  return [...found, ...forced].sort((a, b) => a.at - b.at)
}

function opensAnswer({ units, evidence }: Reading, at: number): boolean {
  const marker = evidence[at]?.marker
  return (
    units[at]?.directive === 'answer' ||
    (marker?.role === 'answer' && marker.strength !== 'weak')
  )
}

function where(
  { units, evidence }: Reading,
  from: number,
  to: number,
  shape: Shape,
  test: (unit: Unit, evidence: Evidence) => boolean,
): BodyStart[] {
  const found: BodyStart[] = []
  for (let at = from; at < to; at++) {
    const unit = units[at]
    const own = evidence[at]
    if (unit && own && test(unit, own)) found.push({ at, shape })
  }
  return found
}

function rowStarts(reading: Reading, from: number, to: number): BodyStart[] {
  return where(reading, from, to, 'row', (unit) => unit.cell === 'question')
}

function labelStarts(reading: Reading, from: number, to: number): BodyStart[] {
  return where(
    reading,
    from,
    to,
    'label',
    (unit, { start }) =>
      start?.form === 'label' &&
      !unit.isTitle &&
      unit.node.type !== 'heading' &&
      isOpenGround(unit),
  )
}

/** Not in a quote and not in a container: in the text itself, or in a list of the text. */
function isOpenGround(unit: Unit): boolean {
  let wrapper = unit.wrapper
  while (wrapper) {
    if (wrapper.node.type === 'blockquote' || wrapper.node.type === 'container')
      return false
    wrapper = wrapper.parent
  }
  return true
}

/** `> Q. …` with its `> A. …` in the same quote. */
function quotedLabelStarts(
  { units, evidence }: Reading,
  from: number,
  to: number,
): BodyStart[] {
  const found: BodyStart[] = []
  let quote: Wrapper | undefined
  let mayStart = false
  for (let at = from; at < to; at++) {
    const unit = units[at]
    const outer = unit && outermost(unit)
    if (!unit || outer?.node.type !== 'blockquote') continue
    const { start, marker } = evidence[at] ?? {}
    if (outer !== quote) mayStart = !marker
    quote = outer
    if (mayStart && start?.form === 'label')
      found.push({ at, shape: 'quoted-label' })
  }
  return found
}

const questionNames = new Set(['question', 'quiz', 'faq', 'help', 'q'])

/** `<summary>질문</summary>`, `> [!question] 질문`, `:::quiz 질문`. */
function titleStarts(reading: Reading, from: number, to: number): BodyStart[] {
  return where(
    reading,
    from,
    to,
    'title',
    (unit, { start, marker, asks }) =>
      unit.isTitle &&
      unit.wrapper?.parent === undefined &&
      unit.wrapper?.node.type === 'container' &&
      !marker &&
      (asks ||
        start !== undefined ||
        questionNames.has(unit.wrapper.node.name)),
  )
}

function boldNumberStarts(
  reading: Reading,
  from: number,
  to: number,
): BodyStart[] {
  return where(
    reading,
    from,
    to,
    'bold-number',
    // `1.캐시란?` without a blank is no list item, but a question if it asks.
    (unit, { start, asks }) =>
      start?.form === 'number' &&
      unit.wrapper === undefined &&
      unit.node.type === 'paragraph' &&
      (unit.boldEnd > 0 || unit.flat.text.includes('\u20E3') || asks),
  )
}

/** Items of ordered lists, where at least one is answered or most of them ask. */
function itemStarts(reading: Reading, from: number, to: number): BodyStart[] {
  const { units, evidence } = reading
  const found: BodyStart[] = []
  const answerLists = listsAfterLabels(reading, from, to)
  let item: Wrapper | undefined
  for (let at = from; at < to; at++) {
    const unit = units[at]
    const own = unit && topItem(unit)
    if (!own || own === item) continue
    item = own
    if (own.parent && !answerLists.has(own.parent))
      found.push({ at, shape: 'item' })
  }
  const asking = found.filter(({ at }) => evidence[at]?.asks).length
  return asking * 2 >= found.length || isAnswered(reading, found, to)
    ? found
    : []
}

/** The item of a top-level ordered list that a unit stands in. */
function topItem(unit: Unit): Wrapper | undefined {
  let wrapper = unit.wrapper
  while (wrapper?.parent?.parent) wrapper = wrapper.parent
  return wrapper?.parent?.node.type === 'list' &&
    wrapper.parent.node.ordered === true
    ? wrapper
    : undefined
}

/** `> 답변` and then, outside of the quote, `1. …`: such a list is the answer. */
function listsAfterLabels(
  { units, evidence }: Reading,
  from: number,
  to: number,
): Set<Wrapper> {
  const lists = new Set<Wrapper>()
  for (let at = from + 1; at < to; at++) {
    const unit = units[at]
    const before = units[at - 1]
    const marker = evidence[at - 1]?.marker
    const list = unit && topItem(unit)?.parent
    if (!before || before.node.type === 'heading') continue
    if (!list || isInside(before, list)) continue
    if (marker?.role === 'answer' && marker.end >= before.flat.text.length)
      lists.add(list)
  }
  return lists
}

function isAnswered(
  { units, evidence }: Reading,
  starts: readonly BodyStart[],
  to: number,
): boolean {
  return starts.some(({ at }, index) => {
    const end = starts[index + 1]?.at ?? to
    for (let next = at + 1; next < end; next++) {
      if (evidence[next]?.marker?.role === 'answer') return true
      const unit = units[next]
      if (unit && outermost(unit)?.node.type === 'blockquote') return true
    }
    return false
  })
}

/** The inverse convention: a quote that asks, answered by the text after it. */
function quoteStarts(reading: Reading, from: number, to: number): BodyStart[] {
  const { units, evidence } = reading
  const found: BodyStart[] = []
  let quote: Wrapper | undefined
  for (let at = from; at < to; at++) {
    const unit = units[at]
    const outer = unit && outermost(unit)
    if (outer?.node.type !== 'blockquote' || outer === quote) continue
    quote = outer
    const own = evidence[at]
    if (own?.asks && !own.marker) found.push({ at, shape: 'quote' })
  }
  return found
}

/** Plain paragraphs that ask, each before a labelled answer or the next question. */
function paragraphStarts(
  reading: Reading,
  from: number,
  to: number,
): BodyStart[] {
  const { units, evidence } = reading
  const found: BodyStart[] = []
  const hasAnswers = evidence
    .slice(from, to)
    .some(({ marker }) => marker?.role === 'answer')
  let wrapper: Wrapper | undefined
  let isFree = true
  for (let at = from; at < to; at++) {
    const unit = units[at]
    if (!unit) continue
    const { marker, asks } = evidence[at] ?? {}
    const outer = outermost(unit)
    if (marker?.role === 'answer') {
      wrapper = outer
      isFree = outer !== undefined
    } else if (isFree && asks && isLoose(unit, outer) && outer !== wrapper) {
      found.push({ at, shape: outer ? 'bullet' : 'paragraph' })
      isFree = outer !== undefined || !hasAnswers
      wrapper = undefined
    }
  }
  return found
}

function isLoose(unit: Unit, outer: Wrapper | undefined): boolean {
  if (unit.node.type !== 'paragraph' || unit.joint !== 'start') return false
  return (
    outer === undefined ||
    (outer.node.type === 'list' && unit.wrapper?.parent === outer)
  )
}
