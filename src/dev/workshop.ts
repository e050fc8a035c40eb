import { resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { PaperDesk, type DeskOptions } from './paper-desk.ts'
import { problemsOf } from './problems.ts'
import { slidePatch } from './slide-patch.ts'
import type {
  LiveState,
  ShownProblem,
  SlidePatch,
} from '../dev-client/state.ts'
import { sha256 } from '../pipeline/sha256.ts'
import {
  isShared,
  usualOutputs,
  type OutputFile,
  type OutputName,
} from '../model/output.ts'
import type { Lang } from '../model/paper.ts'
import { findPapers } from '../pipeline/find-papers.ts'
import { galleryPage } from '../pipeline/gallery-page.ts'
import { paperFolders } from '../pipeline/paper-folder.ts'

/** What a workshop works with. */
export interface WorkshopOptions {
  /** Papers and folders, as the user gave them. */
  readonly paths: readonly string[]
  readonly desk: DeskOptions
  /** Language of the gallery. @default 'ko' */
  readonly lang?: Lang
  /** Told when a paper was made anew, and how many milliseconds it took. */
  readonly onPaper: (desk: PaperDesk, milliseconds: number) => void
}

/** A page that is open in a browser. */
export interface OpenPage {
  /** Folder of the paper; empty for the gallery. */
  readonly folder: string
  readonly name: OutputName | ''
  /** What it shows; it becomes what it is told. */
  revision: string
  readonly tell: (state: LiveState) => void
}

/** How long bad news may wait: many an editor writes a file in pieces. */
const patience = 150

/** How many decks are remembered that open pages may still show. */
const mostPast = 8

/** The papers that are worked on, and the pages that show them. */
export class Workshop {
  #options: WorkshopOptions
  #desks = new Map<string, PaperDesk>()
  readonly #pages = new Set<OpenPage>()
  readonly #busy = new Set<PaperDesk>()
  readonly #again = new Set<PaperDesk>()
  /** Decks that were shown last, by revision. */
  readonly #past = new Map<string, string>()

  constructor(options: WorkshopOptions) {
    this.#options = options
  }

  /** Takes up papers that are new, and drops those that are gone. */
  async find(): Promise<void> {
    const { papers } = await findPapers(this.#options.paths)
    const folders = paperFolders(papers)
    const earlier = new Map(
      [...this.#desks.values()].map((desk) => [
        `${desk.folder}\0${desk.path}`,
        desk,
      ]),
    )
    const desks = papers.map((path) => {
      const folder = folders.get(path) ?? path
      return (
        earlier.get(`${folder}\0${path}`) ??
        new PaperDesk(path, folder, this.#options.desk)
      )
    })
    const added = desks.filter((desk) => !this.#desks.has(desk.folder))
    this.#desks = new Map(desks.map((desk) => [desk.folder, desk]))
    await Promise.all(added.map((desk) => this.refresh(desk)))
    await this.#tellGalleries()
  }

  /** Takes other options; everything is made anew. */
  async configure(options: WorkshopOptions): Promise<void> {
    this.#options = options
    for (const desk of this.#desks.values()) desk.options = options.desk
    await this.find()
    await Promise.all([...this.#desks.values()].map((desk) => this.#show(desk)))
  }

  desk(folder: string): PaperDesk | undefined {
    return this.#desks.get(folder)
  }

  /** Reads again whatever a changed file may belong to. */
  async onChange(path: string): Promise<void> {
    const absolute = resolve(path)
    const all = [...this.#desks.values()]
    const own = all.find((desk) => resolve(desk.path) === absolute)
    if (own) await this.refresh(own)
    // An image, perhaps: each paper knows its own.
    else if (!/\.(?:md|markdown)$/i.test(path))
      await Promise.all(all.map((desk) => this.refresh(desk)))
    if (/\.(?:md|markdown)$/i.test(path)) await this.find()
  }

  /** Reads a paper again, makes what its open pages show, and tells them. */
  async refresh(desk: PaperDesk): Promise<void> {
    if (this.#busy.has(desk)) {
      this.#again.add(desk)
      return
    }
    this.#busy.add(desk)
    try {
      do {
        this.#again.delete(desk)
        const start = performance.now()
        const wasDoubtful = desk.isDoubtful
        if (!(await desk.read())) break
        await desk.make(this.#shownOf(desk))
        if (desk.isDoubtful && !wasDoubtful) await pause(patience)
        if (await desk.isBehind()) this.#again.add(desk)
        if (this.#again.has(desk) && desk.isDoubtful) continue
        this.#options.onPaper(desk, performance.now() - start)
        await this.#show(desk)
      } while (this.#again.has(desk))
    } finally {
      this.#busy.delete(desk)
    }
  }

  /**
   * Registers an open page, and tells it how things are.
   *
   * @returns forgets the page
   */
  open(page: OpenPage): () => void {
    this.#pages.add(page)
    void this.#tell(page)
    return () => {
      this.#pages.delete(page)
    }
  }

  /** The gallery of everything that can be opened, without the script that reloads it. */
  async gallery(): Promise<string> {
    const papers = [...this.#desks.values()].flatMap((desk) => {
      const { card, folder } = desk
      if (!card) return []
      const thumbnail = `${encodeURIComponent(folder)}/thumbnail.png`
      const files = usualOutputs.filter(
        (name) => !(card.withheld && isShared(name)),
      )
      return [{ folder, card: { ...card, thumbnail }, files }]
    })
    const { lang, desk } = this.#options
    return galleryPage(
      papers,
      {
        ...(lang === undefined ? {} : { lang }),
        ...(desk.templates === undefined ? {} : { templates: desk.templates }),
      },
      '',
    )
  }

  /** Names a state of an output: pages that carry another name are old. */
  revisionOf(file: OutputFile | undefined): string {
    return file ? sha256(file.contents).slice(0, 16) : 'none'
  }

  #shownOf({ folder }: PaperDesk): OutputName[] {
    const names = [...this.#pages]
      .filter((page) => page.folder === folder)
      .map(({ name }) => name)
    return [...new Set(names)].filter((name) => name !== '')
  }

  async #show(desk: PaperDesk): Promise<void> {
    await desk.make(this.#shownOf(desk))
    const own = [...this.#pages].filter(({ folder }) => folder === desk.folder)
    await Promise.all(own.map((page) => this.#tell(page)))
    await this.#tellGalleries()
  }

  async #tellGalleries(): Promise<void> {
    const galleries = [...this.#pages].filter(({ folder }) => folder === '')
    await Promise.all(galleries.map((page) => this.#tell(page)))
  }

  async #tell(page: OpenPage): Promise<void> {
    if (page.folder === '' || page.name === '') {
      page.tell({
        revision: sha256(Buffer.from(await this.gallery())).slice(0, 16),
        problems: [...this.#desks.values()].flatMap(problemsOf),
      })
      return
    }
    const desk = this.desk(page.folder)
    const file = await desk?.output(page.name)
    const revision = this.revisionOf(file)
    const patch = this.#patch(page, file, revision)
    page.revision = revision
    page.tell({
      revision,
      ...(patch ? { patch } : {}),
      problems: desk ? problemsOf(desk) : [gone(page.folder)],
    })
  }

  /** Only decks are long enough to be worth it. */
  #patch(
    page: OpenPage,
    file: OutputFile | undefined,
    revision: string,
  ): SlidePatch | undefined {
    if (!file || page.name !== 'host/deck.html') return undefined
    const before = this.#past.get(page.revision)
    const after = Buffer.from(file.contents).toString()
    this.#past.delete(revision)
    this.#past.set(revision, after)
    for (const old of [...this.#past.keys()].slice(0, -mostPast))
      this.#past.delete(old)
    return before === undefined || page.revision === revision
      ? undefined
      : slidePatch(before, after)
  }
}

function gone(folder: string): ShownProblem {
  return {
    severity: 'error',
    place: folder,
    reason: 'Unexpected paper that is gone, expected its file where it was',
    line: '',
    note: 'Bring it back, or close this page.',
    rule: '',
  }
}
