import { choiceOf, withLeadingSigns, type ChoicePiece } from './choice-piece.ts'
import { markOf, type MarkedUnit } from './marked-unit.ts'
import type { Reading } from './reading.ts'
import { chainOf, type Unit, type Wrapper } from './unit.ts'

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

/** The last run of at least two marks that count up from one. */
function lastRun(marked: readonly MarkedUnit[]): MarkedUnit[] {
  let best: MarkedUnit[] = []
  let run: MarkedUnit[] = []
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
  run: readonly MarkedUnit[],
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
  run: readonly MarkedUnit[],
  units: readonly Unit[],
  { evidence }: Reading,
): boolean {
  return run.every(({ at }) => evidence[units[at]?.index ?? -1]?.asks === true)
}

function isChoosing(units: readonly Unit[], before: number): boolean {
  return units.slice(0, before).some(({ flat }) => choosing.test(flat.text))
}

/** The last option ends with its item or its paragraph; with its code, where the others have code too. */
function endOfLast(run: readonly MarkedUnit[], units: readonly Unit[]): number {
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
  marked: readonly MarkedUnit[],
  run: readonly MarkedUnit[],
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
