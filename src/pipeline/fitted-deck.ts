import type { DeckPress, PrintedDeck } from './deck-press.ts'
import { outlineOf } from './outline.ts'
import { fitSlide, measuredFits, type FittedSlide } from '../layout/fit.ts'
import { measureImages, type ShownImage } from '../layout/measure-images.ts'
import { measureOverflow } from '../layout/measure-overflow.ts'
import { measureSlides } from '../layout/measure-slides.ts'
import { showDocument } from '../layout/show-document.ts'
import type { BrowserPage, PageSource } from '../model/browser-page.ts'
import type { QuestionPart } from '../model/paper.ts'
import { withPdfInfo } from '../print/index.ts'
import type { Slide } from '../render/slides/slide.ts'
import type { DeckView } from '../view/deck-view.ts'

/** How often text that came out taller than measured is fitted again. */
const mostAttempts = 4

/** Slides that fit, as files. */
export interface FittedDeck {
  readonly fitted: readonly FittedSlide[]
  /** How each slide shows the images of its body. */
  readonly images: readonly (readonly ShownImage[])[]
  readonly printed: PrintedDeck
  /** Without bookmarks; missing when it was not asked for. */
  readonly pdf?: Uint8Array
  /** PNG of the first slide; missing when it was not asked for. */
  readonly thumbnail?: Uint8Array
}

/** What is made of slides beside their files. */
interface FitOptions {
  readonly pdf?: boolean
  readonly thumbnail?: boolean
}

/**
 * Fits slides to their pages.
 *
 * The browser loads one page: it measures every slide in every fit, then checks the fitted slides and prints them.
 *
 * @param slides each as tall as its content
 * @param press makes pages of them
 * @param wanted what is made of them while the page is open
 * @throws {BuildError} when a template or the browser fails
 */
export async function fitDeck(
  slides: readonly Slide[],
  press: DeckPress,
  browser: PageSource,
  wanted: FitOptions,
): Promise<FittedDeck> {
  return browser.withPage(press(slides.map(inParts)).html, async (page) => {
    const settings = await page.evaluate(measureSlides, { fits: measuredFits })
    const margins = slides.map(() => 0)
    for (let attempt = 1; ; attempt++) {
      const parts = slides.map((slide, index) =>
        fitSlide(slide, settings[index] ?? [], margins[index] ?? 0),
      )
      const fitted = parts.flat()
      const printed = press(fitted.map(({ slide }) => slide))
      await page.evaluate(showDocument, printed.html)
      const overflows = await page.evaluate(measureOverflow, null)
      if (attempt < mostAttempts && overflows.some(isTooMuch))
        keepFree(margins, parts, overflows)
      else
        return {
          fitted,
          images: await page.evaluate(measureImages, null),
          printed,
          ...(wanted.thumbnail ? { thumbnail: await firstSlide(page) } : {}),
          ...(wanted.pdf ? { pdf: await page.pdf() } : {}),
        }
    }
  })
}

/** PNG of the title slide at half its size. */
async function firstSlide(page: BrowserPage): Promise<Uint8Array> {
  const area = await page.evaluate(() => {
    const slide = document.querySelector('.slide')
    const { x = 0, y = 0 } = slide?.getBoundingClientRect() ?? {}
    return { x: x + scrollX, y: y + scrollY, width: 1280, height: 720 }
  }, null)
  return page.screenshot({ ...area, scale: 0.5 })
}

/** Adds what was too much on the pages of a slide to its margin. */
function keepFree(
  margins: number[],
  parts: readonly (readonly FittedSlide[])[],
  overflows: readonly number[],
): void {
  let page = 0
  for (const [index, { length }] of parts.entries()) {
    const own = overflows.slice(page, page + length)
    if (own.some(isTooMuch))
      margins[index] = (margins[index] ?? 0) + Math.max(leastMargin, ...own)
    page += length
  }
}

/** Pixels that are taken from the room at once: two thirds of a line. */
const leastMargin = 24

function isTooMuch(overflow: number): boolean {
  return overflow > 1
}

/** A title with its part is longer, and where it is not needed the slide has room to spare. */
function inParts(slide: Slide): Slide {
  const canSplit =
    slide.kind === 'situation' ||
    slide.kind === 'question' ||
    slide.kind === 'answer'
  return canSplit ? { ...slide, part: { index: 1, of: 2 } } : slide
}

/**
 * Gives printed slides their title, language and bookmarks.
 *
 * @param view what the slides were made of
 * @param fitted slides in the order in which they were printed
 * @param perPage slides on a page
 */
export async function withBookmarks(
  pdf: Uint8Array,
  view: DeckView<QuestionPart>,
  fitted: readonly FittedSlide[],
  perPage = 1,
): Promise<Uint8Array> {
  const pages = new Map<string, number>()
  for (const [index, { slide }] of fitted.entries()) {
    const names = [
      `topic-${slide.topic ?? 0}`,
      `question-${slide.question ?? ''}`,
    ]
    for (const name of names)
      if (!pages.has(name)) pages.set(name, Math.floor(index / perPage))
  }
  return withPdfInfo(pdf, {
    title: view.title,
    ...(view.author === undefined ? {} : { author: view.author }),
    subject: view.topics.flatMap(({ title }) => title || []).join(', '),
    lang: view.lang,
    outline: outlineOf(view.topics, pages),
  })
}
