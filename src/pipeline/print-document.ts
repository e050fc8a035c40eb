import type { BuildContext } from './context.ts'
import { reportMissingGlyphs } from './missing-glyphs.ts'
import { outlineOf, type OutlineTopic } from './outline.ts'
import { trimLastPage } from './trim-last-page.ts'
import { destinationPages, PdfParts } from '../print/index.ts'
import type { BrowserPage, PageSource } from '../model/browser-page.ts'
import { picturesIn } from '../gate/index.ts'
import type { OutputFile } from '../model/output.ts'
import { standardPortions } from '../model/portions.ts'
import { documentPortions } from '../render/document-portions.ts'
import { withPageNumbers } from '../render/page-numbers.ts'
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
): Promise<Pick<OutputFile, 'contents' | 'pages' | 'pictures'>> {
  const document = await embedFonts(html)
  reportMissingGlyphs(document.missing, context.file)
  const portions = documentPortions(
    document.html,
    context.portions ?? standardPortions,
  )
  const { pdf, lengths, destinations } = await printPortions(
    portions,
    context.browser,
  )
  return {
    contents: pdf.finish({
      title: view.title,
      ...(view.author === undefined ? {} : { author: view.author }),
      lang: view.lang,
      outline: outlineOf(view.topics, destinations),
    }),
    pages: sumOf(lengths),
    pictures: picturesIn(document.html),
  }
}

/** A document that was printed. */
interface Print {
  readonly pdf: PdfParts
  /** Pages of each portion. */
  readonly lengths: readonly number[]
  /** 0-based pages by the ids of elements. */
  readonly destinations: ReadonlyMap<string, number>
}

/** Makes one portion of a document. */
type MakePortion = () => string

/** Every page says of how many it is one: of a long document they are counted before any is printed. */
async function printPortions(
  portions: readonly MakePortion[],
  browser: PageSource,
): Promise<Print> {
  const [only, ...others] = portions
  if (only !== undefined && others.length === 0)
    return printNumbered([only], browser)
  const foreseen: number[] = []
  for (const portion of portions)
    foreseen.push(await browser.withPage(portion(), layOut))
  const print = await printNumbered(numbered(portions, foreseen), browser)
  return foreseen.join() === print.lengths.join()
    ? print
    : printNumbered(numbered(portions, print.lengths), browser)
}

function numbered(
  portions: readonly MakePortion[],
  lengths: readonly number[],
): MakePortion[] {
  return portions.map(
    (portion, index) => () =>
      withPageNumbers(portion(), {
        before: sumOf(lengths.slice(0, index)),
        total: sumOf(lengths),
      }),
  )
}

async function printNumbered(
  portions: readonly MakePortion[],
  browser: PageSource,
): Promise<Print> {
  const pdf = new PdfParts()
  const lengths: number[] = []
  const all = new Map<string, number>()
  for (const portion of portions) {
    const part = await browser.withPage(portion(), async (page) => {
      await layOut(page)
      return page.pdf()
    })
    const { pages, destinations } = destinationPages(part)
    for (const [id, page] of destinations) all.set(id, sumOf(lengths) + page)
    lengths.push(pages)
    pdf.add(part)
  }
  return { pdf, lengths, destinations: all }
}

/** @returns how many pages there will be */
async function layOut(page: BrowserPage): Promise<number> {
  await page.evaluate(fitWide, 'pre, table, tex-math:not(table *)')
  await page.evaluate(keepWhole, keptWhole)
  return page.evaluate(trimLastPage, '.question')
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0)
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
