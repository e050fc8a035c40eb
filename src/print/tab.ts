import type { CDPSession, Page, Protocol } from 'puppeteer-core'
import { documentIn, veil, type DocumentPage } from './document-page.ts'

/** Reserved for never being a real host: https://www.rfc-editor.org/rfc/rfc2606#section-2 */
const documentUrl = 'http://studydeck.invalid/'

/**
 * Characters of documents from which on it is worth the time to collect what is left of them. The browser does so when
 * scripts ask for memory, and there are none.
 */
const mostLeft = 1_000_000

/** A page of the browser, into which documents are loaded, one after the other: none finds anything of the one before. */
export class Tab {
  readonly page: Page
  readonly #scripts: boolean
  #isCrashed = false
  /** Characters of the documents that nobody has collected yet, and of the one that is shown. */
  #left = 0
  #answered: Promise<Answered> | undefined

  /**
   * @param page one that showed nothing yet
   * @param scripts whether scripts of documents run
   */
  constructor(page: Page, scripts: boolean) {
    this.page = page
    this.#scripts = scripts
    page.on('error', () => {
      this.#isCrashed = true
    })
  }

  get isCrashed(): boolean {
    return this.#isCrashed
  }

  /** Whether another document can be loaded. */
  get isUsable(): boolean {
    return !this.#isCrashed && !this.page.isClosed()
  }

  /**
   * Loads a self-contained document and waits until its fonts can be measured.
   *
   * @param html whole document; may have tens of megabytes, which is why it does not come as a `data:` URL
   * @param timeout limit in milliseconds
   * @throws BuildError when the browser cannot draw any text
   */
  async load(html: string, timeout: number): Promise<DocumentPage> {
    this.#answered ??= this.#prepare()
    const answered = await this.#answered
    answered.next = this.#scripts ? html : veiled(html)
    answered.requests = []
    const { requests } = answered
    await this.page.goto(documentUrl, { waitUntil: 'load', timeout })
    this.#left += html.length
    if (this.#left > mostLeft) await this.#collectLeft(answered.session)
    return documentIn(this.page, html, requests, timeout)
  }

  async #collectLeft(session: CDPSession): Promise<void> {
    await session.send('HeapProfiler.collectGarbage')
    this.#left = 0
  }

  async #prepare(): Promise<Answered> {
    await this.page.setJavaScriptEnabled(this.#scripts)
    return answerOnly(this.page)
  }
}

/** What a page is given, and what it asked for. */
interface Answered {
  readonly session: CDPSession
  /** The document that it may ask for, once. */
  next?: string | undefined
  requests: string[]
}

/**
 * Text that is laid out before its fonts can be used is laid out in fonts of the system, which Chromium asks of another
 * process, one character after the other: that takes longer than everything else that happens to the document.
 *
 * Images load all the same; scripts of the document would find nothing that they can measure.
 */
function veiled(html: string): string {
  return html.replace(
    /<head[^>]*>/i,
    (head) =>
      `${head}<style class="${veil}">body{display:none!important}</style>`,
  )
}

/** Gives the page our documents and refuses everything else. */
async function answerOnly(page: Page): Promise<Answered> {
  // Not page.setRequestInterception(): it is twice as slow on large documents.
  const session = await page.createCDPSession()
  const answered: Answered = { session, requests: [] }
  session.on('Fetch.requestPaused', (event) => {
    const { url } = event.request
    const { next } = answered
    if (url === documentUrl && next !== undefined) {
      answered.next = undefined
      void settle(fulfill(session, event, next))
      return
    }
    // Desktop Chrome asks for an icon that no document of ours names.
    if (url !== `${documentUrl}favicon.ico`) answered.requests.push(url)
    void settle(refuse(session, event))
  })
  await session.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] })
  return answered
}

async function fulfill(
  session: CDPSession,
  { requestId }: Protocol.Fetch.RequestPausedEvent,
  html: string,
): Promise<void> {
  await session.send('Fetch.fulfillRequest', {
    requestId,
    responseCode: 200,
    responseHeaders: [
      { name: 'content-type', value: 'text/html; charset=utf-8' },
    ],
    body: Buffer.from(html).toString('base64'),
  })
}

async function refuse(
  session: CDPSession,
  { requestId }: Protocol.Fetch.RequestPausedEvent,
): Promise<void> {
  await session.send('Fetch.failRequest', {
    requestId,
    errorReason: 'AccessDenied',
  })
}

/** The page may be gone before an answer reaches it; whoever waits for the page is told so. */
async function settle(answer: Promise<void>): Promise<void> {
  await answer.catch(() => undefined)
}
