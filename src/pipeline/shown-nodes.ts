import type { Nodes } from 'mdast'
import type { Paper } from '../model/paper.ts'

/**
 * Every piece of Markdown that an output of a paper may show: for what must be loaded before rendering.
 *
 * @param paper paper with answers and hints
 */
export function shownNodes(paper: Paper): Nodes[] {
  return paper.topics.flatMap(({ situation, questions }) => [
    ...situation,
    ...questions.flatMap(({ prompt, choices, hints, answers }) => [
      ...prompt,
      ...[...choices, ...hints, ...answers].flatMap(({ body }) => body),
    ]),
  ])
}
