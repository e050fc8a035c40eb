import type { BuildContext } from './context.ts'
import { openPress } from './deck-press.ts'
import { isTooLong } from './deck-reports.ts'
import { fitDeck, withBookmarks, type FittedDeck } from './fitted-deck.ts'
import { reportScaled } from './scaled-reports.ts'
import { shownNodes } from './shown-nodes.ts'
import { picturesIn } from '../gate/index.ts'
import { standardPortions } from '../model/portions.ts'
import type { OutputFile } from '../model/output.ts'
import type { Paper, QuestionPart } from '../model/paper.ts'
import { PdfParts } from '../print/index.ts'
import { handoutHtml, slidesPerPage } from '../render/handout.ts'
import { withPageNumbers } from '../render/page-numbers.ts'
import { footnoteDefinitions } from '../render/slides/footnotes.ts'
import { askedSlides } from '../render/slides/question-slides.ts'
import { slidesOf } from '../render/slides/slides.ts'
import { loadTypesetting } from '../render/typesetting.ts'
import {
  hintedQuestionDeckView,
  questionDeckView,
  type DeckView,
} from '../view/deck-view.ts'

/**
 * Builds the slides without answers, made from data that has none: `share/deck-questions.pdf` to project,
 * `share/handout.pdf` on paper, two on a page with lines for notes.
 *
 * @param paper a paper whose split is certain; none is made of another
 * @param context what every output is built with
 * @throws {BuildError} when a template or the browser fails
 */
export async function buildQuestionDeck(
  paper: Paper,
  context: BuildContext,
): Promise<OutputFile[]> {
  const { wanted, images, words, withHints } = context
  const isProjected = wanted.has('share/deck-questions.pdf')
  const isPrinted = wanted.has('share/handout.pdf')
  if ((!isProjected && !isPrinted) || !paper.certain) return []
  const view = withHints
    ? hintedQuestionDeckView(paper)
    : questionDeckView(paper)
  const nodes = shownNodes(view)
  const slides = slidesOf(
    view,
    { images, words, definitions: footnoteDefinitions(nodes) },
    askedSlides,
  )
  if (isTooLong(slides, context)) return []
  const press = await openPress(view, slides, nodes, context)
  const deck = await fitDeck(slides, press, { pdf: isProjected }, context)
  const { drawMermaid } = await loadTypesetting(nodes)
  reportScaled(deck, drawMermaid, context.file)
  const files: OutputFile[] = []
  if (isPrinted)
    files.push({
      path: 'share/handout.pdf',
      ...(await handout(deck, view, context)),
    })
  if (deck.pdf)
    files.push({
      path: 'share/deck-questions.pdf',
      contents: withBookmarks(deck.pdf, view, deck.fitted),
      pages: deck.fitted.length,
      pictures: picturesOf(deck, context),
    })
  return files
}

/** Pictures of the pages that were printed; a long deck as text would fill the memory. */
function picturesOf(
  { fitted, printed }: FittedDeck,
  { portions = standardPortions }: BuildContext,
): string[] {
  const pictures = new Set<string>()
  const indexes = [...fitted.keys()]
  for (let first = 0; first < indexes.length; first += portions.slides) {
    const part = indexes.slice(first, first + portions.slides)
    for (const hash of picturesIn(printed.html(part))) pictures.add(hash)
  }
  return [...pictures]
}

/** Slides that only lead on, such as the agenda, are not printed: there is nothing to note. */
async function handout(
  { fitted, printed }: FittedDeck,
  view: DeckView<QuestionPart>,
  {
    browser,
    words,
    pageSize,
    templates,
    portions = standardPortions,
  }: BuildContext,
): Promise<Pick<OutputFile, 'contents' | 'pages' | 'pictures'>> {
  const isNoted = ({ slide }: FittedDeck['fitted'][number]): boolean =>
    !['title', 'agenda', 'topic'].includes(slide.kind)
  const noted = fitted.filter(isNoted)
  const indexes = [...fitted.keys()].filter(
    (index) => fitted[index] && isNoted(fitted[index]),
  )
  const perPortion = Math.ceil(portions.slides / slidesPerPage) * slidesPerPage
  const pages = Math.ceil(noted.length / slidesPerPage)
  const pdf = new PdfParts()
  const pictures = new Set<string>()
  for (
    let first = 0;
    first === 0 || first < noted.length;
    first += perPortion
  ) {
    const html = handoutHtml(view, {
      sections: indexes.slice(first, first + perPortion).map(printed.section),
      slideCss: printed.css,
      words,
      paperSize: pageSize ?? 'A4',
      ...(templates === undefined ? {} : { templates }),
    })
    const numbered =
      noted.length <= perPortion
        ? html
        : withPageNumbers(html, { before: first / slidesPerPage, total: pages })
    for (const hash of picturesIn(html)) pictures.add(hash)
    pdf.add(await browser.withPage(numbered, (page) => page.pdf()))
  }
  return {
    contents: withBookmarks(pdf, view, noted, slidesPerPage),
    pages,
    pictures: [...pictures],
  }
}
