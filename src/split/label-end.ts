import type { LabelStart } from './label-start.ts'
import type { MarkerPlace } from './marker.ts'

const closing = new Set(']】〕」』>》〉)}')

/** What a label stands in. */
export interface LabelContext extends LabelStart {
  /** Where the emphasis that begins the line ends; 0 when there is none. */
  readonly boldEnd: number
  readonly place: MarkerPlace
}

const number = /^ {0,2}(?:\d{1,3}|[①-⑳])(?= {0,2}(?:[:.\])】|]|번|$))번?/u
const aside = /^ {0,2}\([^()]{0,24}\)/
const unfolding = /^ {0,2}(?:보기|확인|펼치기|열기|접기|공개)/
const ends =
  /^ {0,3}(?:[:;|▶►☞]|$|>{1,2}(?![=>])|(?:->|=>|[-–—=→⇒])(?: |$|[①-⑳])|[①-⑳]|[OXㅇ○×](?![A-Za-z\p{L}])|(?:[1-9][0-9]?|[A-Ea-e])(?:번|[.),]| *$))/u
const value =
  /^[은는] {0,2}(?:[①-⑳]|[1-9][0-9]?(?:번|입|이|[.)]|$)|[A-EOX](?![A-Za-z])|["'“‘`])/

/** Index after the label and its punctuation, if what follows lets it be a label. */
export function endOfLabel(
  text: string,
  wordEnd: number,
  { bracket, boldEnd, place }: LabelContext,
): number | undefined {
  let end = wordEnd + lengthOf(number, text, wordEnd)
  const note = lengthOf(aside, text, end)
  if (note > 0 && isEnd(text, end + note, boldEnd)) end += note
  const closed = closeBrackets(text, end)
  if (bracket && closed > end) return skipPunctuation(text, closed)
  // `답) 사본`: a bracket that closes none is as good as a colon.
  if (
    closed > end &&
    (isEnd(text, closed, boldEnd) || text.charAt(closed) === ' ')
  )
    return skipPunctuation(text, closed)
  if (isEnd(text, end, boldEnd)) return skipPunctuation(text, end)
  if (value.test(text.slice(end, end + 12))) return end + 1
  return place === 'title' && lengthOf(unfolding, text, end) > 0
    ? text.length
    : undefined
}

function lengthOf(form: RegExp, text: string, from: number): number {
  return form.exec(text.slice(from, from + 30))?.[0].length ?? 0
}

function isEnd(text: string, at: number, boldEnd: number): boolean {
  const rest = text.slice(at, at + 16)
  if (ends.test(rest)) return true
  // A bold label needs no colon, unless a particle follows: `**답변**을 쓰시오` is a sentence.
  return boldEnd > 0 && at === boldEnd && !/^[\p{L}\p{N}]/u.test(rest)
}

function closeBrackets(text: string, from: number): number {
  let at = from
  while (
    closing.has(text.charAt(at)) ||
    (text.charAt(at) === ' ' && closing.has(text.charAt(at + 1)))
  )
    at++
  return at
}

function skipPunctuation(text: string, from: number): number {
  let at = closeBrackets(text, from)
  const mark = /^ {0,3}(?:->|=>|>{1,2}|[:;→⇒▶►☞=|]|[-–—](?= |$))/.exec(
    text.slice(at, at + 6),
  )
  if (mark) at += mark[0].length
  while (text.charAt(at) === '_' || text.charAt(at) === ':') at++
  return at
}

/** Skips blanks and line breaks. */
export function skipSpace(text: string, from: number): number {
  let at = from
  while (text.charAt(at) === ' ' || text.charAt(at) === '\n') at++
  return at
}

/** A label without the punctuation behind it. */
export function labelText(text: string): string {
  const plain = text.replace(/[\s:;|=→⇒▶►☞>\]】〕」』》〉_–—-]+$/u, '').trim()
  return plain.includes('(') ? plain : plain.replace(/\)$/u, '')
}
