import { paperHeading, type PaperHeading } from './paper-heading.ts'
import {
  hintedQuestion,
  questionPart,
  type HintedQuestion,
} from './question-part.ts'
import { topicViews, type TopicView } from './topic-view.ts'
import type {
  LabelledBody,
  Paper,
  Question,
  QuestionPart,
} from '../model/paper.ts'

/** What a notebook may show: whatever its questions have, and no more. */
export interface NotebookView<Asked extends QuestionPart> extends PaperHeading {
  readonly topics: readonly TopicView<Asked>[]
}

/** The host's notebook, with hints and answers. */
export type HostNotebookView = NotebookView<Question>

/** The participants' notebook: no field of it could hold an answer, nor a hint unless it was asked for. */
export type ShareNotebookView =
  NotebookView<QuestionPart> | NotebookView<HintedQuestion>

/** A question of either view: hints and answers are there only where the view has them. */
export type NotebookQuestion = QuestionPart & {
  readonly hints?: readonly LabelledBody[]
  readonly answers?: readonly LabelledBody[]
}

/**
 * Takes from a paper what the host's notebook shows: everything.
 *
 * @param paper paper with answers and hints
 */
export function hostNotebookView(paper: Paper): HostNotebookView {
  return viewOf(paper, (question) => question)
}

/**
 * Takes from a paper what the participants' notebook may show.
 *
 * @param paper paper with answers and hints
 * @param withHints whether hints were asked for
 */
export function shareNotebookView(
  paper: Paper,
  withHints: boolean,
): ShareNotebookView {
  return withHints ? viewOf(paper, hintedQuestion) : viewOf(paper, questionPart)
}

function viewOf<Asked extends QuestionPart>(
  paper: Paper,
  asked: (question: Question) => Asked,
): NotebookView<Asked> {
  return {
    ...paperHeading(paper),
    topics: topicViews(paper, asked),
  }
}
