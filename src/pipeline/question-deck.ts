import type { BuildContext } from './context.ts'
import { openPress } from './deck-press.ts'
import { reportScaled } from './deck-reports.ts'
import { fitDeck, withBookmarks } from './fitted-deck.ts'
import { shownNodes } from './shown-nodes.ts'
import type { OutputFile } from '../model/output.ts'
import type { Paper } from '../model/paper.ts'
import { footnoteDefinitions } from '../render/slides/footnotes.ts'
import { askedSlides } from '../render/slides/question-slides.ts'
import { slidesOf } from '../render/slides/slides.ts'
import { hintedQuestionDeckView, questionDeckView } from '../view/deck-view.ts'

/**
 * Builds `share/deck-questions.pdf`: the slides without answers, made from data that has none.
 *
 * @param paper a paper whose split is certain; none is made of another
 * @param context what every output is built with
 * @throws {BuildError} when a template or the browser fails
 */
export async function buildQuestionDeck(
  paper: Paper,
  context: BuildContext,
): Promise<OutputFile[]> {
  const { wanted, images, words, browser, withHints } = context
  if (!wanted.has('share/deck-questions.pdf') || !paper.certain) return []
  const view = withHints
    ? hintedQuestionDeckView(paper)
    : questionDeckView(paper)
  const nodes = shownNodes(view)
  const slides = slidesOf(
    view,
    { images, words, definitions: footnoteDefinitions(nodes) },
    askedSlides,
  )
  const press = await openPress(view, slides, nodes, context)
  const { fitted, pdf } = await fitDeck(slides, press, browser, {
    pdf: true,
  })
  reportScaled(fitted, context.file)
  return pdf
    ? [
        {
          path: 'share/deck-questions.pdf',
          contents: await withBookmarks(pdf, view, fitted),
          pages: fitted.length,
        },
      ]
    : []
}
