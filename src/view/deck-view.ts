import { paperHeading, type PaperHeading } from './paper-heading.ts'
import {
  hintedQuestion,
  questionPart,
  type HintedQuestion,
} from './question-part.ts'
import { topicViews, type TopicView } from './topic-view.ts'
import type { Paper, Question, QuestionPart } from '../model/paper.ts'

/** What slides show of a paper, in the order in which it is shown: whatever its questions have, and no more. */
export interface DeckView<
  Asked extends QuestionPart = Question,
> extends PaperHeading {
  readonly topics: readonly DeckTopic<Asked>[]
}

/** One topic with its place in the deck. */
export interface DeckTopic<
  Asked extends QuestionPart = Question,
> extends TopicView<DeckQuestion<Asked>> {
  /** 1-based. */
  readonly number: number
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
  return viewOf(paper, hintedQuestion)
}

function viewOf<Asked extends QuestionPart>(
  paper: Paper,
  asked: (question: Question) => Asked,
): DeckView<Asked> {
  return {
    ...paperHeading(paper),
    topics: topicViews(paper, asked).map((topic, index) => ({
      ...topic,
      number: index + 1,
      questions: topic.questions.map((question, position, { length }) => ({
        ...question,
        position: position + 1,
        of: length,
      })),
    })),
  }
}
