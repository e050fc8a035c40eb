import type { ChoiceMark } from './choice-mark.ts'
import type { Reading } from './reading.ts'
import type { Unit, Wrapper } from './unit.ts'

/** A unit that an option may begin with. */
export interface MarkedUnit {
  /** Index among the units of the question. */
  readonly at: number
  readonly mark: ChoiceMark
  /** Marks of one run stand on the same level. */
  readonly level: Wrapper | undefined
}

/**
 * Finds the mark of an option in a unit.
 *
 * @param at index among the units of the question
 * @param base wrappers of the question itself
 * @returns one or none
 */
export function markOf(
  unit: Unit,
  at: number,
  { evidence }: Reading,
  base: ReadonlySet<Wrapper>,
): MarkedUnit[] {
  const item = ownItem(unit, base)
  if (at === 0 || (item && isLaterBlock(unit, item))) return []
  const written = evidence[unit.index]?.choice
  const mark =
    // Only the first line of an item has the number of the item.
    item && unit.joint === 'start'
      ? (checkMark(item, written) ?? written ?? itemMark(item))
      : written
  return mark ? [{ at, mark, level: item?.parent ?? unit.wrapper }] : []
}

/** `- [ ] A. …`: the boxes are the marks. */
function checkMark(
  { node, position }: Wrapper,
  written: ChoiceMark | undefined,
): ChoiceMark | undefined {
  if (node.type !== 'listItem' || typeof node.checked !== 'boolean')
    return undefined
  return {
    family: 'check',
    ordinal: position + 1,
    label: written?.label ?? String(position + 1),
    end: written?.end ?? 0,
  }
}

/** `1. …` as a list of its own. */
function itemMark({ parent, position }: Wrapper): ChoiceMark | undefined {
  const list = parent?.node
  if (list?.type !== 'list' || !list.ordered) return undefined
  const ordinal = (list.start ?? 1) + position
  return { family: 'digit', ordinal, label: String(ordinal), end: 0 }
}

function ownItem(unit: Unit, base: ReadonlySet<Wrapper>): Wrapper | undefined {
  const wrapper = unit.wrapper
  return wrapper?.node.type === 'listItem' && !base.has(wrapper)
    ? wrapper
    : undefined
}

/** Only the lines of an item's first paragraph have marks: `④ 삭제⏎⑤ 수정`. */
function isLaterBlock(unit: Unit, { node }: Wrapper): boolean {
  return node.children[0] !== (unit.paragraph ?? unit.node)
}
