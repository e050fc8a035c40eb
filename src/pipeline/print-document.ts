import type { BuildContext } from './context.ts'
import { reportMissingGlyphs } from './missing-glyphs.ts'
import { outlineOf, type OutlineTopic } from './outline.ts'
import { trimLastPage } from './trim-last-page.ts'
import { destinationPages, PdfParts } from '../print/index.ts'
import type { OutputFile } from '../model/output.ts'
import { embedFonts } from '../render/print-html/fonts.ts'
import type { PaperHeading } from '../view/paper-heading.ts'

/**
 * Prints a document that flows over pages: fonts, wide blocks, bookmarks, title and author.
 *
 * @param html whole document without fonts, with `destinationLinks`
 * @param view what the document shows: gives title, author and the names of the bookmarks
 * @param context browser and file
 */
export async function printDocument(
  html: string,
  view: PaperHeading & { readonly topics: readonly OutlineTopic[] },
  context: BuildContext,
): Promise<Pick<OutputFile, 'contents' | 'pages'>> {
  const document = await embedFonts(html)
  reportMissingGlyphs(document.missing, context.file)
  const pdf = await context.browser.withPage(document.html, async (page) => {
    await page.evaluate(fitWide, 'pre, table, tex-math:not(table *)')
    await page.evaluate(keepWhole, keptWhole)
    await page.evaluate(trimLastPage, '.question')
    return page.pdf()
  })
  const { pages, destinations } = destinationPages(pdf)
  const parts = new PdfParts()
  parts.add(pdf)
  return {
    contents: parts.finish({
      title: view.title,
      ...(view.author === undefined ? {} : { author: view.author }),
      lang: view.lang,
      outline: outlineOf(view.topics, destinations),
    }),
    pages,
  }
}

/**
 * Runs in the page: what is wider than its column gets smaller, down to three fifths; then its words may break.
 * Formulas have no words. One page that is too wide would make the browser print every page smaller.
 */
function fitWide(selector: string): void {
  for (const element of document.querySelectorAll<HTMLElement>(selector)) {
    const ratio = ratioOf(element)
    if (ratio >= 1) continue
    element.style.zoom = String(Math.max(0.6, ratio))
    if (ratio >= 0.6) continue
    element.style.overflowWrap = 'anywhere'
    element.style.zoom = String(0.6 * Math.min(1, ratioOf(element)))
  }

  /** How much of its width there is room for. */
  function ratioOf(element: HTMLElement): number {
    const holder =
      element.closest('p, li, td, th, div, section') ?? document.body
    const { left, width } = element.getBoundingClientRect()
    const style = getComputedStyle(holder)
    const right =
      holder.getBoundingClientRect().right - parseFloat(style.paddingRight)
    const parts = [...element.querySelectorAll('.katex-base')].map(
      (part) => part.getBoundingClientRect().right,
    )
    const end = Math.max(
      left + width,
      left + element.scrollWidth * Number(element.style.zoom || 1),
      ...parts,
    )
    return end > right + 1 ? (right - left) / (end - left) : 1
  }
}

/** What is printed in one piece, up to which part of a page's height. */
const keptWhole = [
  { selector: '.situation', part: 1 / 2 },
  { selector: 'table', part: 1 / 3 },
  { selector: 'pre', part: 1 / 5 },
] as const

/** Runs in the page: `--text-height` is a page's height. */
function keepWhole(kept: typeof keptWhole): void {
  const page = document.createElement('div')
  page.style.height = 'var(--text-height)'
  document.body.append(page)
  const height = page.getBoundingClientRect().height
  page.remove()
  for (const { selector, part } of kept)
    for (const element of document.querySelectorAll<HTMLElement>(selector))
      if (element.getBoundingClientRect().height <= height * part)
        element.style.breakInside = 'avoid'
}
