import type { Reading } from './reading.ts'
import type { BodyStart } from './shape.ts'
import { outermost, type Unit, type Wrapper } from './unit.ts'

/**
 * The inverse convention: a quote that asks, answered by the text after it.
 *
 * @param reading units and their evidence
 * @param from index of the first unit
 * @param to index after the last unit
 */
export function quoteStarts(
  reading: Reading,
  from: number,
  to: number,
): BodyStart[] {
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

/**
 * Plain paragraphs that ask, each before a labelled answer or the next question.
 *
 * @param reading units and their evidence
 * @param from index of the first unit
 * @param to index after the last unit
 */
export function paragraphStarts(
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
    } else if (
      isFree &&
      asks &&
      isLoose(unit, outer) &&
      !isIn(wrapper, outer)
    ) {
      found.push({ at, shape: outer ? 'bullet' : 'paragraph' })
      isFree = outer !== undefined || !hasAnswers
      wrapper = undefined
    }
  }
  return found
}

function isIn(wrapper: Wrapper | undefined, outer: Wrapper | undefined) {
  return wrapper !== undefined && wrapper === outer
}

function isLoose(unit: Unit, outer: Wrapper | undefined): boolean {
  if (unit.node.type !== 'paragraph' || unit.joint !== 'start') return false
  return (
    outer === undefined ||
    (outer.node.type === 'list' && unit.wrapper?.parent === outer)
  )
}
