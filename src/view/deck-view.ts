import type { PhrasingContent } from 'mdast'
import { paperHeading, type PaperHeading } from './paper-heading.ts'
import { questionPart } from './question-part.ts'
import type { HintedQuestion } from './worksheet-view.ts'
import type { Block, Paper, Question, QuestionPart } from '../model/paper.ts'

/** What slides show of a paper, in the order in which it is shown: whatever its questions have, and no more. */
export interface DeckView<
  Asked extends QuestionPart = Question,
> extends PaperHeading {
  readonly topics: readonly DeckTopic<Asked>[]
}

/** One topic with its place in the deck. */
export interface DeckTopic<Asked extends QuestionPart = Question> {
  /** 1-based. */
  readonly number: number
  /** Plain text; empty where a paper has only one nameless topic. */
  readonly title: string
  readonly heading: readonly PhrasingContent[]
  readonly situation: readonly Block[]
  readonly questions: readonly DeckQuestion<Asked>[]
}

/** One question with its place in its topic: "2 of 4". */
export type DeckQuestion<Asked extends QuestionPart = Question> = Asked & {
  /** 1-based. */
  readonly position: number
  readonly of: number
}

/**
 * Takes from a paper what the host's deck shows, answers included.
 *
 * @param paper paper with answers and hints
 */
export function deckView(paper: Paper): DeckView {
  return viewOf(paper, (question) => question)
}

/**
 * Takes from a paper what slides for participants may show: no field could hold an answer.
 *
 * @param paper paper with answers and hints
 */
export function questionDeckView(paper: Paper): DeckView<QuestionPart> {
  return viewOf(paper, questionPart)
}

/**
 * Like `questionDeckView`, with the hints.
 *
 * @param paper paper with answers and hints
 */
export function hintedQuestionDeckView(paper: Paper): DeckView<HintedQuestion> {
  return viewOf(paper, (question) => ({
    ...questionPart(question),
    hints: question.hints,
  }))
}

function viewOf<Asked extends QuestionPart>(
  paper: Paper,
  asked: (question: Question) => Asked,
): DeckView<Asked> {
  return {
    ...paperHeading(paper),
    topics: paper.topics.map((topic, index) => ({
      number: index + 1,
      title: topic.title,
      heading: topic.heading,
      situation: topic.situation,
      questions: topic.questions.map((question, position, { length }) => ({
        ...asked(question),
        position: position + 1,
        of: length,
      })),
    })),
  }
}
