import type { Nodes, PhrasingContent } from 'mdast'
import type { Block, LabelledBody, QuestionPart } from '../model/paper.ts'

/** A paper, or what a view takes from it. */
interface Shown {
  readonly topics: readonly {
    readonly heading: readonly PhrasingContent[]
    readonly situation: readonly Block[]
    readonly questions: readonly ShownQuestion[]
  }[]
}

type ShownQuestion = QuestionPart & {
  readonly hints?: readonly LabelledBody[]
  readonly answers?: readonly LabelledBody[]
}

/**
 * Every piece of Markdown that an output may show: for what must be loaded before rendering.
 *
 * @param shown paper with answers and hints, or a view without them
 */
export function shownNodes(shown: Shown): Nodes[] {
  return shown.topics.flatMap(({ heading, situation, questions }) => [
    ...heading,
    ...situation,
    ...questions.flatMap(nodesOf),
  ])
}

function nodesOf(question: ShownQuestion): Nodes[] {
  const { title = [], prompt, choices, hints = [], answers = [] } = question
  const bodies = [...choices, ...hints, ...answers]
  return [...title, ...prompt, ...bodies.flatMap(({ body }) => body)]
}
