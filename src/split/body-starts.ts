import type { Evidence } from './evidence.ts'
import { itemStarts } from './item-starts.ts'
import { paragraphStarts, quoteStarts } from './loose-starts.ts'
import type { Reading } from './reading.ts'
import type { BodyStart, Shape } from './shape.ts'
import { outermost, type Unit, type Wrapper } from './unit.ts'

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
