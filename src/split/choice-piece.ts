import type { ChoiceMark } from './choice-mark.ts'
import { flatten, paragraphOf, rawText, splitAt, trimInline } from './text.ts'
import type { Unit } from './unit.ts'

/** An option: its mark and its units. */
export interface ChoicePiece {
  readonly mark: ChoiceMark
  /** Without what says that it is the right one. */
  readonly units: readonly Unit[]
  /** Whether the author marked it as right: `B) … ← 정답!`, `- [x] …`. */
  readonly isRight: boolean
}

const right =
  / *(?:(?:←|<-{1,2}|<=|⬅|◀|👈|✅|✔|-{1,2}>|→|\/\/|#)[\uFE0F ]*(?:정 ?답|답|맞음|correct|answer)|(?:←|<-{1,2}|⬅|◀|👈|✅|✔)[\uFE0F ]*|[([<] ?(?:정 ?답|correct|answer) ?[)\]>])[\s!.]{0,4}$/iu

/**
 * Makes an option of its units, and sees whether the author marked it as right.
 *
 * @param units the first of which begins with the mark
 */
export function choiceOf(
  mark: ChoiceMark,
  units: readonly Unit[],
): ChoicePiece {
  const kept = units.map((unit, at) =>
    withoutRight(unit, at === 0 ? mark.end : 0),
  )
  const item = units[0]?.wrapper?.node
  return {
    mark,
    units: kept,
    isRight:
      kept.some((unit, at) => unit !== units[at]) ||
      (mark.family === 'check' &&
        item?.type === 'listItem' &&
        item.checked === true),
  }
}

const leading = /^\s*[✅✔☑👉]\uFE0F?\s*/u

/** `✅ B. …` and `B. ✅ …` among options without such a sign. */
export function withLeadingSigns(choices: ChoicePiece[]): ChoicePiece[] {
  const signs = choices.map(signLength)
  if (
    signs.every((length) => (length === undefined) === (signs[0] === undefined))
  )
    return choices
  return choices.map((choice, at) => {
    const length = signs[at]
    const { mark } = choice
    return length === undefined
      ? choice
      : { ...choice, isRight: true, mark: { ...mark, end: mark.end + length } }
  })
}

/** Length of the sign behind the mark, 0 where it stands before it. */
function signLength({ mark, units }: ChoicePiece): number | undefined {
  const text = units[0]?.flat.text ?? ''
  return leading.test(text.slice(0, mark.end))
    ? 0
    : leading.exec(text.slice(mark.end))?.[0].length
}

/** `from` is where the option's text begins. */
function withoutRight(unit: Unit, from: number): Unit {
  const { node, flat } = unit
  const match = right.exec(flat.text)
  if (!match || match.index <= from || node.type !== 'paragraph') return unit
  const [kept] = splitAt(node.children, flat.raw[match.index] ?? 0)
  const children = trimInline(kept)
  return {
    ...unit,
    node: paragraphOf(children, node),
    flat: flatten(rawText(children)),
  }
}
