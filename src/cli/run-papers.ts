import { tmpdir } from 'node:os'
import { compileLess } from './compile-less.ts'
import type { LiveList } from './live-list.ts'
import { liveList, noList } from './live-list.ts'
import { readStdin, stdinPath } from './read-stdin.ts'
import type { Settings } from './settings.ts'
import { keepHeapSmall } from './small-heap.ts'
import type { Terminal } from './terminal.ts'
import {
  profileName,
  removeAbandonedFolders,
} from '../config/temporary-files.ts'
import { usualOutputs, type OutputName } from '../model/output.ts'
import { limitsOf } from '../model/limits.ts'
import { findUnchanged, type CacheState } from '../pipeline/cache.ts'
import { findPapers } from '../pipeline/find-papers.ts'
import type { PaperResult, PathProblem } from '../pipeline/index.ts'
import type { PaperOrigin } from '../pipeline/paper-record.ts'
import { paperFolders } from '../pipeline/paper-folder.ts'
import { papersOfShard, sizesOf } from '../pipeline/shard.ts'
import { outputsWithPrefix } from '../pipeline/wanted-outputs.ts'

/** What to do with papers. */
export interface PaperRun {
  readonly paths: readonly string[]
  readonly settings: Settings
  readonly terminal: Terminal
  /** Whether a live list may be drawn. */
  readonly isLive: boolean
  /** Output folder whose files need not be made again; missing where none are wanted. */
  readonly cache?: { readonly out: string; readonly force: boolean }
  /** Takes each paper as it is finished, and what it was built for. */
  readonly onPaper: (
    result: PaperResult,
    origin: PaperOrigin | undefined,
  ) => Promise<void>
}

/** Papers to build, the folder of each, and what to make of them. */
interface Work {
  readonly papers: readonly string[]
  readonly folders: ReadonlyMap<string, string>
  readonly wanted: ReadonlySet<OutputName>
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
  const { outputs, shard } = run.settings.options
  const wanted = outputs ? outputsWithPrefix(outputs) : new Set(usualOutputs)
  const found = await papersOf(run.paths, run.terminal)
  const { problems, contents } = found
  // Named after all papers: the parts of a whole end up in one folder.
  const folders = paperFolders(found.papers)
  const papers = shard
    ? papersOfShard(await sizesOf(found.papers, contents), shard)
    : found.papers
  const state = await lookUp({ papers, folders, contents, wanted }, run)
  const finish = async (result: PaperResult, list: LiveList): Promise<void> => {
    const key = state.keys.get(result.path)
    await run.onPaper(result, key === undefined ? undefined : { key, wanted })
    list.done(
      result.path,
      result.file.messages.some(({ fatal }) => fatal === true),
    )
  }
  // A build that was killed at its very end left nothing to make, but the profile of its browser.
  removeAbandonedFolders(tmpdir(), profileName)
  if (papers.some((path) => !state.unchanged.has(path)))
    await buildAll({ papers, folders, wanted }, state, run, finish)
  else
    for (const path of papers) {
      const result = state.unchanged.get(path)
      if (result) await finish(result, noList)
    }
  return { papers, problems }
}

/** Before the browser and most of the program are loaded: an unchanged build needs neither. */
async function lookUp(
  work: Work & Pick<CacheState, 'contents'>,
  { settings, cache }: PaperRun,
): Promise<CacheState> {
  if (!cache)
    return { unchanged: new Map(), keys: new Map(), contents: work.contents }
  const { options, flags, config } = settings
  const { browser, browserUrl, templates, allowRemote } = options
  const limits = limitsOf(options.limits)
  return findUnchanged({
    ...work,
    ...cache,
    flags,
    config,
    ...(browser === undefined ? {} : { browser }),
    ...(browserUrl === undefined ? {} : { browserUrl }),
    ...(templates === undefined ? {} : { templates }),
    ...(allowRemote === undefined ? {} : { allowRemote }),
    limits,
  })
}

async function buildAll(
  { papers, folders, wanted }: Work,
  { unchanged, contents }: CacheState,
  { settings, terminal, isLive }: PaperRun,
  finish: (result: PaperResult, list: LiveList) => Promise<void>,
): Promise<void> {
  const { options, flags, config } = settings
  const { concurrency = standardConcurrency, templates, allowRemote } = options
  const limits = limitsOf(options.limits)
  compileLess()
  const { Browser } = await import('../pipeline/browser.ts')
  await using browser = new Browser({
    ...(options.browser === undefined
      ? {}
      : { executablePath: options.browser }),
    ...(options.browserUrl === undefined ? {} : { url: options.browserUrl }),
    timeout: limits.page * 1000,
    onUnpack: () => {
      terminal.error(
        'Unpacking the browser that comes with studydeck, once …\n',
      )
    },
  })
  browser.warmUp()
  keepHeapSmall(await sizesOf(papers, contents))
  // Most of the program is read while the browser starts.
  const { build } = await import('../pipeline/index.ts')
  const list =
    isLive && terminal.screen
      ? await liveList(papers, concurrency, terminal.screen)
      : noList
  try {
    const results = build({
      papers,
      folders,
      browser,
      contents,
      unchanged,
      concurrency,
      flags,
      config,
      wanted,
      onStep: list.step,
      ...(templates === undefined ? {} : { templates }),
      ...(allowRemote === undefined ? {} : { allowRemote }),
      limits,
    })
    for await (const result of results) await finish(result, list)
  } finally {
    await list.end()
  }
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
