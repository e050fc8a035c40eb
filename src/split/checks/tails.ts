import { withoutFields } from '../fields.ts'
import type { ReadQuestion } from '../assemble.ts'
import { asks } from '../question-start.ts'
import type { Unit } from '../unit.ts'
import { brief, complain, type Check, type Checked } from './check.ts'

/**
 * What stands behind a question on its own line may be the answer: `캐시란?::사본`, and in a paper without answers `포트는? = 80`.
 *
 * A sign between the two says so, and so does a habit: half of the questions have such a text, or a footnote.
 */
export const linesEndWithTheQuestion: Check = (checked) => {
  const questions = checked.read.topics.flatMap((topic) => topic.questions)
  const hasAnswers = questions.some(
    ({ question }) => question.answers.length > 0,
  )
  const found = questions.flatMap((read) => tailsOf(checked, read))
  const telling = hasAnswers
    ? found.filter(({ tail }) => signs.test(tail) && !isCategory(tail))
    : found
  const isHabit = telling.length > 1 && telling.length * 2 >= questions.length
  for (const { unit, tail, isPick } of found)
    if (
      isPick ||
      (isHabit && telling.some((other) => other.unit === unit)) ||
      (hasAnswers ? cardSigns : signs).test(tail)
    )
      complain(
        checked,
        'answer-in-line',
        `Unexpected ${isPick ? `\`${unit.flat.text.trim().slice(-12)}\`` : tail === '' ? 'footnote' : `\`${brief(tail)}\``} behind a question, expected nothing that could be the answer`,
        unit,
        'Put the answer on a line of its own, with a label: `답: …`.',
      )
}

/** A text behind the sentence that asks; empty for a footnote. */
interface Tail {
  readonly unit: Unit
  readonly tail: string
  /** Whether it picks an option: `( ③ )`, `(O/X) O`. */
  readonly isPick: boolean
}

/** `— 개념`, `- 서술형`, `: 3점`. */
function isCategory(tail: string): boolean {
  return /^[^\p{L}\p{N}]*(?:개념|계산|응용|심화|기초|기본|이론|실무|실습|난이도|중요|서술|단답|객관|주관|선택|필수|상|중|하|[OX]\/|\d{1,3} ?(?:점|분|자|줄))/u.test(
    tail,
  )
}

/** What cards have between their two sides, answers elsewhere or not. */
const cardSigns = /^(?:::|\|\||>>|==)/u
const signs = /^(?:=|→|⇒|➡|=>|->|[-–—] |:|\|\||\/\/)/u

function tailsOf(
  { reading }: Checked,
  { parts, question }: ReadQuestion,
): Tail[] {
  const unit = parts.split.before.find(
    ({ index }) => reading.evidence[index]?.asks,
  )
  if (!unit || unit.directive === 'question') return []
  const tail = tailOf(unit.flat.text)
  const isNoted = JSON.stringify(unit.node).includes('"footnoteReference"')
  const isPick = picks(unit.flat.text, question.kind)
  return tail !== '' || isNoted || isPick ? [{ unit, tail, isPick }] : []
}

const pickedOption =
  /\?[^?]{0,4}[([] {0,3}(?:[①-⑳]|[A-E]번?| [1-5]번? |[1-5]번|답 ?[1-5①-⑳A-E]) {0,3}[)\]]\s*$/u
const pickedTruth =
  /[([] {0,2}(?:[OㅇX×] {0,2}[/·,] {0,2}[OㅇX×]|참 ?\/ ?거짓|True ?\/ ?False|T ?\/ ?F) {0,2}[)\]][\s:=→-]{0,6}(?:[OㅇX×○]|참|거짓|True|False|T|F|[✅✔☑⭕🅾❌✖❎🙆🙅]\uFE0F?)\s*$/iu

function picks(text: string, kind: string): boolean {
  const end = text.slice(-60)
  return pickedTruth.test(end) || (kind === 'choice' && pickedOption.test(end))
}

const sentenceEnd =
  /\?|(?:시오|하세요|보세요|주세요|쓰세요|하라|쓰라|논하라)(?![가-힣])/gu
/** Nobody asks in a longer line. */
const longest = 2000
/** `(O/X)` and what stands behind it. */
const trueFalse =
  /[([] {0,2}(?:[OㅇX×] {0,2}[/·,] {0,2}[OㅇX×]|참 ?\/ ?거짓|True ?\/ ?False|T ?\/ ?F) {0,2}[)\]]([^()[\]]*)$/iu
const aside = /\(([^()]*)\)\s*$/u

/** What stands behind the last sentence, without points, difficulty, stars and the like. */
function tailOf(line: string): string {
  const truth = trueFalse.exec(line.slice(0, longest))?.[1] ?? ''
  if (/[\p{L}\p{N}]/u.test(withoutFields(truth)) && !asks(truth))
    return truth.trim()
  const text = withoutFields(line.slice(0, longest))
  const end = [...text.matchAll(sentenceEnd)].at(-1)
  const tail = end
    ? text.slice(end.index + end[0].length)
    : (asideOf(text) ?? '')
  const bare = tail.replace(/^[\s.!?…~"'”’)\]]+/u, '')
  return /[\p{L}\p{N}]/u.test(bare) && !asks(bare) ? bare : ''
}

/** `캐시란 무엇인가 (사본)`. */
function asideOf(text: string): string | undefined {
  const match = aside.exec(text)
  return match && asks(text.slice(0, match.index)) ? match[0] : undefined
}
