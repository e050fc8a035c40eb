import { hasPairs } from './inline-entries.ts'
import { letterNumber } from './letter-marker.ts'
import type { Reading } from './reading.ts'
import type { Section } from './sections.ts'
import type { BodyStart } from './shape.ts'
import { outermost } from './unit.ts'

/**
 * Where collected answers begin in a text: `**정답**` and then a list, or `A1. …`, below questions of which none has an answer of its own.
 *
 * @param reading units and their evidence
 * @param section whose own text is looked through
 * @param starts its questions
 */
export function collectedInBody(
  reading: Reading,
  section: Section,
  starts: readonly BodyStart[],
): number | undefined {
  const last = starts.at(-1)
  const first = starts[0]
  if (!last || !first || starts.length < 2) return undefined
  if (hasAnswer(reading, first.at + 1, last.at)) return undefined
  return (
    lettersBelow(reading, section, starts) ??
    labelBelow(reading, last.at + 1, section.bodyTo)
  )
}

/** A label above numbered answers. */
function labelBelow(
  reading: Reading,
  from: number,
  to: number,
): number | undefined {
  for (let at = from; at < to; at++) {
    const marker = reading.evidence[at]?.marker
    if (marker?.role !== 'answer' || marker.strength === 'weak') continue
    return hasNumbers(reading, at, to) || hasPairs(reading.units.slice(at, to))
      ? at
      : undefined
  }
  return undefined
}

/** `A1. …`, `A2. …` below `Q1`, `Q2`: as many, with the same numbers in the same order, and nothing before them answers. */
function lettersBelow(
  { evidence, units }: Reading,
  section: Section,
  starts: readonly BodyStart[],
): number | undefined {
  const from = (starts.at(-1)?.at ?? 0) + 1
  const [first, ...others] = units
    .slice(from, section.bodyTo)
    .filter(({ index }) => evidence[index]?.marker?.role === 'answer')
  const numbers = [first, ...others]
    .map((unit) => letterNumber(evidence[unit?.index ?? -1]?.marker))
    .filter((number, at) => at === 0 || number !== undefined)
  const isEach =
    numbers.length === starts.length &&
    starts.every(
      ({ at }, index) =>
        (evidence[at]?.start?.ordinal ?? 0) > 0 &&
        evidence[at]?.start?.ordinal === numbers[index],
    )
  return isEach ? first?.index : undefined
}

/** Whether at least two numbered things stand here. */
function hasNumbers(
  { units, evidence }: Reading,
  from: number,
  to: number,
): boolean {
  const items = new Set<object>()
  for (let at = from; at < to; at++) {
    const unit = units[at]
    if (!unit) continue
    if (evidence[at]?.start ?? unit.cell === 'number') items.add(unit)
    for (let wrapper = unit.wrapper; wrapper; wrapper = wrapper.parent)
      if (
        wrapper.node.type === 'listItem' &&
        wrapper.parent?.node.type === 'list' &&
        wrapper.parent.node.ordered
      )
        items.add(wrapper)
    if (items.size > 1) return true
  }
  return false
}

/**
 * Whether an answer begins between two units.
 *
 * @param reading units and their evidence
 * @param from index of the first unit
 * @param to index after the last unit
 */
export function hasAnswer(
  { units, evidence }: Reading,
  from: number,
  to: number,
): boolean {
  for (let at = from; at < to; at++) {
    const marker = evidence[at]?.marker
    if (marker?.role === 'answer' && marker.strength !== 'weak') return true
    const unit = units[at]
    const type = unit && outermost(unit)?.node.type
    if (
      type === 'blockquote' ||
      (type === 'container' && marker?.role !== 'hint')
    )
      return true
  }
  return false
}
