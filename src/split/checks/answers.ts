import type { ReadQuestion } from '../assemble.ts'
import { isSureStart } from '../shape.ts'
import { plainText } from '../text.ts'
import type { Marker } from '../marker.ts'
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
