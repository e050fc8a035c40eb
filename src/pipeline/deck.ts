import type { BuildContext } from './context.ts'
import { openPress, playerScript } from './deck-press.ts'
import { isTooLong, reportDiagrams } from './deck-reports.ts'
import { fitDeck, withBookmarks } from './fitted-deck.ts'
import { reportScaled } from './scaled-reports.ts'
import { shownNodes } from './shown-nodes.ts'
import type { OutputFile, OutputName } from '../model/output.ts'
import type { Paper } from '../model/paper.ts'
import { withPolicy } from '../render/policy.ts'
import { footnoteDefinitions } from '../render/slides/footnotes.ts'
import { questionSlides } from '../render/slides/question-slides.ts'
import { slidesOf } from '../render/slides/slides.ts'
import { loadTypesetting } from '../render/typesetting.ts'
import { deckView } from '../view/deck-view.ts'

/**
 * Builds the slide deck: `host/deck.md`, `host/deck.html` and `host/deck.pdf`.
 *
 * @param paper paper with answers; only the host sees the deck, so a doubtful split is shown too
 * @param context what every output is built with
 * @throws {BuildError} when a template or the browser fails
 */
export async function buildDeck(
  paper: Paper,
  context: BuildContext,
): Promise<OutputFile[]> {
  const { wanted, file, images, words } = context
  const names: OutputName[] = [
    'host/deck.html',
    'host/deck.pdf',
    'host/deck.md',
  ]
  if (!names.some((name) => wanted.has(name))) return []
  const view = deckView(paper)
  const nodes = shownNodes(paper)
  const typesetting = await loadTypesetting(nodes)
  reportDiagrams(nodes, typesetting, file)
  const slides = slidesOf(
    view,
    { images, words, definitions: footnoteDefinitions(nodes) },
    questionSlides,
  )
  if (isTooLong(slides, context)) return []
  const press = await openPress(view, slides, nodes, context)
  const deck = await fitDeck(
    slides,
    press,
    { pdf: wanted.has('host/deck.pdf'), thumbnail: true },
    context,
  )
  reportScaled(deck, typesetting.drawMermaid, file)
  const contents: Partial<Record<OutputName, Uint8Array>> = {
    'host/deck.html': Buffer.from(
      withPolicy(deck.printed.html(), playerScript()),
    ),
    'host/deck.md': Buffer.from(deck.printed.markdown()),
    ...(deck.pdf
      ? { 'host/deck.pdf': withBookmarks(deck.pdf, view, deck.fitted) }
      : {}),
  }
  const { fitted, thumbnail } = deck
  return names.flatMap((path) => {
    const content = contents[path]
    return content && wanted.has(path)
      ? [
          {
            path,
            contents: content,
            pages: fitted.length,
            ...(thumbnail ? { thumbnail } : {}),
          },
        ]
      : []
  })
}
