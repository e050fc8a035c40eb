import { asks } from './question-start.ts'
import type { Reading } from './reading.ts'
import type { BodyStart } from './shape.ts'
import {
  isInside,
  outermost,
  wrapperOf,
  type Unit,
  type Wrapper,
} from './unit.ts'

/**
 * Items of ordered lists, where at least one is answered or most of them ask.
 *
 * @param reading units and their evidence
 * @param from index of the first unit
 * @param to index after the last unit
 */
export function itemStarts(
  reading: Reading,
  from: number,
  to: number,
): BodyStart[] {
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
  return asking * 2 >= found.length ||
    isAnswered(reading, found, to) ||
    areNamed(reading, found)
    ? found
    : []
}

/** `1. TCP와 UDP의 차이`, with a quote in the item: each asks as headings do. */
function areNamed({ units }: Reading, starts: readonly BodyStart[]): boolean {
  return starts.every(({ at }) => {
    const unit = units[at]
    const next = units[at + 1]
    const item = unit && topItem(unit)
    return (
      item !== undefined &&
      next !== undefined &&
      isInside(next, item) &&
      wrapperOf(next, 'blockquote') !== undefined &&
      asks(unit?.flat.text ?? '', true)
    )
  })
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
