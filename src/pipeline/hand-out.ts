import type { BuildContext } from './context.ts'
import { gate, type GateHit } from '../gate/index.ts'
import { isShared, type OutputFile } from '../model/output.ts'
import type { Paper } from '../model/paper.ts'
import { isFatal, report } from '../model/report.ts'

/** What may be written of a paper's outputs. */
export interface HandedOut {
  readonly files: readonly OutputFile[]
  /** What the gate saw, in one line; missing when nothing was made for participants. */
  readonly receipt?: string
}

/**
 * Decides what participants get: nothing of a doubtful paper, and of a sure one only what the gate has searched.
 *
 * What the gate finds is reported at the answer's line and takes all files for participants with it: who put an answer
 * into one of them may have put it into others in a way that the gate does not know.
 *
 * @param paper paper with its answers
 * @param files outputs as they were built
 * @param context of the paper; takes the messages
 */
export async function handOut(
  paper: Paper,
  files: readonly OutputFile[],
  context: BuildContext,
): Promise<HandedOut> {
  const { file, images, templates } = context
  const forHost = files.filter(({ path }) => !isShared(path))
  if (file.messages.some(isFatal)) return { files: forHost }
  if (forHost.length === files.length) return { files }
  const { hits, unreadable, receipt } = await gate(paper, files, {
    images,
    ...(templates === undefined ? {} : { templates }),
  })
  for (const hit of hits) reportHit(hit, context)
  for (const path of unreadable)
    report(
      file,
      'output-unsearched',
      `Unexpected ${path} that cannot be opened and searched for answers, expected a file that can`,
    )
  return hits.length + unreadable.length > 0
    ? { files: forHost, receipt }
    : { files, receipt }
}

function reportHit(hit: GateHit, { file }: BuildContext): void {
  report(
    file,
    'answer-leaked',
    `Unexpected \`${hit.excerpt.slice(0, 60)}\` of the answer to question ${hit.question} in ${hit.path}, expected none of an answer`,
    { line: hit.line, column: 1 },
    'Part of the answer also stands where participants see it: take it out of the question, the situation or the title.',
  )
}
