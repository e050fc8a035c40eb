import type { Entry } from './collected.ts'
import { paragraphOf } from './text.ts'
import type { Unit } from './unit.ts'

/** `1. ③ 2. ② 3. ①` and `1-③, 2-②` on one line. */
const pairs =
  /(?:^|[\s,/|])\(?(\d{1,3})\)? {0,2}(?:번|[.):-])* {0,2}([①-⑳]|[OX](?![A-Za-z])|[A-E](?![A-Za-z])|[1-5](?=$|[\s,/|)번]))/gu

/**
 * Whether a line of the units gives answers to several numbers: `1. O 2. X 3. O`.
 *
 * @param units any
 */
export function hasPairs(units: readonly Unit[]): boolean {
  return units.some(({ flat }) => [...flat.text.matchAll(pairs)].length > 1)
}

/**
 * Answers that stand on one line, each behind its number: `1. ③ 2. ②`.
 *
 * @param unit line of collected answers
 */
export function inlineEntries(unit: Unit): Entry[] {
  const matches = [...unit.flat.text.matchAll(pairs)]
  return matches.length < 2
    ? []
    : matches.map((match, at) => ({
        ordinal: Number(match[1]),
        units: [
          {
            ...unit,
            joint: 'start',
            paragraph: undefined,
            node: paragraphOf(
              [{ type: 'text', value: valueAt(unit, matches, at) }],
              unit.node,
            ),
          },
        ],
        label: '',
        line: unit.line,
        unit,
        part: '',
      }))
}

/** From one answer to the number of the next: `③ 쿠키` of `1. ③ 쿠키 2. ①`. */
function valueAt(
  { flat }: Unit,
  matches: readonly RegExpExecArray[],
  at: number,
): string {
  const match = matches[at]
  if (!match) return ''
  const from = match.index + match[0].length - (match[2]?.length ?? 0)
  return flat.text.slice(from, matches[at + 1]?.index).replace(/[\s,/|]+$/u, '')
}
