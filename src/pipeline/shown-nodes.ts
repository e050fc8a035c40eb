import type { Nodes } from 'mdast'
import type { Block, LabelledBody, QuestionPart } from '../model/paper.ts'

/** A paper, or what a view takes from it. */
interface Shown {
  readonly topics: readonly {
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
  return shown.topics.flatMap(({ situation, questions }) => [
    ...situation,
    ...questions.flatMap(({ prompt, choices, hints = [], answers = [] }) => [
      ...prompt,
      ...[...choices, ...hints, ...answers].flatMap(({ body }) => body),
    ]),
  ])
}
