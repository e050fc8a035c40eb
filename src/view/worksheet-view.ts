import type { PhrasingContent } from 'mdast'
import { paperHeading, type PaperHeading } from './paper-heading.ts'
import { questionPart } from './question-part.ts'
import type {
  AnswerSpace,
  Block,
  LabelledBody,
  Paper,
  Question,
  QuestionPart,
} from '../model/paper.ts'

/**
 * Everything that a worksheet may show, and nothing else: no field of it could hold an answer.
 *
 * Hints are there only in a `WorksheetView<HintedQuestion>`, which `hintedWorksheetView` makes.
 */
export interface WorksheetView<
  Asked extends QuestionPart = QuestionPart,
> extends PaperHeading {
  readonly topics: readonly WorksheetTopic<Asked>[]
  /** Space for questions that do not ask for their own. */
  readonly answerSpace: AnswerSpace
}

/** One topic of a worksheet. */
export interface WorksheetTopic<Asked extends QuestionPart = QuestionPart> {
  /** Plain text; empty for the nameless topic of a paper without sections. */
  readonly title: string
  readonly heading: readonly PhrasingContent[]
  readonly situation: readonly Block[]
  readonly questions: readonly Asked[]
}

/** A question together with its hints, for worksheets that were asked to show them. */
export interface HintedQuestion extends QuestionPart {
  readonly hints: readonly LabelledBody[]
}

/**
 * Takes from a paper what its worksheet may show.
 *
 * @param paper paper with answers and hints
 */
export function worksheetView(paper: Paper): WorksheetView {
  return viewOf(paper, questionPart)
}

/**
 * Like `worksheetView`, with the hints.
 *
 * @param paper paper with answers and hints
 */
export function hintedWorksheetView(
  paper: Paper,
): WorksheetView<HintedQuestion> {
  return viewOf(paper, (question) => ({
    ...questionPart(question),
    hints: question.hints,
  }))
}

function viewOf<Asked extends QuestionPart>(
  paper: Paper,
  asked: (question: Question) => Asked,
): WorksheetView<Asked> {
  return {
    ...paperHeading(paper),
    answerSpace: paper.answerSpace ?? 'auto',
    topics: paper.topics.map(({ title, heading, situation, questions }) => ({
      title,
      heading,
      situation,
      questions: questions.map(asked),
    })),
  }
}
