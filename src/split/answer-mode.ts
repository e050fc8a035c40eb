import type { AnswerForm } from './answer-start.ts'
import type { Shape } from './shape.ts'
import { endOfQuestion } from './question-end.ts'
import type { Reading } from './reading.ts'
import { isInside, type Unit } from './unit.ts'

interface Range {
  readonly from: number
  readonly to: number
  readonly shape: Shape
}

/**
 * What answers without a label look like in a topic: counted over its questions.
 *
 * @param reading units and their evidence
 * @param regions questions of the topic
 */
export function answerModeOf(
  reading: Reading,
  regions: readonly Range[],
): AnswerForm {
  if (regions.some(({ shape }) => shape === 'quote')) return 'body'

  let quotes = 0
  let bodies = 0
  for (const region of regions) {
    if (isLabelled(reading, region)) continue
    const at = endOfQuestion(reading, region)
    if (at === undefined) continue
    if (
      isQuoted(reading, region, at) ||
      asksOnToQuote(reading, region, at) ||
      showsBlockBeforeQuote(reading, region)
    )
      quotes++
    else bodies++
  }
  return quotes > 0 && quotes >= bodies ? 'quote' : 'body'
}

/**
 * Whether any question of a paper is answered by a quote without a label: then no quote is a question's own text.
 *
 * @param reading units and their evidence
 * @param regions questions of the paper
 */
export function quotesAnswer(
  reading: Reading,
  regions: readonly Range[],
): boolean {
  return regions.some(
    (region) => !isLabelled(reading, region) && hasQuote(reading, region),
  )
}

function isLabelled({ evidence }: Reading, { from, to }: Range): boolean {
  for (let at = from + 1; at < to; at++) {
    const marker = evidence[at]?.marker
    if (marker?.role === 'answer' && marker.strength !== 'weak') return true
  }
  return false
}

function hasQuote(reading: Reading, region: Range): boolean {
  for (let at = region.from + 1; at < region.to; at++)
    if (isQuoted(reading, region, at)) return true
  return false
}

/** A heading that asks, more of the question below it, and then only a quote: the quote answers. */
function asksOnToQuote(reading: Reading, region: Range, at: number): boolean {
  let last = region.to - 1
  while (reading.units[last]?.node.type === 'thematicBreak') last--
  return reading.evidence[at]?.asks === true && isQuoted(reading, region, last)
}

const pointing = /다음|아래|위의?|주어진|이 (?:코드|쿼리|표|그림)/u

/** A question about "다음 코드", then nothing but code, tables or pictures, and then a quote: the quote answers. */
function showsBlockBeforeQuote(reading: Reading, { from, to }: Range): boolean {
  const { units, evidence } = reading
  let at = from + 1
  while (at < to && (evidence[at]?.asks === true || isStimulus(units[at]))) at++
  return (
    at > from + 1 &&
    at < to &&
    isQuoted(reading, { from }, at) &&
    units.slice(from, at).some(({ flat }) => pointing.test(flat.text))
  )
}

function isStimulus(unit: Unit | undefined): boolean {
  if (!unit || unit.wrapper?.node.type === 'blockquote') return false
  const { node, flat } = unit
  return (
    node.type === 'code' ||
    node.type === 'table' ||
    (node.type === 'paragraph' && flat.text === '')
  )
}

/** Whether a unit stands in a quote that is not the question's own. */
function isQuoted(
  { units }: Reading,
  { from }: Pick<Range, 'from'>,
  at: number,
): boolean {
  const head = units[from]
  for (let wrapper = units[at]?.wrapper; wrapper; wrapper = wrapper.parent)
    if (
      wrapper.node.type === 'blockquote' &&
      !(head && isInside(head, wrapper))
    )
      return true
  return false
}
