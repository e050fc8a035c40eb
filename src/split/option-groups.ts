import type { ChoicePiece } from './choice-piece.ts'
import { splitChoices } from './choices.ts'
import type { Reading } from './reading.ts'
import type { RegionParts } from './region.ts'
import { isInside, type Unit, type Wrapper } from './unit.ts'

const choosing =
  /다음 ?중|고르|고른|골라|(?:것|곳|때|값|사람|용어|명령어?|방식|방법|기법|모델|프로토콜|함수|구조)(?:은|는|을|를)? ?\?|어느|which|choose|select/iu

/**
 * What a question gives to choose from: its options, statements above them (`ㄱ. … ㄴ. …`), and lists without marks.
 *
 * @param parts of the question
 * @param reading for the evidence
 */
export function optionGroups(
  { split, base }: RegionParts,
  reading: Reading,
): ChoicePiece[][] {
  const earlier = splitChoices(split.before, reading, base).choices
  const marked = [split.choices, earlier].filter(({ length }) => length > 0)
  if (split.choices.length > 0 || !isChoosing(split.before))
    return marked.map((group) => [...group])
  return [...marked.map((group) => [...group]), ...lists(split.before, base)]
}

/**
 * Whether a question asks to choose.
 *
 * @param units of the question
 */
export function isChoosing(units: readonly Unit[]): boolean {
  return units.some(({ flat }) => choosing.test(flat.text))
}

/** Items of the lists that stand in the question, two or more in each. */
function lists(
  units: readonly Unit[],
  base: ReadonlySet<Wrapper>,
): ChoicePiece[][] {
  const groups = new Map<Wrapper, Map<Wrapper, Unit[]>>()
  for (const unit of units.slice(1)) {
    const item = outerItem(unit, base)
    if (!item?.parent) continue
    const items = groups.get(item.parent) ?? new Map<Wrapper, Unit[]>()
    groups.set(item.parent, items)
    items.set(item, [...(items.get(item) ?? []), unit])
  }
  return [...groups.values()]
    .filter(({ size }) => size > 1)
    .map((items) =>
      [...items.values()].map((own, at): ChoicePiece => ({
        mark: { family: 'digit', ordinal: at + 1, label: '', end: 0 },
        units: own,
        isRight: false,
      })),
    )
}

/** The outermost list item that a unit stands in, apart from that of the question itself. */
function outerItem(
  unit: Unit,
  base: ReadonlySet<Wrapper>,
): Wrapper | undefined {
  let found: Wrapper | undefined
  for (let wrapper = unit.wrapper; wrapper; wrapper = wrapper.parent)
    if (wrapper.node.type === 'listItem' && !base.has(wrapper)) found = wrapper
  return found && isInside(unit, found) ? found : undefined
}
