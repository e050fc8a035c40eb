import { cardOf } from './gallery-card.ts'
import { handOut } from './hand-out.ts'
import { hashImages } from './image-hashes.ts'
import { loadPaper } from './load-paper.ts'
import { settle, type OptionLayers } from './paper-settings.ts'
import { buildAnswerKey } from './answer-key.ts'
import { buildDeck } from './deck.ts'
import { buildQuestionDeck } from './question-deck.ts'
import { buildNotebooks } from './notebook.ts'
import { buildPassage } from './passage.ts'
import { buildWorksheet } from './worksheet.ts'
import { stalePaths } from './stale-paths.ts'
import type { BuildContext } from './context.ts'
import { wordsOf } from '../config/words.ts'
import type { GalleryCard } from '../model/gallery-card.ts'
import { loadImages, reportLocalLinks } from '../images/index.ts'
import { limitsOf, type Limits } from '../model/limits.ts'
import type { Memo } from '../model/memo.ts'
import { isFatal } from '../model/report.ts'
import { isShared } from '../model/output.ts'
import type { OutputFile, OutputName } from '../model/output.ts'
import type { PageSource } from '../model/browser-page.ts'
import type { Paper } from '../model/paper.ts'
import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'

/** What building one paper gave. */
export interface PaperResult {
  /** Path of the paper as the user gave it. */
  readonly path: string
  /** Folder of its outputs, below the output folder. */
  readonly folder: string
  /** Carries the messages. */
  readonly file: VFile
  /** What the gallery shows of it; missing when the file cannot be read as text. */
  readonly card?: GalleryCard
  /** Files to write, below the output folder. */
  readonly files: readonly OutputFile[]
  /** Of an unchanged paper: files that an earlier build wrote and that are what would be made, with their bytes. */
  readonly kept?: readonly { readonly path: string; readonly bytes: number }[]
  /** Hashes of the images beside the paper, by the URL that the author wrote. */
  readonly images: Readonly<Record<string, string>>
  /** Files that must not stay below the output folder: a doubtful paper takes back what an earlier build handed out. */
  readonly stale: readonly string[]
  /** What the gate saw, in one line. */
  readonly receipt?: string
}

/** How to build one paper. */
export interface BuildPaperOptions extends OptionLayers {
  readonly browser: PageSource
  /** Folder of its outputs, below the output folder. */
  readonly folder: string
  readonly wanted: ReadonlySet<OutputName>
  readonly templates?: string
  /** Whether images on the web are fetched. @default false */
  readonly allowRemote?: boolean
  /** What the paper may cost. */
  readonly limits?: Limits
  /** Bytes of the paper where it is not read from disk. */
  readonly contents?: Uint8Array
  /** What is known of a paper that is built again and again with the same options. */
  readonly memo?: Memo
  /** Told whenever a step begins. */
  readonly onStep?: (step: BuildStep) => void
}

/** What building one paper goes through. */
export type BuildStep =
  | 'reading'
  | 'slides'
  | 'worksheet'
  | 'answer key'
  | 'notebooks'
  | 'passage'
  | 'question slides'
  | 'gate'

/** In the order of their files. */
const steps = [
  ['slides', buildDeck],
  ['worksheet', buildWorksheet],
  ['answer key', buildAnswerKey],
  ['notebooks', buildNotebooks],
  ['passage', buildPassage],
  ['question slides', buildQuestionDeck],
] as const

type Step = (typeof steps)[number]

/**
 * Builds the wanted outputs of one paper.
 *
 * As soon as one message is fatal, nothing is handed out: files for participants are neither made nor kept.
 *
 * @param path paper, as the user gave it
 * @throws {BuildError} when the environment fails (no browser …); never for what the paper says
 */
export async function buildPaper(
  path: string,
  options: BuildPaperOptions,
): Promise<PaperResult> {
  options.onStep?.('reading')
  const { file, read } = await readPaper(path, options)
  const { folder } = options
  const none = { path, folder, file, files: [], images: {} }
  if (!read) return { ...none, stale: stalePaths(folder) }
  const { paper, context, images } = read
  const files = await takeSteps(paper, context, options.onStep)
  options.onStep?.('gate')
  const handedOut = await handOut(paper, files, context)
  file.messages.sort(byPlace)
  const withheld = file.messages.some(isFatal)
  return {
    ...none,
    images,
    card: cardOf(paper, handedOut.files, withheld),
    ...handedOut,
    files: handedOut.files.map((output) => ({
      ...output,
      path: `${folder}/${output.path}`,
    })),
    stale: withheld ? stalePaths(folder) : [],
  }
}

/** A paper with all that its outputs are built with. */
interface ReadPaper {
  readonly paper: Paper
  readonly context: BuildContext
  /** Hashes of the images beside it. */
  readonly images: PaperResult['images']
}

/** Apart, so that nothing keeps the tree once it was read: of a long paper it is a third of the memory. */
async function readPaper(
  path: string,
  options: BuildPaperOptions,
): Promise<{ file: VFile; read?: ReadPaper }> {
  const {
    file,
    paper: loaded,
    tree,
  } = await loadPaper(path, options.contents, options.limits, options.memo)
  if (!loaded || !tree) return { file }
  const images = await hashImages(path, imageUrls(tree))
  const { paper, context: settings } = settle(loaded, options)
  reportLocalLinks(tree, file)
  const context: BuildContext = {
    file,
    browser: options.browser,
    images: await loadImages(tree, file, options),
    words: wordsOf(paper.lang),
    wanted: wantedOf(options.wanted, file),
    limits: options.limits ?? limitsOf(),
    memo: options.memo,
    ...settings,
    ...(options.templates === undefined
      ? {}
      : { templates: options.templates }),
  }
  return { file, read: { paper, context, images } }
}

/** Steps that run at the same time report in any order. */
function byPlace(a: VFileMessage, b: VFileMessage): number {
  return (
    (a.line ?? 0) - (b.line ?? 0) ||
    (a.column ?? 0) - (b.column ?? 0) ||
    a.message.localeCompare(b.message, 'en')
  )
}

/** Questions from which on outputs are made one after the other: the pages of all of them would fill the memory. */
const longPaper = 60

/** All at once, but for long papers: while the browser lays out one document, the next is being written. */
async function takeSteps(
  paper: Paper,
  context: BuildContext,
  onStep?: (step: BuildStep) => void,
): Promise<OutputFile[]> {
  const running = new Set(steps.map(([name]) => name))
  const tellNext = (): void => {
    const [next] = running
    if (next) onStep?.(next)
  }
  tellNext()
  const take = async ([name, step]: Step): Promise<OutputFile[]> => {
    const files = await step(paper, context)
    running.delete(name)
    tellNext()
    return files
  }
  const isLong =
    paper.topics.flatMap((topic) => topic.questions).length > longPaper
  let before: Promise<unknown> = Promise.resolve()
  const ended = await Promise.allSettled(
    steps.map((step) => {
      const files = isLong ? before.then(() => take(step)) : take(step)
      before = files.catch(() => undefined)
      return files
    }),
  )
  // Whatever failed, nobody uses the browser any more.
  return ended.flatMap((step) => {
    if (step.status === 'rejected') throw step.reason
    return step.value
  })
}

function wantedOf(
  wanted: ReadonlySet<OutputName>,
  file: VFile,
): ReadonlySet<OutputName> {
  return file.messages.some(isFatal)
    ? new Set([...wanted].filter((name) => !isShared(name)))
    : wanted
}

function imageUrls(tree: Root): string[] {
  const urls = new Set<string>()
  visit(tree, 'image', ({ url }) => {
    urls.add(url)
  })
  return [...urls]
}
