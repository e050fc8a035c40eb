import type { DocumentPage, LoadOptions } from './document-page.ts'
import type { RunningBrowser } from './launch.ts'
import { Tab } from './tab.ts'

/** A document that stays in its page. */
export interface KeptDocument {
  readonly tab: Tab
  readonly document: DocumentPage
}

/**
 * Characters of a document whose page is used again: what the browser took for a longer one goes with its process. A
 * deck of 18 questions has 450,000, a portion of a long one 700,000.
 */
const mostReused = 600_000

/**
 * The pages of one browser. A new one is a new process, which takes longer than many a document: pages are used again.
 */
export class Tabs {
  readonly #browser: RunningBrowser
  #idle: Tab[] = []
  #fresh: Promise<Tab> | undefined
  #kept: KeptDocument | undefined

  constructor(browser: RunningBrowser) {
    this.#browser = browser
  }

  /** Opens a page beforehand; a failure is told by `take`. */
  prepare(): void {
    this.#fresh = this.#open(false)
    this.#fresh.catch(() => undefined)
  }

  /** Nobody else gets it until it is given back. */
  async take({ scripts = false }: LoadOptions): Promise<Tab> {
    if (scripts) return this.#open(scripts)
    this.#idle = this.#idle.filter(({ isUsable }) => isUsable)
    const idle = this.#idle.pop()
    if (idle) return idle
    const fresh = this.#fresh
    this.#fresh = undefined
    return fresh ?? this.#open(false)
  }

  /** A page with a document that stayed in it. */
  takeKept(): KeptDocument | undefined {
    const kept = this.#kept
    this.#kept = undefined
    return kept?.tab.isUsable ? kept : undefined
  }

  /**
   * Takes a page for other documents.
   *
   * @param html what was loaded into it
   * @returns whether it was taken; otherwise it is to be closed
   */
  giveBack(
    used: KeptDocument,
    html: string,
    { scripts = false, kept = false, isPortion = false }: LoadOptions,
  ): boolean {
    if (kept) {
      if (this.#kept) return false
      this.#kept = used
      return true
    }
    if (scripts || isPortion || html.length > mostReused) return false
    this.#idle.push(used.tab)
    return true
  }

  async #open(scripts: boolean): Promise<Tab> {
    return new Tab(await this.#browser.newPage({ isSeen: scripts }), scripts)
  }
}
