import { paperHeading, type PaperHeading } from './paper-heading.ts'
import {
  hintedQuestion,
  questionPart,
  type HintedQuestion,
} from './question-part.ts'
import { topicViews, type TopicView } from './topic-view.ts'
import type {
  AnswerSpace,
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
  readonly topics: readonly TopicView<Asked>[]
  /** Space for questions that do not ask for their own. */
  readonly answerSpace: AnswerSpace
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
  return viewOf(paper, hintedQuestion)
}

function viewOf<Asked extends QuestionPart>(
  paper: Paper,
  asked: (question: Question) => Asked,
): WorksheetView<Asked> {
  return {
    ...paperHeading(paper),
    answerSpace: paper.answerSpace ?? 'auto',
    topics: topicViews(paper, asked),
  }
}
