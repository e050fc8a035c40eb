import { VFile } from 'vfile'
import { buildPaper, type BuildStep, type PaperResult } from './build-paper.ts'
import { paperFolders } from './paper-folder.ts'
import type { OptionLayers } from './paper-settings.ts'
import { usualOutputs, type OutputName } from '../model/output.ts'
import { BuildError } from '../model/build-error.ts'
import type { Limits } from '../model/limits.ts'
import { report } from '../model/report.ts'
import type { PageSource } from '../model/browser-page.ts'

/** What to build. */
export interface BuildOptions extends OptionLayers {
  /** Papers, as the user gave them. */
  readonly papers: readonly string[]
  /** Output folders by path, where there are more papers than are built here. @default named after the papers */
  readonly folders?: ReadonlyMap<string, string>
  readonly browser: PageSource
  /** Outputs to make; everything when left out. */
  readonly wanted?: ReadonlySet<OutputName>
  /** Folder whose templates win over ours. */
  readonly templates?: string
  /** Whether images on the web are fetched, once, into the user's cache. @default false */
  readonly allowRemote?: boolean
  /** What each paper may cost. */
  readonly limits?: Limits
  /** Bytes of papers that are not read from disk, by path. */
  readonly contents?: ReadonlyMap<string, Uint8Array>
  /** Papers whose result is known already: it is handed out as it is. */
  readonly unchanged?: ReadonlyMap<string, PaperResult>
  /** Papers that are built at the same time. @default 1 */
  readonly concurrency?: number
  /** Told whenever a step of a paper begins. */
  readonly onStep?: (path: string, step: BuildStep) => void
}

/**
 * Builds papers and hands out each as it is finished, in their order; writes nothing.
 *
 * @param options what to build
 * @throws {BuildError} when the environment fails; a bad paper only gets messages
 */
export async function* build(
  options: BuildOptions,
): AsyncGenerator<PaperResult> {
  const folders = options.folders ?? paperFolders(options.papers)
  const running: Promise<PaperResult>[] = []
  for (const path of options.papers) {
    const known = options.unchanged?.get(path)
    const result = known
      ? Promise.resolve(known)
      : buildOne(path, folders.get(path) ?? path, options)
    // Whoever waits for it gets the error; nobody may wait for those behind a failed one.
    result.catch(() => undefined)
    running.push(result)
    const next =
      running.length >= (options.concurrency ?? 1) ? running.shift() : undefined
    if (next) yield await next
  }
  for (const result of running) yield await result
}

/** A paper that the browser cannot finish is told so, and the others are built; what was built of it before stays. */
async function buildOne(
  path: string,
  folder: string,
  options: BuildOptions,
): Promise<PaperResult> {
  try {
    return await buildWith(path, folder, options)
  } catch (error) {
    if (!(error instanceof BuildError) || error.code !== 'PAGE_FAILED')
      throw error
    const file = new VFile({ path })
    report(
      file,
      'page-failed',
      `Unexpected end of the browser, expected it to lay out the paper: ${error.message}`,
      undefined,
      'Build it again; where it fails every time, divide the paper or give it more time with --limits page=300.',
    )
    return { path, folder, file, files: [], images: {}, stale: [] }
  }
}

function buildWith(
  path: string,
  folder: string,
  options: BuildOptions,
): Promise<PaperResult> {
  const { browser, templates, allowRemote, limits, flags, config, onStep } =
    options
  const contents = options.contents?.get(path)
  return buildPaper(path, {
    browser,
    folder,
    wanted: options.wanted ?? new Set(usualOutputs),
    ...(templates === undefined ? {} : { templates }),
    ...(allowRemote === undefined ? {} : { allowRemote }),
    ...(limits === undefined ? {} : { limits }),
    ...(flags === undefined ? {} : { flags }),
    ...(config === undefined ? {} : { config }),
    ...(contents === undefined ? {} : { contents }),
    ...(onStep === undefined
      ? {}
      : {
          onStep: (step) => {
            onStep(path, step)
          },
        }),
  })
}
