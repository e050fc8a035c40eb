import { paperHeading, type PaperHeading } from './paper-heading.ts'
import { topicViews, type TopicView } from './topic-view.ts'
import type { Paper, Question } from '../model/paper.ts'

/** Everything that an answer key shows: the whole paper, in the author's order. */
export interface AnswerKeyView extends PaperHeading {
  readonly topics: readonly TopicView<Question>[]
}

/**
 * Takes from a paper what its answer key shows.
 *
 * @param paper paper with answers and hints
 */
export function answerKeyView(paper: Paper): AnswerKeyView {
  return {
    ...paperHeading(paper),
    topics: topicViews(paper, (question) => question),
  }
}
