import type { Page } from 'puppeteer-core'
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
  /** Whether it is a part of a long document: what the browser keeps of it goes with its page. @default false */
  readonly isPortion?: boolean
}

/** Class of the style that hides a document until its fonts are there. */
export const veil = 'studydeck-veil'

/**
 * Waits until the fonts of a document can be measured.
 *
 * @param page has loaded the document, behind a veil
 * @param html the document
 * @param requests what it asked for, and will
 * @param timeout limit in milliseconds for printing
 * @throws BuildError when the browser cannot draw any text
 */
export async function documentIn(
  page: Page,
  html: string,
  requests: readonly string[],
  timeout: number,
): Promise<DocumentPage> {
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
