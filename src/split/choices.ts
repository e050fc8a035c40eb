import type { ChoiceMark } from './choice-mark.ts'
import type { Reading } from './reading.ts'
import { flatten, paragraphOf, rawText, splitAt, trimInline } from './text.ts'
import { chainOf, type Unit, type Wrapper } from './unit.ts'

/** An option: its mark and its units. */
export interface ChoicePiece {
  readonly mark: ChoiceMark
  /** Without what says that it is the right one. */
  readonly units: readonly Unit[]
  /** Whether the author marked it as right: `B) … ← 정답!`, `- [x] …`. */
  readonly isRight: boolean
}

/** A question's text, told apart into text and options. */
export interface ChoiceSplit {
  /** What stands before the options. */
  readonly before: readonly Unit[]
  readonly choices: readonly ChoicePiece[]
  /** What stands after the last option. */
  readonly after: readonly Unit[]
  /** A mark that does not go on with the marks before it: `①`, `②`, `②`. */
  readonly repeated: Unit | undefined
}

interface Marked {
  readonly at: number
  readonly mark: ChoiceMark
  /** Marks of one run stand on the same level. */
  readonly level: Wrapper | undefined
}

const choosing =
  /다음 ?중|고르|것은|것을|옳은|옳지|알맞|올바른|맞는|틀린|아닌|해당|어느|무엇|적절|which|choose|select|\?/iu

/**
 * Finds the options of a question.
 *
 * A run of marks has to begin with the first one. The last run wins: in `ㄱ. … ㄴ. … ① ㄱ ② ㄴ` the circles are the options.
 *
 * @param units of the question, without its answers
 * @param reading for the evidence
 * @param base wrappers of the question itself
 */
export function splitChoices(
  units: readonly Unit[],
  reading: Reading,
  base: ReadonlySet<Wrapper>,
): ChoiceSplit {
  const marked = units.flatMap((unit, at) => markOf(unit, at, reading, base))
  const run = lastRun(marked)
  const first = run[0]
  if (
    !first ||
    areSubQuestions(run, units, reading) ||
    (isPlainNumbering(run, units) && !isChoosing(units, first.at))
  )
    return { before: units, choices: [], after: [], repeated: undefined }
  const end = endOfLast(run, units)
  return {
    before: units.slice(0, first.at),
    choices: withLeadingSigns(
      run.map(({ mark, at }, index) =>
        choiceOf(mark, units.slice(at, run[index + 1]?.at ?? end)),
      ),
    ),
    after: units.slice(end),
    repeated: repeatedMark(marked, run, units),
  }
}

const right =
  / *(?:(?:←|<-{1,2}|<=|⬅|◀|👈|✅|✔|-{1,2}>|→|\/\/|#)[\uFE0F ]*(?:정 ?답|답|맞음|correct|answer)|(?:←|<-{1,2}|⬅|◀|👈|✅|✔)[\uFE0F ]*|[([<] ?(?:정 ?답|correct|answer) ?[)\]>])[\s!.]{0,4}$/iu

function choiceOf(mark: ChoiceMark, units: readonly Unit[]): ChoicePiece {
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
function withLeadingSigns(choices: ChoicePiece[]): ChoicePiece[] {
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

function markOf(
  unit: Unit,
  at: number,
  { evidence }: Reading,
  base: ReadonlySet<Wrapper>,
): Marked[] {
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

/** The last run of at least two marks that count up from one. */
function lastRun(marked: readonly Marked[]): Marked[] {
  let best: Marked[] = []
  let run: Marked[] = []
  for (const next of marked) {
    const last = run.at(-1)
    if (
      last?.mark.family === next.mark.family &&
      next.mark.ordinal === last.mark.ordinal + 1
    )
      run.push(next)
    else if (next.mark.ordinal === 1) run = [next]
    else continue
    if (run.length > 1) best = run
  }
  return best
}

function isPlainNumbering(
  run: readonly Marked[],
  units: readonly Unit[],
): boolean {
  return run.every(
    ({ mark, at }) =>
      (mark.family === 'digit' && units[at]?.wrapper !== undefined) ||
      mark.family === 'jamo',
  )
}

/** `a. …?` and `b. …?` ask; options do not. */
function areSubQuestions(
  run: readonly Marked[],
  units: readonly Unit[],
  { evidence }: Reading,
): boolean {
  return run.every(({ at }) => evidence[units[at]?.index ?? -1]?.asks === true)
}

function isChoosing(units: readonly Unit[], before: number): boolean {
  return units.slice(0, before).some(({ flat }) => choosing.test(flat.text))
}

/** The last option ends with its item or its paragraph; with its code, where the others have code too. */
function endOfLast(run: readonly Marked[], units: readonly Unit[]): number {
  const last = run.at(-1)
  const before = run.at(-2)
  if (!last || !before) return 0
  const own = units[last.at]
  let end = last.at + 1
  while (end < units.length && belongs(units[end], own)) end++
  const hasCode = units
    .slice(before.at, last.at)
    .some(({ node }) => node.type === 'code')
  if (hasCode && end === last.at + 1 && units[end]?.node.type === 'code') end++
  return end
}

function belongs(unit: Unit | undefined, own: Unit | undefined): boolean {
  if (!unit || !own) return false
  if (own.paragraph !== undefined && unit.paragraph === own.paragraph)
    return true
  return (
    own.wrapper?.node.type === 'listItem' && chainOf(unit).includes(own.wrapper)
  )
}

function repeatedMark(
  marked: readonly Marked[],
  run: readonly Marked[],
  units: readonly Unit[],
): Unit | undefined {
  const last = run.at(-1)
  const after = marked.find(
    ({ at, mark }) =>
      last !== undefined &&
      at > last.at &&
      (mark.family === last.mark.family || mark.family === 'circle'),
  )
  return after && units[after.at]
}
