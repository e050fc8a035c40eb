import { skipSpace } from './label-end.ts'
import type { Marker } from './marker.ts'

/**
 * Finds `A.`, `A3.` or an arrow.
 *
 * @param start where a label may begin
 */
export function letterMarker(text: string, start: number): Marker | undefined {
  const rest = text.slice(start, start + 12)
  const letter = /^A ?\d{0,3} ?[.:)\]](?= |$|[\p{L}\p{N}'"“‘`(])/u.exec(rest)
  if (letter)
    return {
      role: 'answer',
      strength: 'primary',
      label: /^A ?\d*/.exec(rest)?.[0].replace(' ', '') ?? 'A',
      end: skipSpace(text, start + letter[0].length),
      form: 'letter',
    }
  const arrow = /^(?:→|⇒|➡|↳|└|->|=>)/u.exec(text.trimStart())
  if (!arrow) return undefined
  const at = text.indexOf(arrow[0]) + arrow[0].length
  return {
    role: 'answer',
    strength: 'weak',
    label: '',
    end: skipSpace(text, at + (text.charAt(at) === '\uFE0F' ? 1 : 0)),
    form: 'arrow',
  }
}

/**
 * Number of `A3.`
 *
 * @param marker any
 */
export function letterNumber(marker: Marker | undefined): number | undefined {
  const match = marker?.form === 'letter' ? /^A(\d+)$/.exec(marker.label) : null
  return match ? Number(match[1]) : undefined
}
