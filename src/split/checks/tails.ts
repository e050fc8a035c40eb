import { fieldMarks } from '../fields.ts'
import type { ReadQuestion } from '../assemble.ts'
import { asks } from '../question-start.ts'
import type { Unit } from '../unit.ts'
import { brief, complain, type Check, type Checked } from './check.ts'

/**
 * In a paper without answers, what stands behind a question on its own line may be the answer: `포트는? = 80`.
 *
 * A sign between the two says so, and so does a habit: half of the questions have such a text, or a footnote.
 */
export const linesEndWithTheQuestion: Check = (checked) => {
  const questions = checked.read.topics.flatMap((topic) => topic.questions)
  if (questions.some(({ question }) => question.answers.length > 0)) return
  const found = questions.flatMap((read) => tailsOf(checked, read))
  const isHabit = found.length > 1 && found.length * 2 >= questions.length
  for (const { unit, tail } of found)
    if (isHabit || signs.test(tail))
      complain(
        checked,
        'answer-in-line',
        `Unexpected ${tail === '' ? 'footnote' : `\`${brief(tail)}\``} behind a question in a paper without answers, expected nothing that could be the answer`,
        unit,
        'Put the answer on a line of its own, with a label: `답: …`.',
      )
}

/** A text behind the sentence that asks; empty for a footnote. */
interface Tail {
  readonly unit: Unit
  readonly tail: string
}

const signs = /^(?:=|→|⇒|➡|=>|->|[-–—] |:|\|\||\/\/)/u

function tailsOf({ reading }: Checked, { parts }: ReadQuestion): Tail[] {
  const unit = parts.split.before.find(
    ({ index }) => reading.evidence[index]?.asks,
  )
  if (!unit || unit.directive === 'question') return []
  const tail = tailOf(unit.flat.text)
  const isNoted = JSON.stringify(unit.node).includes('"footnoteReference"')
  return tail !== '' || isNoted ? [{ unit, tail }] : []
}

const sentenceEnd =
  /\?|(?:시오|하세요|보세요|주세요|쓰세요|하라|쓰라|논하라)(?![가-힣])/gu
/** Nobody asks in a longer line. */
const longest = 2000
const aside = /\(([^()]*)\)\s*$/u

/** What stands behind the last sentence, without points, difficulty, stars and the like. */
function tailOf(line: string): string {
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

function withoutFields(text: string): string {
  return fieldMarks.reduce((rest, form) => rest.replace(form, ' '), text)
}
