import { VFile } from 'vfile'
import { VFileMessage } from 'vfile-message'
import { readStable, stampOf } from './stable-read.ts'
import { BuildError } from '../model/build-error.ts'
import { Memo } from '../model/memo.ts'
import type { GalleryCard } from '../model/gallery-card.ts'
import { isShared, type OutputFile, type OutputName } from '../model/output.ts'
import { isFatal } from '../model/report.ts'
import {
  buildPaper,
  type BuildPaperOptions,
  type PaperResult,
} from '../pipeline/build-paper.ts'
import { hashImages } from '../pipeline/image-hashes.ts'

/** What every paper is built with. */
export type DeskOptions = Omit<
  BuildPaperOptions,
  'folder' | 'wanted' | 'contents' | 'memo' | 'onStep'
>

/** One state of a paper on disk, and what was made of it so far. */
interface Revision {
  readonly contents: Uint8Array | undefined
  readonly stamp: string
  readonly made: Map<OutputName, Promise<PaperResult>>
  readonly results: PaperResult[]
  /** What else went wrong, such as a browser that does not start. */
  failure?: BuildError
}

/** A paper that is being worked on: its outputs are made when somebody asks for them, and kept until it changes. */
export class PaperDesk {
  readonly path: string
  readonly folder: string
  #options: DeskOptions
  #revision: Revision = fresh(undefined, '')
  /** What of the last revisions is the same in the next. */
  #memo = new Memo()

  constructor(path: string, folder: string, options: DeskOptions) {
    this.path = path
    this.folder = folder
    this.#options = options
  }

  /** Takes other options, with which everything is made anew. */
  set options(options: DeskOptions) {
    this.#options = options
    this.#memo = new Memo()
    this.#revision = fresh(this.#revision.contents, this.#revision.stamp)
  }

  /**
   * Reads the paper from disk.
   *
   * @returns whether anything is to be made anew
   */
  async read(): Promise<boolean> {
    const contents = await readStable(this.path)
    const stamp = await stampOf(this.path).catch(() => '')
    const same =
      contents !== undefined &&
      this.#revision.contents !== undefined &&
      Buffer.from(contents).equals(this.#revision.contents)
    if (same && !(await this.#hasOtherImages())) return false
    this.#revision = fresh(contents, stamp)
    this.#memo.nextRound()
    return true
  }

  /** Whether the file was written after it was read, which watchers do not always tell. */
  async isBehind(): Promise<boolean> {
    return (await stampOf(this.path).catch(() => '')) !== this.#revision.stamp
  }

  /**
   * Makes outputs, unless they are there already.
   *
   * @param names none to only read and split the paper
   */
  async make(names: readonly OutputName[]): Promise<void> {
    const revision = this.#revision
    const missing = names.filter((name) => !revision.made.has(name))
    if (missing.length > 0 || revision.results.length === 0) {
      const result = this.#build(revision, new Set(missing))
      if (missing.length === 0) await result.catch(() => undefined)
      for (const name of missing) revision.made.set(name, result)
    }
    await Promise.allSettled(
      names.flatMap((name) => revision.made.get(name) ?? []),
    )
  }

  /**
   * Gives one output, made if need be.
   *
   * @returns `undefined` where there is none: a doubtful paper has nothing for participants
   */
  async output(name: OutputName): Promise<OutputFile | undefined> {
    await this.make([name])
    const revision = this.#revision
    const result = await revision.made.get(name)?.catch(() => undefined)
    // Whatever output it was that showed the problem.
    if (isShared(name) && this.isDoubtful) return undefined
    return result?.files.find(({ path }) => path === `${this.folder}/${name}`)
  }

  /** What the gallery shows; missing while the paper cannot be read. */
  get card(): GalleryCard | undefined {
    const { results } = this.#revision
    const card = results.findLast((result) => result.card)?.card
    return card && { ...card, withheld: this.isDoubtful }
  }

  /** Whether participants get nothing. */
  get isDoubtful(): boolean {
    return this.messages.some(isFatal)
  }

  /** The paper's file, with its text and everything that was said of it so far. */
  get file(): VFile {
    const value = this.#revision.results.at(-1)?.file.value ?? ''
    const file = new VFile({ path: this.path, value })
    file.messages = this.messages
    return file
  }

  /** Everything that was said of the paper so far, each once. */
  get messages(): VFileMessage[] {
    const { results, failure } = this.#revision
    const all = results.flatMap(({ file }) => file.messages)
    const once = new Map(
      all.map((one) => [
        `${one.line ?? 0}:${one.column ?? 0}:${one.reason}`,
        one,
      ]),
    )
    return [...once.values(), ...(failure ? [messageOf(failure)] : [])]
  }

  async #build(
    revision: Revision,
    wanted: ReadonlySet<OutputName>,
  ): Promise<PaperResult> {
    try {
      const { contents } = revision
      const result = await buildPaper(this.path, {
        ...this.#options,
        folder: this.folder,
        memo: this.#memo,
        wanted,
        ...(contents === undefined ? {} : { contents }),
      })
      revision.results.push(result)
      return result
    } catch (error) {
      if (error instanceof BuildError) revision.failure = error
      throw error
    }
  }

  async #hasOtherImages(): Promise<boolean> {
    const images = this.#revision.results[0]?.images ?? {}
    const now = await hashImages(this.path, Object.keys(images))
    return Object.entries(now).some(([url, hash]) => images[url] !== hash)
  }
}

function fresh(contents: Uint8Array | undefined, stamp: string): Revision {
  return { contents, stamp, made: new Map(), results: [] }
}

function messageOf(failure: BuildError): VFileMessage {
  const message = new VFileMessage(failure.message)
  message.fatal = true
  return message
}
