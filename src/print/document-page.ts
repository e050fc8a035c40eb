import type { CDPSession, Page, Protocol } from 'puppeteer-core'
import { BuildError } from '../model/build-error.ts'
import type { BrowserPage, ScreenshotArea } from '../model/browser-page.ts'
import { fixDates } from './fixed-pdf.ts'
import { showDocument } from './show-document.ts'

/** A `BrowserPage` with what tests and thumbnails need beyond it. */
export interface DocumentPage extends BrowserPage {
  /** URLs that the document asked for; every one was refused. */
  readonly requests: readonly string[]
}

/** How a document is loaded. */
export interface LoadOptions {
  /** Lets scripts of the document run: only for tests of our own player. @default false */
  readonly scripts?: boolean
  /** Whether a page may be used that showed another document before, and will show others. @default false */
  readonly kept?: boolean
}

/** Reserved for never being a real host: https://www.rfc-editor.org/rfc/rfc2606#section-2 */
export const documentUrl = 'http://studydeck.invalid/'

/**
 * Loads a self-contained document and waits until its fonts can be measured.
 *
 * @param page fresh page
 * @param html whole document; may have tens of megabytes, which is why it does not come as a `data:` URL
 * @param timeout limit in milliseconds
 * @throws BuildError when the browser cannot draw any text
 */
export async function loadDocument(
  page: Page,
  html: string,
  options: LoadOptions,
  timeout: number,
): Promise<DocumentPage> {
  await page.setJavaScriptEnabled(options.scripts ?? false)
  const requests = await answerOnly(page, options.scripts ? html : veiled(html))
  await page.goto(documentUrl, { waitUntil: 'load', timeout })
  if (!(await page.evaluate(loadFonts, veil)))
    throw new BuildError(
      'BROWSER_FAILED',
      'Cannot draw text because the browser finds no font, install one (such as `apt-get install fonts-dejavu-core`)',
    )
  let shown = html
  return {
    requests,
    show: async (next) => {
      if (next === shown) return
      const keepsHead = headOf(next) === headOf(shown)
      await page.evaluate(showDocument, {
        html: keepsHead
          ? `<!doctype html>${next.slice(headOf(next).length)}`
          : next,
        keepsHead,
      })
      if (!keepsHead) await page.evaluate(loadFonts, veil)
      shown = next
    },
    evaluate: async (fn, argument) =>
      (await page.evaluate(
        fn as (argument: unknown) => unknown,
        argument,
      )) as never,
    run: async (script) => (await page.evaluate(script)) as never,
    pdf: async () =>
      fixDates(
        await page.pdf({
          preferCSSPageSize: true,
          printBackground: true,
          tagged: true,
          outline: false,
          timeout,
        }),
      ),
    screenshot: (clip) => (clip ? screenshotOf(page, clip) : page.screenshot()),
  }
}

/**
 * Not page.screenshot(): it forgets the scale within the viewport, and beyond it lays every slide out once more.
 *
 * @see https://github.com/puppeteer/puppeteer/blob/main/packages/puppeteer-core/src/cdp/Page.ts `getIntersectionRect`
 */
async function screenshotOf(
  page: Page,
  { scale = 1, ...area }: ScreenshotArea,
): Promise<Uint8Array> {
  const session = await page.createCDPSession()
  const { data } = await session.send('Page.captureScreenshot', {
    format: 'png',
    clip: { ...area, scale },
  })
  await session.detach()
  return Buffer.from(data, 'base64')
}

/** Everything before the body: fonts and styles, which take longest to read. */
function headOf(html: string): string {
  return html.slice(0, html.indexOf('<body'))
}

/** Class of the style that hides a document until its fonts are there. */
const veil = 'studydeck-veil'

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

/** Gives the page our document and refuses everything else. */
async function answerOnly(page: Page, html: string): Promise<string[]> {
  const requests: string[] = []
  // Not page.setRequestInterception(): it is twice as slow on large documents.
  const session = await page.createCDPSession()
  let isAnswered = false
  session.on('Fetch.requestPaused', (event) => {
    const { url } = event.request
    if (url === documentUrl && !isAnswered) {
      isAnswered = true
      void settle(fulfill(session, event, html))
      return
    }
    // Desktop Chrome asks for an icon that no document of ours names.
    if (url !== `${documentUrl}favicon.ico`) requests.push(url)
    void settle(refuse(session, event))
  })
  await session.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] })
  return requests
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

/**
 * Runs in the page. Faces that no character of the first layout used are loaded too, so that later changes measure right.
 *
 * @param veil class of the style that hid the document so far
 * @returns whether text takes any room: without a single font in the system nothing is drawn, and nothing complains
 */
async function loadFonts(veil: string): Promise<boolean> {
  await Promise.allSettled([...document.fonts].map((face) => face.load()))
  await document.fonts.ready
  const probe = document.createElement('span')
  probe.style.cssText = 'position: absolute; font: 16px sans-serif'
  probe.textContent = 'x'
  document.documentElement.append(probe)
  const { width } = probe.getBoundingClientRect()
  probe.remove()
  document.querySelector(`style.${veil}`)?.remove()
  return width > 0
}
