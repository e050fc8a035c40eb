import type { BuildContext } from './context.ts'
import { openPress, type PrintedDeck } from './deck-press.ts'
import { reportDiagrams, reportScaled } from './deck-reports.ts'
import { outlineOf } from './outline.ts'
import { shownNodes } from './shown-nodes.ts'
import { fitSlide, measuredFits, type FittedSlide } from '../layout/fit.ts'
import { measureOverflow } from '../layout/measure-overflow.ts'
import { measureSlides } from '../layout/measure-slides.ts'
import { showDocument } from '../layout/show-document.ts'
import type { OutputFile, OutputName } from '../model/output.ts'
import type { Paper } from '../model/paper.ts'
import { withPdfInfo } from '../print/index.ts'
import { footnoteDefinitions } from '../render/slides/footnotes.ts'
import type { Slide } from '../render/slides/slide.ts'
import { slidesOf } from '../render/slides/slides.ts'
import { loadTypesetting } from '../render/typesetting.ts'
import { deckView, type DeckView } from '../view/deck-view.ts'

/** How often text that came out taller than measured is fitted again. */
const mostAttempts = 4

/**
 * Builds the slide deck: `host/deck.md`, `host/deck.html` and `host/deck.pdf`.
 *
 * The browser loads one page: it measures every slide in every fit, then checks the fitted slides and prints them.
 *
 * @param paper paper with answers; only the host sees the deck, so a doubtful split is shown too
 * @param context what every output is built with
 * @throws {BuildError} when a template or the browser fails
 */
export async function buildDeck(
  paper: Paper,
  context: BuildContext,
): Promise<OutputFile[]> {
  const { wanted, file } = context
  const names: OutputName[] = [
    'host/deck.html',
    'host/deck.pdf',
    'host/deck.md',
  ]
  if (!names.some((name) => wanted.has(name))) return []
  const view = deckView(paper)
  const nodes = shownNodes(paper)
  reportDiagrams(nodes, await loadTypesetting(nodes), file)
  const deck = await fittedDeck(paper, view, context)
  reportScaled(deck.fitted, file)
  const contents: Partial<Record<OutputName, Uint8Array>> = {
    'host/deck.html': Buffer.from(deck.printed.html),
    'host/deck.md': Buffer.from(deck.printed.markdown),
    ...(deck.pdf
      ? { 'host/deck.pdf': await withBookmarks(deck.pdf, view, deck.fitted) }
      : {}),
  }
  return names.flatMap((path) => {
    const content = contents[path]
    return content && wanted.has(path) ? [{ path, contents: content }] : []
  })
}

interface FittedDeck {
  readonly fitted: readonly FittedSlide[]
  readonly printed: PrintedDeck
  readonly pdf?: Uint8Array
}

async function fittedDeck(
  paper: Paper,
  view: DeckView,
  context: BuildContext,
): Promise<FittedDeck> {
  const { images, words, browser, wanted } = context
  const nodes = shownNodes(paper)
  const slides = slidesOf(view, {
    images,
    words,
    definitions: footnoteDefinitions(nodes),
  })
  const press = await openPress(view, slides, nodes, context)
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
      else if (wanted.has('host/deck.pdf'))
        return { fitted, printed, pdf: await page.pdf() }
      else return { fitted, printed }
    }
  })
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

async function withBookmarks(
  pdf: Uint8Array,
  view: DeckView,
  fitted: readonly FittedSlide[],
): Promise<Uint8Array> {
  const pages = new Map<string, number>()
  for (const [page, { slide }] of fitted.entries()) {
    const names = [
      `topic-${slide.topic ?? 0}`,
      `question-${slide.question ?? ''}`,
    ]
    for (const name of names) if (!pages.has(name)) pages.set(name, page)
  }
  return withPdfInfo(pdf, {
    title: view.title,
    ...(view.author === undefined ? {} : { author: view.author }),
    lang: view.lang,
    outline: outlineOf(view.topics, pages),
  })
}
