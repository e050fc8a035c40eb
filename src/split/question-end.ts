import type { Shape } from './shape.ts'
import { unitAt, type Reading } from './reading.ts'
import type { Unit } from './unit.ts'

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
  const options = optionsBelow(reading, place)
  for (const { index, node } of units.slice(place.from + 1, place.to)) {
    if (options.has(index)) continue
    const asks = evidence[index]?.asks === true
    if (isEmpty || (asks && !isComplete)) {
      isComplete ||= asks
      isEmpty = false
    } else if (node.type !== 'thematicBreak') return index
  }
  return undefined
}

/** Options that count up from the first; else, where there is something to choose, the items of a list. */
function optionsBelow(
  { units, evidence }: Reading,
  { from, to }: Place,
): ReadonlySet<number> {
  const below = units.slice(from + 1, to)
  const marked = new Set<number>()
  for (const { index } of below)
    if (evidence[index]?.choice?.ordinal === marked.size + 1) marked.add(index)
  if (marked.size > 0 || !isChoice(unitAt(units, from).flat.text)) return marked
  const list = below.find(isListed)?.wrapper?.parent
  return new Set(
    below
      .filter((unit) => isListed(unit) && unit.wrapper?.parent === list)
      .map(({ index }) => index),
  )
}

/** `다음 중 옳은 것은?`: a list below it has to hold what to choose from. */
function isChoice(text: string): boolean {
  return (
    /다음 ?중|보기에서|고르|(?:옳은|옳지 않은|틀린|아닌|알맞은|맞는|적절한|올바른) 것은/u.test(
      text,
    ) && !/쓰시오|쓰세요|적으|설명|서술|이유|비교|나열|구현/u.test(text)
  )
}

/** In a numbered list, or beside a box to tick. */
function isListed({ wrapper }: Unit): boolean {
  const list = wrapper?.parent?.node
  return (
    wrapper?.node.type === 'listItem' &&
    list?.type === 'list' &&
    list.children.length > 1 &&
    (list.ordered === true || typeof wrapper.node.checked === 'boolean')
  )
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
