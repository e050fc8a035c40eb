import type { LabelledBody, Question, QuestionPart } from '../model/paper.ts'

/** A question together with its hints, for outputs that were asked to show them. */
export interface HintedQuestion extends QuestionPart {
  readonly hints: readonly LabelledBody[]
}

/**
 * Copies what participants may see of a question, field by field.
 *
 * A field that is new in `Question` does not come along by itself.
 *
 * @param question question with its answers and hints
 */
export function questionPart(question: Question): QuestionPart {
  const { title, points, difficulty, importance, minutes, answerSpace } =
    question
  return {
    id: question.id,
    number: question.number,
    kind: question.kind,
    prompt: question.prompt,
    choices: question.choices,
    line: question.line,
    ...(title === undefined ? {} : { title }),
    ...(points === undefined ? {} : { points }),
    ...(difficulty === undefined ? {} : { difficulty }),
    ...(importance === undefined ? {} : { importance }),
    ...(minutes === undefined ? {} : { minutes }),
    ...(answerSpace === undefined ? {} : { answerSpace }),
  }
}

/**
 * Like `questionPart`, with the hints.
 *
 * @param question question with its answers and hints
 */
export function hintedQuestion(question: Question): HintedQuestion {
  return { ...questionPart(question), hints: question.hints }
}
