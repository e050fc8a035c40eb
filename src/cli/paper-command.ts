import { buildReport, filesOf, paperReport } from './build-report.ts'
import {
  jsonError,
  jsonPaper,
  jsonText,
  type JsonPaper,
  type JsonReport,
} from './json-report.ts'
import { runPapers } from './run-papers.ts'
import { writeGalleries } from './write-galleries.ts'
import { settingsOf, type OptionFlags } from './settings.ts'
import type { Terminal } from './terminal.ts'
import { sandboxState } from '../config/sandbox.ts'
import { BuildError } from '../model/build-error.ts'
import type { PaperResult, PathProblem } from '../pipeline/index.ts'
import { checkGalleryFolders } from '../pipeline/gallery-folder.ts'
import { writePaper } from '../pipeline/paper-record.ts'

/** What `build` and `check` have in common. */
export interface PaperCommand {
  readonly paths: readonly string[]
  readonly given: OptionFlags
  readonly terminal: Terminal
  /** `check` builds everything and writes nothing: it tells just what `build` would. */
  readonly isWriting: boolean
  /** Whether warnings give exit code 1, too. */
  readonly isFrail?: boolean
  /** Whether everything is made again. */
  readonly force?: boolean
}

/**
 * Builds papers, writes what is to be written, and tells a person or a program about it.
 *
 * @param command what to do
 * @returns exit code 0 or 1
 * @throws {BuildError} when the environment fails; with `--json` that is told in the object
 */
export async function runPaperCommand(command: PaperCommand): Promise<number> {
  const { terminal, given } = command
  return given.json ? printJson(command) : printText(command, terminal)
}

async function printText(
  command: PaperCommand,
  terminal: Terminal,
): Promise<number> {
  const { given } = command
  const start = process.hrtime.bigint()
  // A live list and lines of text would overwrite each other: text waits for its end.
  const isLive = terminal.screen !== undefined && !given.quiet
  const waiting: (() => void)[] = []
  const say = (print: () => void): void => {
    if (isLive) waiting.push(print)
    else print()
  }
  // Numbers only: the files of a hundred papers would fill the memory.
  const tally = { papers: 0, files: 0, bytes: 0, failed: 0, unchanged: 0 }
  let problems: readonly PathProblem[]
  try {
    problems = await buildPapers(command, isLive, async (result, out) => {
      tally.papers++
      if (isFailed(result, command)) tally.failed++
      const files = filesOf(result)
      tally.files += files.length
      for (const { bytes } of files) tally.bytes += bytes
      if (result.kept) tally.unchanged++
      const messages = await messagesOf(result, command)
      const report =
        command.isWriting && !given.quiet ? paperReport(result, out) : ''
      say(() => {
        if (report !== '') terminal.out(report)
        if (messages !== '') terminal.error(messages)
      })
    })
  } finally {
    for (const print of waiting) print()
  }
  for (const { path, reason } of problems)
    terminal.error(`${path}\n  error  ${reason}\n\n`)
  const failed = tally.failed + problems.length
  if (!given.quiet)
    terminal.out(
      buildReport({
        papers: tally.papers,
        failed,
        seconds: Number(process.hrtime.bigint() - start) / 1e9,
        ...(command.isWriting
          ? {
              files: tally.files,
              bytes: tally.bytes,
              unchanged: tally.unchanged,
            }
          : {}),
      }),
    )
  return failed > 0 ? 1 : 0
}

/** What prints them takes longer to load than an unchanged build does: most of them have nothing to say. */
async function messagesOf(
  { file }: PaperResult,
  { terminal, given }: PaperCommand,
): Promise<string> {
  if (file.messages.length === 0) return ''
  const { formatMessages } = await import('./format-messages.ts')
  return formatMessages(file, {
    ...terminal,
    verbose: given.verbose === true,
    quiet: given.quiet === true,
  })
}

async function printJson(command: PaperCommand): Promise<number> {
  const papers: JsonPaper[] = []
  let failed = 0
  let report: Pick<JsonReport, 'problems' | 'error' | 'exitCode'>
  try {
    const problems = await buildPapers(command, false, (result) => {
      papers.push(jsonPaper(result, command.isWriting))
      if (isFailed(result, command)) failed++
    })
    const exitCode = failed + problems.length > 0 ? 1 : 0
    report = { problems, error: null, exitCode }
  } catch (error) {
    if (!(error instanceof BuildError)) throw error
    const { exitCode } = error
    report = { problems: [], error: jsonError(error), exitCode }
  }
  command.terminal.out(jsonText({ papers, ...report } satisfies JsonReport))
  return report.exitCode
}

/** Builds and writes; hands out each paper when its files are on disk. */
async function buildPapers(
  { paths, given, terminal, isWriting, force = false }: PaperCommand,
  isLive: boolean,
  onPaper: (result: PaperResult, out: string) => void | Promise<void>,
): Promise<readonly PathProblem[]> {
  const settings = await settingsOf(given, terminal)
  const { out = 'build', site, shard } = settings.options
  if (shard && site !== undefined)
    throw new BuildError(
      'INVALID_OPTION',
      'Cannot make a site of one part of the papers, run `studydeck index --site` when all parts are built',
    )
  if (isWriting) checkGalleryFolders(out, site)
  if (given.verbose && !given.json)
    terminal.error(
      `configuration: ${settings.configPath ?? 'none'}\nsandbox of the browser: ${sandboxState()}\n`,
    )
  const { problems } = await runPapers({
    paths,
    settings,
    terminal,
    isLive,
    ...(isWriting ? { cache: { out, force } } : {}),
    onPaper: async (result, origin) => {
      if (isWriting) await writePaper(out, result, origin)
      await onPaper(result, out)
    },
  })
  // A gallery of one part would look like the whole: `studydeck index` makes it of all parts.
  if (isWriting && !shard) await writeGalleries(settings.options)
  return problems
}

function isFailed({ file }: PaperResult, { isFrail }: PaperCommand): boolean {
  return file.messages.some(
    ({ fatal }) => fatal === true || (isFrail && fatal === false),
  )
}
