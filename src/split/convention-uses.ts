import type { ConventionUse, Topic } from '../model/paper.ts'
import type { ReadPaper } from './assemble.ts'
import type { Convention, Trace } from './convention.ts'
import { conventions } from './conventions/index.ts'
import { frontMatter } from './conventions/front-matter.ts'
import type { Reading } from './reading.ts'
import { traceOf } from './trace.ts'

/**
 * Counts how many questions of a paper follow which convention.
 *
 * @param read paper
 * @param reading units and their evidence
 * @param quizzes topics of the front matter, where they are the paper's questions
 * @returns most used first
 */
export function conventionsOf(
  read: ReadPaper,
  reading: Reading,
  quizzes: readonly Topic[],
): ConventionUse[] {
  const counts = new Map<Convention, number>()
  const questions = read.topics.flatMap((topic) => topic.questions)
  const isMixed = questions.some(({ parts }) => parts.opening?.by === 'label')
  const found = questions.map((question) =>
    conventionOf(traceOf(question, reading, isMixed)),
  )
  const all = [
    ...found,
    ...quizzes.flatMap(({ questions: own }) => own.map(() => frontMatter)),
  ]
  for (const convention of all)
    if (convention) counts.set(convention, (counts.get(convention) ?? 0) + 1)
  return [...counts]
    .map(([{ id, name }, count]) => ({ id, name, questions: count }))
    .sort((a, b) => b.questions - a.questions)
}

function conventionOf(trace: Trace): Convention | undefined {
  return conventions.find((convention) => convention.recognises(trace))
}
