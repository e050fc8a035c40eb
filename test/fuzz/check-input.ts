import { writeFileSync } from 'node:fs'
import { longestInput, type FuzzInput } from './grammar.ts'
import { loadPaper, type LoadedPaper } from '../../src/pipeline/load-paper.ts'
import { everyOutput } from '../support/every-output.ts'
import {
  answersText,
  isRefused,
  participantsText,
  tokensOf,
} from '../support/split.ts'

/** What the inputs of a run were, so that a run that tried nothing is seen. */
export interface FuzzCount {
  inputs: number
  /** Papers whose split was certain: only those hand anything out. */
  certain: number
  /** Tokens of answers that were looked for in what participants get. */
  tokens: number
  /** Longest time of one input, in seconds of the processor. */
  slowest: number
}

/** Papers with more questions are only split: rendering ten thousand of them is no hang, and takes a minute. */
const mostQuestions = 1000

/** How one input is checked. */
export interface CheckOptions {
  /** Seconds of the processor that an input of 100 kB may take. */
  readonly limit: number
  /** File that has the input while it is being checked: what hangs is found in it. */
  readonly current?: string
}

/**
 * Renders every output of one input.
 *
 * @param input from the grammar
 * @param count of the run; added to
 * @throws Error for a leak or a hang, and whatever the program throws
 */
export async function checkInput(
  { markdown, answers }: FuzzInput,
  count: FuzzCount,
  { limit, current }: CheckOptions,
): Promise<void> {
  if (current !== undefined) writeFileSync(current, markdown)
  let rendered = await render(markdown)
  for (let tries = 0; tries < 2 && excessOf(rendered) > limit; tries++) {
    // Whatever else the machine does counts as well: the fastest time is the one of this input.
    const again = await render(markdown)
    if (excessOf(again) < excessOf(rendered)) rendered = again
  }
  const { result, outputs, seconds, splitting, questions } = rendered
  count.inputs++
  count.slowest = Math.max(count.slowest, seconds)
  if (excessOf(rendered) > limit)
    throw new Error(
      `Hang: ${splitting.toFixed(1)} s to split, ${seconds.toFixed(1)} s in all, ${questions} questions`,
    )
  const { file, paper } = result
  if (!paper || isRefused({ file, paper })) return
  count.certain++
  // What stands in an answer and in a question may be shown: the gate refuses to hand it out.
  const shown = new Set(tokensOf(participantsText(paper)))
  const secrets = [
    ...answers,
    ...tokensOf(answersText(paper)).filter((token) => !shown.has(token)),
  ]
  for (const [path, text] of outputs) {
    if (!path.startsWith('share/')) continue
    const found = new Set(tokensOf(text))
    count.tokens += secrets.length
    const leaked = secrets.filter((secret) => found.has(secret))
    if (leaked.length > 0)
      throw new Error(`Leak: ${leaked.join(' ')} in ${path}`)
  }
}

/** Everything that is made of a paper, and how long it took. */
interface Rendered {
  /** Without a paper where it is larger than the usual limits. */
  readonly result: LoadedPaper
  readonly outputs: ReadonlyMap<string, string>
  readonly length: number
  readonly questions: number
  /** Seconds of the processor, for the first half and in all. */
  readonly splitting: number
  readonly seconds: number
}

async function render(markdown: string): Promise<Rendered> {
  const start = process.cpuUsage()
  const result = await loadPaper('paper.md', Buffer.from(markdown))
  const splitting = secondsSince(start)
  const { paper } = result
  const questions = paper?.topics.flatMap((topic) => topic.questions) ?? []
  const outputs =
    !paper || questions.length > mostQuestions
      ? new Map<string, string>()
      : await everyOutput(paper)
  return {
    result,
    outputs,
    length: markdown.length,
    questions: questions.length,
    splitting,
    seconds: secondsSince(start),
  }
}

/** Seconds for 100 kB. Eight documents are made: thousands of questions on 100 kB take their time in each. */
function excessOf({ length, questions, splitting, seconds }: Rendered): number {
  const size = Math.max(1, length / longestInput)
  return Math.max(splitting / size, seconds / (size + 0.0075 * questions))
}

function secondsSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1e6
}
