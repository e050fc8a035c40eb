import type { BuildContext } from './context.ts'
import type { DeckPress, PrintedDeck } from './deck-press.ts'
import { outlineOf } from './outline.ts'
import {
  printPage,
  printPortions,
  type DeckPrint,
  type WantedPrint,
} from './printed-deck.ts'
import { SlideMeter } from './slide-meter.ts'
import {
  fitSlide,
  planFit,
  type FittedSlide,
  type FitPlan,
  type Leeway,
} from '../layout/fit.ts'
import type { Setting, ShownImage } from '../layout/boxes.ts'
import type { BrowserPage, PageSource } from '../model/browser-page.ts'
import type { Memo } from '../model/memo.ts'
import { standardPortions } from '../model/portions.ts'
import type { QuestionPart } from '../model/paper.ts'
import type { PdfParts } from '../print/index.ts'
import type { Slide } from '../render/slides/slide.ts'
import { slideKey } from '../render/slides/slide-markdown.ts'
import type { DeckView } from '../view/deck-view.ts'

/** How often text that came out taller than measured is fitted again. */
const mostAttempts = 5

/** Slides that fit, as files. */
export interface FittedDeck extends DeckPrint {
  readonly fitted: readonly FittedSlide[]
  /** How each slide shows the images of its body. */
  readonly images: readonly (readonly ShownImage[])[]
  readonly printed: PrintedDeck
}

type FitContext = Pick<BuildContext, 'browser' | 'memo' | 'portions'>

/**
 * Fits slides to their pages.
 *
 * The browser loads one page: it measures every slide in every fit, then checks the fitted slides and prints them. Of a
 * long deck, one portion after the other is fitted in a page of its own; then they are printed likewise, since a slide
 * says of how many it is one.
 *
 * @param slides each as tall as its content
 * @param press makes pages of them
 * @param wanted what is made of them beside their files
 * @param context browser and memory
 * @throws {BuildError} when a template or the browser fails
 */
export async function fitDeck(
  slides: readonly Slide[],
  press: DeckPress,
  wanted: WantedPrint,
  { browser, memo, portions = standardPortions }: FitContext,
): Promise<FittedDeck> {
  // Whoever makes a paper again and again measures only what changed, in few pages.
  if (memo || slides.length <= portions.slides)
    return fitPortion(slides, press, browser, wanted, memo)
  const fitted: FittedDeck[] = []
  for (let first = 0; first < slides.length; first += portions.slides) {
    const portion = slides.slice(first, first + portions.slides)
    fitted.push(await fitPortion(portion, press, browser, {}))
  }
  const printed = press.join(fitted.map((portion) => portion.printed))
  return {
    fitted: fitted.flatMap((portion) => portion.fitted),
    images: fitted.flatMap(({ images }) => images),
    printed,
    ...(await printPortions(
      printed,
      fitted.map((portion) => portion.fitted.length),
      browser,
      wanted,
    )),
  }
}

/** Slides that are in the page at once. */
async function fitPortion(
  slides: readonly Slide[],
  press: DeckPress,
  browser: PageSource,
  wanted: WantedPrint,
  memo?: Memo,
): Promise<FittedDeck> {
  const unfitted = press.print(slides.map(inParts))
  const meter = new SlideMeter(memo)
  const fit = async (page: BrowserPage): Promise<FittedDeck> => {
    const settings = await meter.settings(unfitted, page)
    let leeways: readonly Leeway[] = slides.map(() => noLeeway)
    for (let attempt = 1; ; attempt++) {
      const parts = slides.map((slide, index) => {
        const own = settings[index] ?? []
        const leeway = leeways[index] ?? noLeeway
        const look = unfitted.looks[index] ?? ''
        return fitSlide(slide, own, planOf(slide, look, own, leeway, memo))
      })
      const fitted = parts.flat()
      const printed = press.print(fitted.map(({ slide }) => slide))
      const shown = await meter.shown(printed, page)
      const overflows = shown.map(({ overflow }) => overflow)
      if (attempt < mostAttempts && overflows.some(isTooMuch))
        leeways = moreLeeway(leeways, parts, overflows)
      else
        return {
          fitted,
          images: shown.map(({ images }) => images),
          printed,
          ...(await printPage(printed, page, wanted, memo)),
        }
    }
  }
  // One that is printed is fresh: nothing that was shown in it before may be in its PDF.
  const kept = memo !== undefined && !wanted.pdf
  return browser.withPage(meter.firstPage(unfitted), fit, { kept })
}

/** What a slide is made of and looks like says how it was measured, too. */
function planOf(
  slide: Slide,
  look: string,
  settings: readonly (Setting | null)[],
  leeway: Leeway,
  memo: Memo | undefined,
): FitPlan | undefined {
  const plan = (): FitPlan | undefined => planFit(slide, settings, leeway)
  const { margin, enlarges } = leeway
  return memo
    ? memo.get(`fit ${margin} ${enlarges} ${slideKey(slide)} ${look}`, plan)
    : plan()
}

const noLeeway: Leeway = { margin: 0, enlarges: true }

/** Of what was too much on the pages of a slide: first no part of it is enlarged, then it gets less room. */
function moreLeeway(
  leeways: readonly Leeway[],
  parts: readonly (readonly FittedSlide[])[],
  overflows: readonly number[],
): Leeway[] {
  let page = 0
  return leeways.map((leeway, index) => {
    const { length } = parts[index] ?? []
    const own = overflows.slice(page, page + length)
    page += length
    if (!own.some(isTooMuch)) return leeway
    const more = Math.max(leastMargin, ...own)
    return leeway.enlarges && length > 1
      ? { ...leeway, enlarges: false }
      : { ...leeway, margin: leeway.margin + more }
  })
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
export function withBookmarks(
  pdf: PdfParts,
  view: DeckView<QuestionPart>,
  fitted: readonly FittedSlide[],
  perPage = 1,
): Uint8Array {
  const pages = new Map<string, number>()
  for (const [index, { slide }] of fitted.entries()) {
    const names = [
      `topic-${slide.topic ?? 0}`,
      `question-${slide.question ?? ''}`,
    ]
    for (const name of names)
      if (!pages.has(name)) pages.set(name, Math.floor(index / perPage))
  }
  return pdf.finish({
    title: view.title,
    ...(view.author === undefined ? {} : { author: view.author }),
    subject: view.topics.flatMap(({ title }) => title || []).join(', '),
    lang: view.lang,
    outline: outlineOf(view.topics, pages),
  })
}
