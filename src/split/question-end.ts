import type { Shape } from './shape.ts'
import { unitAt, type Reading } from './reading.ts'

interface Place {
  readonly from: number
  readonly to: number
  readonly shape: Shape
}

/**
 * The first unit of a question that is neither its first text nor one of its options.
 *
 * @param reading units and their evidence
 * @param place of the question
 */
export function endOfQuestion(
  reading: Reading,
  place: Place,
): number | undefined {
  const { units, evidence } = reading
  if (onlyAsksOn(place, units, evidence)) return undefined
  let { isEmpty, isComplete } = ownText(reading, place.from)
  let expected = 1
  for (const { index, node } of units.slice(place.from + 1, place.to)) {
    const { asks, choice } = evidence[index] ?? {
      asks: false,
      choice: undefined,
    }
    if (choice?.ordinal === expected) expected++
    else if (isEmpty || (asks && !isComplete)) {
      isComplete ||= asks
      isEmpty = false
    } else if (node.type !== 'thematicBreak') return index
  }
  return undefined
}

/** Whether the first line of a question has text at all, and whether it needs no more. */
function ownText({ units, evidence }: Reading, at: number) {
  const { node, flat } = unitAt(units, at)
  const own = evidence[at]
  const isEmpty = flat.text.length <= (own?.start?.end ?? 0)
  return {
    isEmpty,
    isComplete: own?.asks === true || (node.type !== 'heading' && !isEmpty),
  }
}

/** Follow-up questions below a question: list items, or lines of its own container, that all ask. */
function onlyAsksOn(
  { from, to, shape }: Place,
  units: Reading['units'],
  evidence: Reading['evidence'],
): boolean {
  return units
    .slice(from + 1, to)
    .every(
      (unit) =>
        unit.node.type === 'thematicBreak' ||
        (evidence[unit.index]?.asks === true &&
          (shape === 'title' || unit.wrapper?.node.type === 'listItem')),
    )
}
