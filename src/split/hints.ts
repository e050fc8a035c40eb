import { hintContainers } from './answer-start.ts'
import type { BodyPiece } from './body.ts'
import { labelledPiece } from './labelled-piece.ts'
import type { Marker } from './marker.ts'
import { unitAt, type Reading } from './reading.ts'
import { chainOf, isInside, type Unit, type Wrapper } from './unit.ts'

/**
 * Takes hints out of what stands before the answer: each ends with its quote, container, item or paragraph.
 *
 * @param base wrappers of the question
 */
export function takeHints(
  units: readonly Unit[],
  reading: Reading,
  base: ReadonlySet<Wrapper>,
): { hints: BodyPiece[]; rest: Unit[] } {
  const hints: BodyPiece[] = []
  const rest: Unit[] = []
  for (let at = 0; at < units.length; at++) {
    const unit = unitAt(units, at)
    const own = reading.evidence[unit.index]?.marker
    const marker = own?.role === 'hint' ? own : undefined
    if (at === 0 || !(marker ?? isInHint(unit, base))) {
      rest.push(unit)
      continue
    }
    const end = endOfHint(units, at, reading, base)
    hints.push(labelledPiece(units.slice(at, end), marker, base))
    at = end - 1
  }
  return { hints, rest }
}

/** `> [!hint]`, `:::tip` without a word that says so. */
function isInHint(unit: Unit, base: ReadonlySet<Wrapper>): boolean {
  return chainOf(unit).some(
    (wrapper) =>
      wrapper.node.type === 'container' &&
      !base.has(wrapper) &&
      hintContainers.has(wrapper.node.name),
  )
}

function endOfHint(
  units: readonly Unit[],
  at: number,
  { evidence }: Reading,
  base: ReadonlySet<Wrapper>,
): number {
  const hint = unitAt(units, at)
  const holder = chainOf(hint).find(
    (wrapper) => !base.has(wrapper) && wrapper.node.type !== 'list',
  )
  const free = units.findIndex(
    (unit, index) => index > at && isWord(evidence, unit),
  )
  const limit = free < 0 ? units.length : free
  let end = at + 1
  while (end < limit && isSameHolder(unitAt(units, end), hint, holder)) end++
  return end > at + 1 ? end : endOfBlock(units, at, limit, evidence)
}

/** A heading takes what is below it, a label on a line of its own takes one block. */
function endOfBlock(
  units: readonly Unit[],
  at: number,
  limit: number,
  evidence: Reading['evidence'],
): number {
  const hint = unitAt(units, at)
  let end = at + 1
  if (hint.node.type === 'heading')
    while (end < limit && units[end]?.node.type !== 'heading') end++
  else if (isLabelOnly(hint, evidence[hint.index]?.marker) && end < limit) {
    end++
    while (end < limit && sameBlock(unitAt(units, end - 1), units[end])) end++
  }
  return end
}

function isSameHolder(
  unit: Unit,
  hint: Unit,
  holder: Wrapper | undefined,
): boolean {
  return holder
    ? isInside(unit, holder)
    : unit.paragraph !== undefined && unit.paragraph === hint.paragraph
}

function isWord(
  evidence: Reading['evidence'],
  unit: Unit | undefined,
): boolean {
  return unit !== undefined && evidence[unit.index]?.marker?.form === 'word'
}

function sameBlock(unit: Unit, next: Unit | undefined): boolean {
  if (!next) return false
  const [own, other] = [chainOf(unit)[0], chainOf(next)[0]]
  return own !== undefined && own === other
}

function isLabelOnly(unit: Unit, marker: Marker | undefined): boolean {
  return marker !== undefined && marker.end >= unit.flat.text.length
}
