import { labelEndings, labelWords, longestLabel } from './labels.ts'
import type { LabelKind } from './labels.ts'
import type { FlatText } from './text.ts'

/** A label that stands where a marker can stand. */
export interface Marker extends LabelKind {
  /** As written: `답변`, `정답 및 해설`; empty for `→` and the like. */
  readonly label: string
  /** Where the text after the label begins, in the flattened text. */
  readonly end: number
  /** `A.` and `→` prove nothing by themselves: only right after a question. */
  readonly form: 'word' | 'letter' | 'arrow'
}

/** Where the text stands: titles (headings, summaries, callouts) are short and need no colon. */
export type MarkerPlace = 'line' | 'title'

const opening = new Set('[【〔「『<《〈({')
const closing = new Set(']】〕」』>》〉)}')
const decoration =
  /[\s_~#"'“”‘’•·●○◦■□◆◇▶▷►▪☞※★☆|]|\p{Extended_Pictographic}|\uFE0F/u

/**
 * Finds the label that a line begins with.
 *
 * Matches on flattened text: `**정답:**④`, `[ 답 변 ]`, `정답：3`, `✅ 정답`, `정답은 ③`, `2번 정답: ④`. A word without an end of label
 * after it is no marker: "정답이 하나가 아닌 이유는?" stays a question.
 *
 * @param flat text of a line or of a title
 * @param boldEnd index in the flattened text at which the emphasis that begins the line ends, 0 when there is none
 * @param place titles are more liberal than lines
 */
export function markerAt(
  flat: FlatText,
  boldEnd: number,
  place: MarkerPlace,
): Marker | undefined {
  const { text } = flat
  const start = skipDecoration(text)
  return (
    wordMarker(text, start, boldEnd, place) ??
    letterMarker(text, start.at) ??
    endingMarker(text, place) ??
    (place === 'title' ? phraseMarker(text) : undefined)
  )
}

/** Where a label may begin, and whether a bracket was opened before it. */
interface Start {
  readonly at: number
  readonly bracket: boolean
}

function skipDecoration(text: string): Start {
  let at = 0
  let bracket = false
  for (const char of text) {
    if (opening.has(char)) bracket = true
    else if (!decoration.test(char)) break
    at += char.length
  }
  return { at, bracket }
}

function wordMarker(
  text: string,
  start: Start,
  boldEnd: number,
  place: MarkerPlace,
): Marker | undefined {
  const found = longestWord(text, start.at)
  if (!found) return undefined
  for (const [kind, wordEnd] of found) {
    const end = endOfLabel(text, wordEnd, { ...start, boldEnd, place })
    if (end !== undefined)
      return {
        ...kind,
        label: labelText(text.slice(start.at, end)),
        end: skipSpace(text, end),
        form: 'word',
      }
  }
  return undefined
}

/** Label words that begin here, longest first, each with the index after it. */
function longestWord(
  text: string,
  from: number,
): [LabelKind, number][] | undefined {
  let condensed = ''
  const found: [LabelKind, number][] = []
  for (let at = from; at < text.length; at++) {
    const char = text.charAt(at)
    if (char === ' ') continue
    condensed += char.toLowerCase()
    if (condensed.length > longestLabel) break
    const kind = labelWords.get(condensed)
    if (kind) found.unshift([kind, at + 1])
  }
  return found.length > 0 ? found : undefined
}

interface LabelContext extends Start {
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
function endOfLabel(
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

function skipSpace(text: string, from: number): number {
  let at = from
  while (text.charAt(at) === ' ' || text.charAt(at) === '\n') at++
  return at
}

function labelText(text: string): string {
  const plain = text.replace(/[\s:;|=→⇒▶►☞>\]】〕」』》〉_–—-]+$/u, '').trim()
  return plain.includes('(') ? plain : plain.replace(/\)$/u, '')
}

function letterMarker(text: string, start: number): Marker | undefined {
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

/** `1번 답` on a line of its own. */
const ofNumber =
  /^\s*(?:문제|문항|Q)? ?\d{1,3} ?번? ?(?:정?답|답변|답안|해답|해설|풀이)$/u

/** `2번 정답: ④`, `객관식 1 정답`, `면접관의 모범 답변:`. */
function endingMarker(text: string, place: MarkerPlace): Marker | undefined {
  const colon = text.slice(0, 32).indexOf(':')
  if (
    colon < 0 &&
    (text.length > 24 || !(place === 'title' || ofNumber.test(text)))
  )
    return undefined
  const head = colon < 0 ? text : text.slice(0, colon)
  if (/[?.!](?=[ ])|[?]|^Q/u.test(head.replace(/^[^.]{0,8}\. /, '')))
    return undefined
  const condensed = head
    .replace(/[\s_]+/g, '')
    .replace(/(?:\([^()]*\)|[\d\]】>)'"”’])+$/u, '')
    .toLowerCase()
  if (condensed.length > 16) return undefined
  const ending =
    labelEndings.find(([word]) => condensed.endsWith(word)) ??
    (/\d번?답$/.test(condensed) ? labelEndings[0] : undefined)
  if (!ending) return undefined
  return {
    ...ending[1],
    label: labelText(head.slice(skipDecoration(head).at)),
    end: skipSpace(text, colon < 0 ? text.length : colon + 1),
    form: 'word',
  }
}

const phrases = [
  /(?:정답|답변|답안|해설|풀이|해답|답)(?:을|를)? {0,2}(?:보기|보려|보여|확인|펼|열|공개|클릭|체크)/,
  /(?:클릭|펼치|펼쳐|눌러|열어).{0,16}(?:정답|답변|답안|해설|풀이|해답|답)/,
  /(?:show|see|view|reveal|click|open).{0,24}(?:answer|solution)/i,
  /^(?:.{0,12} )?(?:정답|답변|해설|풀이|해답)(?:은|는)$/,
]

/** `정답을 보려면 클릭`, `Show answer`. */
function phraseMarker(text: string): Marker | undefined {
  if (text.length > 48 || /[?]$/.test(text)) return undefined
  return phrases.some((phrase) => phrase.test(text))
    ? {
        role: 'answer',
        strength: 'primary',
        label: text.trim(),
        end: text.length,
        form: 'word',
      }
    : undefined
}
