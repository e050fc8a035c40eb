import type { PhrasingContent } from 'mdast'
import type { Block, Paper, Question } from '../model/paper.ts'

/** One topic, with what an output may show of its questions. */
export interface TopicView<Asked> {
  /** Plain text; empty for the nameless topic of a paper without sections. */
  readonly title: string
  readonly heading: readonly PhrasingContent[]
  readonly situation: readonly Block[]
  readonly questions: readonly Asked[]
}

/**
 * Takes from a paper its topics, field by field.
 *
 * @param paper paper with answers and hints
 * @param asked takes from a question what may be shown
 */
export function topicViews<Asked>(
  { topics }: Paper,
  asked: (question: Question) => Asked,
): TopicView<Asked>[] {
  return topics.map(({ title, heading, situation, questions }) => ({
    title,
    heading,
    situation,
    questions: questions.map(asked),
  }))
}
