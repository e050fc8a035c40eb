import type { PhrasingContent } from 'mdast'
import { paperHeading, type PaperHeading } from './paper-heading.ts'
import { questionPart } from './question-part.ts'
import type { HintedQuestion } from './worksheet-view.ts'
import type { Block, Paper, Question, QuestionPart } from '../model/paper.ts'

/** What a notebook may show: whatever its questions have, and no more. */
export interface NotebookView<Asked extends QuestionPart> extends PaperHeading {
  readonly topics: readonly NotebookTopic<Asked>[]
}

/** One topic of a notebook. */
export interface NotebookTopic<Asked extends QuestionPart> {
  /** Plain text; empty for the nameless topic of a paper without sections. */
  readonly title: string
  readonly heading: readonly PhrasingContent[]
  readonly situation: readonly Block[]
  readonly questions: readonly Asked[]
}

/** The host's notebook, with hints and answers. */
export type HostNotebookView = NotebookView<Question>

/** The participants' notebook: no field of it could hold an answer, nor a hint unless it was asked for. */
export type ShareNotebookView =
  NotebookView<QuestionPart> | NotebookView<HintedQuestion>

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
  return withHints
    ? viewOf(paper, (question) => ({
        ...questionPart(question),
        hints: question.hints,
      }))
    : viewOf(paper, questionPart)
}

function viewOf<Asked extends QuestionPart>(
  paper: Paper,
  asked: (question: Question) => Asked,
): NotebookView<Asked> {
  return {
    ...paperHeading(paper),
    topics: paper.topics.map(({ title, heading, situation, questions }) => ({
      title,
      heading,
      situation,
      questions: questions.map(asked),
    })),
  }
}
