import type { PrintedDeck } from './deck-press.ts'
import type { BrowserPage, PageSource } from '../model/browser-page.ts'
import type { Memo } from '../model/memo.ts'
import { PdfParts } from '../print/index.ts'

/** What is to be made of slides beside their files. */
export interface WantedPrint {
  readonly pdf?: boolean
  readonly thumbnail?: boolean
}

/** What was made of them. */
export interface DeckPrint {
  /** Without bookmarks; missing when it was not asked for. */
  readonly pdf?: PdfParts
  /** PNG of the first slide; missing when it was not asked for. */
  readonly thumbnail?: Uint8Array
}

/**
 * Prints a deck that stands in one page.
 *
 * @param page in which it was measured
 */
export async function printPage(
  printed: PrintedDeck,
  page: BrowserPage,
  wanted: WantedPrint,
  memo: Memo | undefined,
): Promise<DeckPrint> {
  if (wanted.pdf) await page.show(printed.html())
  const pdf = wanted.pdf ? new PdfParts() : undefined
  pdf?.add(await page.pdf())
  const thumbnail = wanted.thumbnail
    ? await firstSlide(printed, page, pdf !== undefined, memo)
    : undefined
  return { ...(pdf ? { pdf } : {}), ...(thumbnail ? { thumbnail } : {}) }
}

/**
 * Prints a long deck, one portion after the other, each in a page of its own.
 *
 * @param lengths slides of each portion
 */
export async function printPortions(
  printed: PrintedDeck,
  lengths: readonly number[],
  browser: PageSource,
  wanted: WantedPrint,
): Promise<DeckPrint> {
  const pdf = new PdfParts()
  let first = 0
  for (const length of wanted.pdf ? lengths : []) {
    const indexes = Array.from({ length }, (_, index) => first + index)
    pdf.add(await browser.withPage(printed.html(indexes), (page) => page.pdf()))
    first += length
  }
  const thumbnail = wanted.thumbnail
    ? await browser.withPage(printed.html([0]), (page) =>
        firstSlide(printed, page, true),
      )
    : undefined
  return {
    ...(wanted.pdf ? { pdf } : {}),
    ...(thumbnail ? { thumbnail } : {}),
  }
}

/**
 * PNG of the title slide at half its size.
 *
 * @param isWhole whether the page shows the whole deck
 */
async function firstSlide(
  printed: PrintedDeck,
  page: BrowserPage,
  isWhole: boolean,
  memo?: Memo,
): Promise<Uint8Array> {
  const key = `thumbnail ${printed.looks[0] ?? ''}`
  const known = memo?.find(key)
  if (known !== undefined) return known as Uint8Array
  if (!isWhole) await page.show(printed.html([0]))
  const area = await page.evaluate(() => {
    const slide = document.querySelector('.slide')
    slide?.scrollIntoView()
    const { x = 0, y = 0 } = slide?.getBoundingClientRect() ?? {}
    return { x: x + scrollX, y: y + scrollY, width: 1280, height: 720 }
  }, null)
  const thumbnail = await page.screenshot({ ...area, scale: 0.5 })
  memo?.keep(key, thumbnail)
  return thumbnail
}
