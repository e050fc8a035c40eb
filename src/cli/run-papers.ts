import type { LiveList } from './live-list.ts'
import { liveList, noList } from './live-list.ts'
import { readStdin, stdinPath } from './read-stdin.ts'
import type { Settings } from './settings.ts'
import type { Terminal } from './terminal.ts'
import { Browser } from '../pipeline/browser.ts'
import { findPapers } from '../pipeline/find-papers.ts'
import type { PaperResult, PathProblem } from '../pipeline/index.ts'
import { outputsWithPrefix } from '../pipeline/wanted-outputs.ts'

/** What to do with papers. */
export interface PaperRun {
  readonly paths: readonly string[]
  readonly settings: Settings
  readonly terminal: Terminal
  /** Whether a live list may be drawn. */
  readonly isLive: boolean
  /** Takes each paper as it is finished. */
  readonly onPaper: (result: PaperResult) => Promise<void>
}

/** How many papers are built at a time, unless somebody says otherwise. */
const standardConcurrency = 2

/**
 * Builds the papers that paths stand for; `-` is standard input.
 *
 * @param run what to do
 * @returns papers that were found, and paths that none was found at
 * @throws {BuildError} when the environment fails
 */
export async function runPapers(
  run: PaperRun,
): Promise<{ papers: readonly string[]; problems: readonly PathProblem[] }> {
  const { settings, terminal } = run
  const { options, flags, config } = settings
  const wanted = options.outputs && outputsWithPrefix(options.outputs)
  const { papers, problems, contents } = await papersOf(run.paths, terminal)
  const concurrency = options.concurrency ?? standardConcurrency
  await using browser = new Browser({
    ...(options.browser === undefined
      ? {}
      : { executablePath: options.browser }),
    onUnpack: () => {
      terminal.error(
        'Unpacking the browser that comes with studydeck, once …\n',
      )
    },
  })
  if (papers.length > 0) browser.warmUp()
  // Most of the program is read while the browser starts.
  const { build } = await import('../pipeline/index.ts')
  const list =
    run.isLive && terminal.screen && papers.length > 0
      ? await liveList(papers, concurrency, terminal.screen)
      : noList
  try {
    const results = build({
      papers,
      browser,
      contents,
      concurrency,
      flags,
      config,
      onStep: list.step,
      ...(wanted ? { wanted } : {}),
      ...(options.templates === undefined
        ? {}
        : { templates: options.templates }),
      ...(options.allowRemote === undefined
        ? {}
        : { allowRemote: options.allowRemote }),
    })
    for await (const result of results) await finish(result, run, list)
  } finally {
    await list.end()
  }
  return { papers, problems }
}

async function finish(
  result: PaperResult,
  run: PaperRun,
  list: LiveList,
): Promise<void> {
  await run.onPaper(result)
  list.done(
    result.path,
    result.file.messages.some(({ fatal }) => fatal === true),
  )
}

async function papersOf(
  paths: readonly string[],
  terminal: Terminal,
): Promise<{
  papers: readonly string[]
  problems: readonly PathProblem[]
  contents: ReadonlyMap<string, Uint8Array>
}> {
  const named = paths.filter((path) => path !== '-')
  const { papers, problems } = await findPapers(named)
  if (named.length === paths.length)
    return { papers, problems, contents: new Map() }
  return {
    papers: [stdinPath, ...papers],
    problems,
    contents: new Map([[stdinPath, await readStdin(terminal)]]),
  }
}
