import type { ReadQuestion } from '../assemble.ts'
import { isSureStart } from '../shape.ts'
import { plainText } from '../text.ts'
import type { Marker } from '../marker.ts'
import { outermost, type Unit } from '../unit.ts'
import { brief, complain, type Check, type Checked } from './check.ts'

/** Every question has an answer, or none has. */
export const everyQuestionIsAnswered: Check = (checked) => {
  const questions = checked.read.topics.flatMap((topic) => topic.questions)
  const missing = questions.filter((question) => !isAnswered(question))
  if (questions.length === 0) return
  if (missing.length === questions.length) reportNoAnswers(checked, questions)
  else
    for (const { question } of missing)
      complain(
        checked,
        'question-without-answer',
        `Unexpected question ${question.number} without an answer, expected one as the other questions have`,
        question.line,
        'Write the answer below the question as the other questions do it, such as `> **[답변]** …`.',
      )
}

function isAnswered({ question }: ReadQuestion): boolean {
  return question.answers.some(
    ({ body }) => plainText(body) !== '' || body.length > 0,
  )
}

function reportNoAnswers(
  checked: Checked,
  questions: readonly ReadQuestion[],
): void {
  complain(
    checked,
    'no-answer',
    'Unexpected paper without answers, expected an answer below each question',
    questions[0]?.question.line,
    'A paper of questions only is fine: the worksheet has them all, the answer key is empty.',
  )
}

/** An answer belongs to a question. */
export const everyAnswerHasItsQuestion: Check = (checked) => {
  for (const { line, ordinal } of checked.read.unmatched)
    complain(
      checked,
      'answer-without-question',
      `Unexpected answer ${ordinal} among the collected answers, expected a question with this number above`,
      line,
      'Number the answers as the questions are numbered, part by part.',
    )
  const { evidence } = checked.reading
  for (const { units, isKnown } of checked.read.leftOut) {
    const stray = isKnown
      ? undefined
      : units.find(({ index }) => isAnswerLabel(evidence[index]?.marker))
    if (stray)
      complain(
        checked,
        'answer-without-question',
        `Unexpected answer \`${brief(stray.flat.text)}\` without a question, expected a question before it`,
        stray,
        'Begin the question as the others begin: with its number, or as a heading. `<!-- studydeck: question -->` before a block makes it a question.',
      )
  }
}

function isAnswerLabel(marker: Marker | undefined): boolean {
  return (
    marker?.role === 'answer' &&
    marker.strength !== 'weak' &&
    marker.form === 'word'
  )
}

/** Where answers have labels, an answer without one is no certain thing. */
export const labelsAreConsistent: Check = (checked) => {
  for (const { questions } of checked.read.topics) {
    const openings = questions.map(({ parts }) => parts.opening)
    const labelled = openings.find((opening) => isLabelled(opening?.by))
    for (const read of labelled ? questions : [])
      checkLabel(checked, read, labelled?.marker?.label ?? '답변')
  }
}

function checkLabel(
  checked: Checked,
  { question, parts }: ReadQuestion,
  label: string,
): void {
  const { opening, region } = parts
  if (!opening || isLabelled(opening.by)) return
  const isSure = isSureStart(region.shape)
  // A heading with a quote is as sure as a label.
  if (isSure && opening.by === 'quote') return
  complain(
    checked,
    isSure ? 'answer-unlabelled' : 'answer-label-missing',
    `Unexpected answer of question ${question.number} without a label, expected \`${label}\` as the other answers have`,
    checked.reading.units[opening.at],
    'Write the label before the answer. `<!-- studydeck: answer -->` before a block says that the answer begins there.',
  )
}

const unlabelled = new Set(['quote', 'body'])

function isLabelled(by: string | undefined): boolean {
  return by !== undefined && !unlabelled.has(by)
}

/** A question that was taken for a part of another one would be in no worksheet, or take that one's answer along. */
export const noQuestionIsInAnother: Check = (checked) => {
  for (const { questions } of checked.read.topics) {
    const hasItems = questions.some(({ region }) => region.shape === 'item')
    for (const { question, parts, region } of questions) {
      const answers = parts.answers.flatMap(({ units }) => units.slice(1))
      const inside =
        [...parts.question.slice(1), ...answers].find((unit) =>
          isNamedQuestion(checked, unit),
        ) ??
        answers.find(
          (unit) =>
            isOtherQuestion(checked, region.section.depth, unit) ||
            isSaidAlike(checked, parts.question[0], unit) ||
            (region.shape === 'paragraph' && isAnsweredToo(checked, unit)),
        ) ??
        (hasItems && region.shape === 'heading'
          ? parts.question.find((unit) => isAskingItem(checked, unit))
          : undefined)
      if (inside)
        complain(
          checked,
          'question-in-question',
          `Unexpected \`${brief(inside.flat.text)}\` inside question ${question.number}, expected questions to begin alike`,
          inside,
          'Begin it as the other questions begin, on the same heading level. `<!-- studydeck: question -->` before it makes it a question, `<!-- studydeck: answer -->` a part of the answer.',
        )
    }
  }
}

/** `#### 장점` in an answer and then the next question, `2. …?`, would be one question, and show what stands between them. */
function isAskingItem({ reading }: Checked, unit: Unit): boolean {
  const list = outermost(unit)?.node
  return (
    list?.type === 'list' &&
    list.ordered === true &&
    reading.evidence[unit.index]?.asks === true
  )
}

/** A heading that asks, no deeper than the question's own, is no part of its answer. */
function isOtherQuestion(
  { reading }: Checked,
  depth: number,
  { node, wrapper, directive, index }: Unit,
): boolean {
  if (node.type !== 'heading' || wrapper || directive !== undefined)
    return false
  const own = reading.evidence[index]
  return node.depth <= depth && own?.asks === true && !own.marker
}

const speaker = /^[\p{L}\p{N} ]{1,12}:/u

/** `면접관: 버퍼란?` below `면접관: 캐시란?`. */
function isSaidAlike(
  { reading }: Checked,
  first: Unit | undefined,
  unit: Unit,
): boolean {
  const said = speaker.exec(first?.flat.text ?? '')?.[0]
  return (
    said !== undefined &&
    unit.flat.text.startsWith(said) &&
    reading.evidence[unit.index]?.asks === true
  )
}

/** `▶ 버퍼란?` and `→ 임시`, in a paper whose first question is such a paragraph. */
function isAnsweredToo(
  { reading: { units, evidence } }: Checked,
  { index, node, wrapper, joint }: Unit,
): boolean {
  if (node.type !== 'paragraph' || wrapper || joint !== 'start') return false
  const next = evidence[index + 1]?.marker
  return (
    evidence[index]?.asks === true &&
    next?.role === 'answer' &&
    (units[index + 1]?.joint !== 'start' || next.strength === 'primary')
  )
}

function isNamedQuestion({ reading }: Checked, unit: Unit): boolean {
  const start = reading.evidence[unit.index]?.start
  return (
    start?.form === 'label' &&
    start.ordinal > 0 &&
    !start.number.includes('-') &&
    unit.wrapper === undefined &&
    unit.directive === undefined
  )
}
