import type { Page } from 'puppeteer-core'
import { Clock, OutOfTime } from './clock.ts'
import { BuildError } from '../model/build-error.ts'
import type { PageSource } from '../model/browser-page.ts'
import {
  loadDocument,
  type DocumentPage,
  type LoadOptions,
} from './document-page.ts'
import type { FindBrowserOptions } from './find-browser.ts'
import type { RunningBrowser } from './running-browser.ts'
import { unlessGone } from './unless-gone.ts'

/** Which browser to start and how long to wait for it. */
export interface BrowserOptions extends FindBrowserOptions {
  /** Limit in milliseconds for the start, and for a small document; large ones get more. @default 60000 */
  readonly timeout?: number
  /** Address of a browser that runs elsewhere, `ws://…`: none is started then. */
  readonly url?: string
}

/**
 * The browser that measures and prints: started at the first document, kept for all others.
 *
 * ```ts
 * await using browser = new Browser()
 * const pdf = await browser.withPage(html, (page) => page.pdf())
 * ```
 */
export class Browser implements PageSource, AsyncDisposable {
  readonly #options: BrowserOptions
  readonly #timeout: number
  #launched: Promise<RunningBrowser> | undefined
  #kept: KeptPage | undefined
  /** Opened beforehand. */
  #fresh: FreshPage | undefined

  constructor(options: BrowserOptions = {}) {
    this.#options = options
    this.#timeout = options.timeout ?? 60_000
  }

  /** Starts the browser and opens a page without waiting for them; a failure is told by the first `withPage`. */
  warmUp(): void {
    const launched = this.#launch()
    const page = launched.then((browser) => browser.newPage())
    page.catch(() => undefined)
    this.#fresh = { page, launched }
  }

  /**
   * Loads a self-contained document in a fresh page, waits for its fonts, and closes the page afterwards.
   *
   * When the browser crashes it is started once more, and `use` runs again from the start. When it hangs it is ended, and
   * the next document gets a new one.
   *
   * @throws BuildError `BROWSER_NOT_FOUND` or `BROWSER_FAILED` where none can be started, `PAGE_FAILED` where this document
   *   cannot be finished; whatever `use` throws
   */
  async withPage<Result>(
    html: string,
    use: (page: DocumentPage) => Promise<Result>,
    options: LoadOptions = {},
  ): Promise<Result> {
    const attempt = await this.#attempt(html, use, options)
    if (attempt !== crashed) return attempt
    const second = await this.#attempt(html, use, options)
    if (second !== crashed) return second
    throw new BuildError(
      'PAGE_FAILED',
      'Cannot finish a document because the browser crashed twice, free some memory or name another browser with --browser',
    )
  }

  /** Ends the browser and removes its profile. A later `withPage` starts a new one. */
  async close(): Promise<void> {
    const launched = this.#launched
    this.#launched = undefined
    // A browser that did not start has nothing to close, and its failure was told already.
    const browser = await launched?.catch(() => undefined)
    await browser?.close()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close()
  }

  #launch(): Promise<RunningBrowser> {
    this.#launched ??= this.#start()
    return this.#launched
  }

  async #start(): Promise<RunningBrowser> {
    const { connectBrowser, launchBrowser } = await import('./start-browser.ts')
    const { url } = this.#options
    return url === undefined
      ? launchBrowser(this.#options, this.#timeout)
      : connectBrowser(url, this.#timeout)
  }

  /** Nobody else gets it until it is brought back. */
  #takeKept(launched: Promise<RunningBrowser>): KeptPage | undefined {
    const kept = this.#kept
    this.#kept = undefined
    return kept?.launched === launched && !kept.page.isClosed()
      ? kept
      : undefined
  }

  /** A page that showed nothing yet. */
  #newPage(
    launched: Promise<RunningBrowser>,
    browser: RunningBrowser,
  ): Promise<Page> {
    const fresh = this.#fresh
    this.#fresh = undefined
    return fresh?.launched === launched ? fresh.page : browser.newPage()
  }

  async #attempt<Result>(
    html: string,
    use: (page: DocumentPage) => Promise<Result>,
    options: LoadOptions,
  ): Promise<Result | typeof crashed> {
    const launched = this.#launch()
    const browser = await launched
    let page: Page | undefined
    const state = { isCrashed: false }
    const clock = new Clock(this.#timeout, html)
    const onCrash = (): void => {
      state.isCrashed = true
    }
    const work = async (): Promise<Result> => {
      const kept = options.kept ? this.#takeKept(launched) : undefined
      page = kept?.page ?? (await this.#newPage(launched, browser))
      page.on('error', onCrash)
      await kept?.document.show(html)
      const document =
        kept?.document ?? (await loadDocument(page, html, options, clock.limit))
      const result = await use(timed(document, clock))
      if (options.kept && !this.#kept) {
        page.off('error', onCrash)
        this.#kept = { page, document, launched }
        page = undefined
      }
      return result
    }
    try {
      return await clock.within(work(), browser.gone)
    } catch (error) {
      if (state.isCrashed || !browser.isConnected()) {
        // Another document may have started a new browser already: that one stays.
        if (this.#launched === launched) await this.close()
        return crashed
      }
      if (!(await isTimeout(error))) throw error
      // It may answer to nothing any more, not even to being asked to close the page.
      page = undefined
      if (this.#launched === launched) await this.close()
      throw timeoutError(clock.limit, error)
    } finally {
      // The page of a browser that is gone is closed already.
      if (page)
        await unlessGone(page.close(), browser.gone).catch(() => undefined)
    }
  }
}

/** A page that nobody has yet. */
interface FreshPage {
  readonly page: Promise<Page>
  readonly launched: Promise<RunningBrowser>
}

/** A page that was kept. */
interface KeptPage {
  readonly page: Page
  readonly document: DocumentPage
  readonly launched: Promise<RunningBrowser>
}

/** What is shown later in the same page gets its time as well. */
function timed(document: DocumentPage, clock: Clock): DocumentPage {
  return {
    ...document,
    show: (html) => {
      clock.extend(html)
      return document.show(html)
    },
  }
}

/** What an attempt gives that ended because the browser did. */
const crashed = Symbol('crashed')

async function isTimeout(error: unknown): Promise<boolean> {
  const { TimeoutError } = await import('./start-browser.ts')
  return (
    error instanceof OutOfTime ||
    error instanceof TimeoutError ||
    (error instanceof Error && error.message.includes('protocolTimeout'))
  )
}

function timeoutError(timeout: number, cause: unknown): BuildError {
  return new BuildError(
    'PAGE_FAILED',
    `Cannot finish a document within ${Math.round(timeout / 1000)} seconds, make the paper smaller or try again`,
    { cause },
  )
}
