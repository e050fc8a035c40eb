import type { Images } from '../model/image.ts'
import type { OutputFile } from '../model/output.ts'
import type { Paper } from '../model/paper.ts'
import { openFile } from './open-file.ts'
import { programText } from './public-text.ts'
import { search, type Finding } from './search.ts'
import { secretsOf } from './secrets.ts'

/** What the gate knows beside the paper. */
export interface GateOptions {
  /** Images that were embedded; without them only their addresses and texts are searched. */
  readonly images?: Images
  /** User's own templates, whose text is no answer. */
  readonly templates?: string
}

/** Something of an answer in a file for participants. */
export interface GateHit extends Finding {
  /** Path of the file. */
  readonly path: string
}

/** What the gate saw. */
export interface GateReport {
  /** What was found, file by file. Empty when all is well. */
  readonly hits: readonly GateHit[]
  /** Paths of files that could not be opened, and so not be searched. */
  readonly unreadable: readonly string[]
  /** Files that may be written: those for the host, and those for participants that were opened and hold no answer. */
  readonly files: readonly OutputFile[]
  /** One line for the user: `share/: 18 answers, 0 found in 2 files`. */
  readonly receipt: string
}

/**
 * Opens every file for participants and searches it for every answer of the paper.
 *
 * The last line of defence: it knows nothing of how the files were made.
 *
 * @param paper paper with its answers
 * @param files outputs of the paper; only those in a folder `share/` are searched
 */
export async function gate(
  paper: Paper,
  files: readonly OutputFile[],
  options: GateOptions = {},
): Promise<GateReport> {
  const shared = files.filter(({ path }) => isForParticipants(path))
  const secrets = secretsOf(paper, options.images ?? new Map())
  const program = once(() => programText(options.templates))
  const hits: GateHit[] = []
  const unreadable: string[] = []
  for (const file of shared) {
    try {
      const findings = search(await openFile(file), secrets, program)
      hits.push(...findings.map((finding) => ({ ...finding, path: file.path })))
    } catch {
      // What cannot be looked into must not be handed out, whatever the reason.
      unreadable.push(file.path)
    }
  }
  const refused = new Set([...hits.map(({ path }) => path), ...unreadable])
  return {
    hits,
    unreadable,
    files: files.filter(({ path }) => !refused.has(path)),
    receipt: receiptOf(paper, shared.length, hits, unreadable.length),
  }
}

function isForParticipants(path: string): boolean {
  return path.split('/').slice(0, -1).includes('share')
}

function once(make: () => string): () => string {
  let text: string | undefined
  return () => (text ??= make())
}

function receiptOf(
  paper: Paper,
  fileCount: number,
  hits: readonly GateHit[],
  unreadable: number,
): string {
  const answers = paper.topics
    .flatMap(({ questions }) => questions)
    .filter((question) => question.answers.length > 0).length
  const found = new Set(hits.map(({ question }) => question)).size
  const searched = `share/: ${plural(answers, 'answer')}, ${found} found in ${plural(fileCount - unreadable, 'file')}`
  return unreadable === 0
    ? searched
    : `${searched}, ${plural(unreadable, 'file')} could not be opened`
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
