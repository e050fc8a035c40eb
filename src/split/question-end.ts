import type { Shape } from './shape.ts'
import { unitAt, type Reading } from './reading.ts'
import { isWrapped } from './option-text.ts'
import { outermost, type Unit } from './unit.ts'

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

/** Options, with the lines that they are wrapped to, and what a directive gives to the question. */
function optionsBelow(
  { units, evidence }: Reading,
  { from, to }: Place,
): ReadonlySet<number> {
  const below = units.slice(from + 1, to)
  const marked = below.filter(isNextOf(evidence))
  const options =
    marked.length === 0 && isChoice(unitAt(units, from).flat.text)
      ? firstList(below)
      : marked
  const found = new Set(
    [...settled(below), ...options].map(({ index }) => index),
  )
  for (const unit of below)
    if (found.has(unit.index - 1) && isWrapped(unit, units[unit.index - 1]))
      found.add(unit.index)
  return found
}

/** Whether a unit has the mark that comes next, counted from the first. */
function isNextOf(evidence: Reading['evidence']): (unit: Unit) => boolean {
  let count = 0
  return ({ index }) => {
    const isNext = evidence[index]?.choice?.ordinal === count + 1
    if (isNext) count++
    return isNext
  }
}

/** Lines of the first list that may hold options. */
function firstList(below: readonly Unit[]): Unit[] {
  const list = below.find(isListed)?.wrapper?.parent
  return below.filter((unit) => isListed(unit) && unit.wrapper?.parent === list)
}

/** `<!-- studydeck: question -->` before a list, a quote or a paragraph: all of it. */
function settled(below: readonly Unit[]): Unit[] {
  const first = below.filter(({ directive }) => directive === 'question')
  return below.filter((unit) =>
    first.some(
      (own) =>
        own === unit ||
        (own.paragraph !== undefined && own.paragraph === unit.paragraph) ||
        (own.wrapper !== undefined && outermost(own) === outermost(unit)),
    ),
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
