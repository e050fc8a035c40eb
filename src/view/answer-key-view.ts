import type { PhrasingContent } from 'mdast'
import { paperHeading, type PaperHeading } from './paper-heading.ts'
import type { Block, Paper, Question } from '../model/paper.ts'

/** Everything that an answer key shows: the whole paper, in the author's order. */
export interface AnswerKeyView extends PaperHeading {
  readonly topics: readonly AnswerKeyTopic[]
}

/** One topic of an answer key. */
export interface AnswerKeyTopic {
  /** Plain text; empty for the nameless topic of a paper without sections. */
  readonly title: string
  readonly heading: readonly PhrasingContent[]
  readonly situation: readonly Block[]
  readonly questions: readonly Question[]
}

/**
 * Takes from a paper what its answer key shows.
 *
 * @param paper paper with answers and hints
 */
export function answerKeyView(paper: Paper): AnswerKeyView {
  return {
    ...paperHeading(paper),
    topics: paper.topics.map(({ title, heading, situation, questions }) => ({
      title,
      heading,
      situation,
      questions,
    })),
  }
}
