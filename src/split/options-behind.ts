import type { Opening } from './answer-start.ts'
import { judges } from './option-tail.ts'
import type { Reading } from './reading.ts'
import type { Unit } from './unit.ts'

/** The number or the letter of an option, and nothing else. */
const value =
  /^\s*(?:(?<circled>[①-⑳])|(?<digit>\d{1,2}) ?번?|(?<letter>[A-Ha-h]))[\s)\]】>.]*$/u

/**
 * Options that stand behind the answer, since that stands on the line that asks: `옳은 것은? (정답: 3)` and then `① …`, `② …`.
 *
 * None where the answer is anything but one of them, where they say which is right, or where it is not plain where they end.
 *
 * @param units from the answer to the end of the question
 * @param reading for the evidence
 * @param opening of the answer
 */
export function optionsBehind(
  units: readonly Unit[],
  { evidence }: Reading,
  opening: Opening | undefined,
): readonly Unit[] {
  const [answer, ...below] = units
  if (answer?.joint !== 'inline' || !opening?.marker) return []
  const pick = ordinalIn(answer.flat.text.slice(opening.marker.end))
  const options = below.slice(0, lengthOfRun(below, evidence))
  const next = below[options.length]
  const isPicked = pick > 0 && pick <= options.length && options.length > 1
  return isPicked &&
    doesEndBefore(next, evidence) &&
    !options.some(({ flat }) => judges(flat.text))
    ? options
    : []
}

/** A wrapped line, or a mark out of order, may belong to the last option. */
function doesEndBefore(
  next: Unit | undefined,
  evidence: Reading['evidence'],
): boolean {
  return !next || (next.joint === 'start' && !evidence[next.index]?.choice)
}

/** How many units have marks that count up from the first. */
function lengthOfRun(
  units: readonly Unit[],
  evidence: Reading['evidence'],
): number {
  const marks = units.map(({ index }) => evidence[index]?.choice)
  const end = marks.findIndex(
    (mark, at) => mark?.ordinal !== at + 1 || mark.family !== marks[0]?.family,
  )
  return end < 0 ? units.length : end
}

function ordinalIn(text: string): number {
  const { circled, digit, letter } = value.exec(text)?.groups ?? {}
  if (circled !== undefined) return circled.charCodeAt(0) - 0x245f
  if (letter !== undefined) return letter.toLowerCase().charCodeAt(0) - 0x60
  return Number(digit ?? 0)
}
