import { VFile } from 'vfile'
import { wordsOf } from '../../src/config/words.ts'
import type { Images } from '../../src/model/image.ts'
import type { Paper } from '../../src/model/paper.ts'
import { isTooLong } from '../../src/pipeline/deck-reports.ts'
import { shownNodes } from '../../src/pipeline/shown-nodes.ts'
import { answerKeyHtml } from '../../src/render/answer-key.ts'
import { notebookHtml } from '../../src/render/notebook-html.ts'
import { notebookJson } from '../../src/render/notebook-json.ts'
import { htmlRenderer } from '../../src/render/print-html/renderer.ts'
import { withPolicy } from '../../src/render/policy.ts'
import { deckHtml } from '../../src/render/slides/deck-html.ts'
import { footnoteDefinitions } from '../../src/render/slides/footnotes.ts'
import { openMarp } from '../../src/render/slides/marp.ts'
import {
  askedSlides,
  questionSlides,
} from '../../src/render/slides/question-slides.ts'
import { slidesMarkdown } from '../../src/render/slides/slide-markdown.ts'
import type { Slide } from '../../src/render/slides/slide.ts'
import { slidesOf } from '../../src/render/slides/slides.ts'
import { templateText } from '../../src/render/templates.ts'
import { loadTypesetting } from '../../src/render/typesetting.ts'
import { worksheetHtml } from '../../src/render/worksheet.ts'
import { answerKeyView } from '../../src/view/answer-key-view.ts'
import { deckView, questionDeckView } from '../../src/view/deck-view.ts'
import {
  hostNotebookView,
  shareNotebookView,
} from '../../src/view/notebook-view.ts'
import { worksheetView } from '../../src/view/worksheet-view.ts'

/** Every output of a paper as text: before fonts, layout and printing. */
export type OutputTexts = ReadonlyMap<string, string>

/** What outputs have besides the paper. */
export interface OutputParts {
  /** By the author's URL. */
  readonly images?: Images
  /** Scripts of deck.html and notebook.html; without them the pages have none, and no policy. */
  readonly player?: string
  readonly notebook?: string
}

/**
 * Renders everything that can be rendered without a browser.
 *
 * @param paper from `split`
 * @returns texts by the path of what is made of them, such as `share/worksheet.html`
 */
export async function everyOutput(
  paper: Paper,
  { images = new Map(), player, notebook }: OutputParts = {},
): Promise<OutputTexts> {
  const words = wordsOf(paper.lang)
  const file = new VFile({ path: paper.path })
  const renderer = await htmlRenderer(shownNodes(paper), { images, words })
  const common = {
    renderer,
    words,
    paperSize: 'A4',
    script: notebook ?? '',
  } as const
  const answerHeights = new Map<string, number>()
  const host = hostNotebookView(paper)
  const share = shareNotebookView(paper, false)
  const cells = { file, images, words }
  return new Map([
    ...(await decks(paper, images, player)),
    ['host/answers.html', answerKeyHtml(answerKeyView(paper), common)],
    ['host/notebook.html', guarded(notebookHtml(host, common), notebook)],
    ['host/notebook.ipynb', notebookJson(host, cells)],
    [
      'share/worksheet.html',
      worksheetHtml(worksheetView(paper), { ...common, answerHeights }),
    ],
    ['share/notebook.html', guarded(notebookHtml(share, common), notebook)],
    ['share/notebook.ipynb', notebookJson(share, cells)],
  ])
}

function guarded(html: string, script: string | undefined): string {
  return script === undefined ? html : withPolicy(html, script)
}

const themes = [templateText('themes/studydeck.css')]

async function decks(
  paper: Paper,
  images: Images,
  player: string | undefined,
): Promise<[string, string][]> {
  const words = wordsOf(paper.lang)
  const nodes = shownNodes(paper)
  const render = await openMarp(themes, await loadTypesetting(nodes))
  const facts = {
    title: paper.title,
    ...(paper.author === undefined ? {} : { author: paper.author }),
    lang: paper.lang,
    theme: 'studydeck',
  }
  const filesOf = (folder: string, slides: Slide[]): [string, string][] => {
    if (isTooLong(slides, { file: new VFile() })) return []
    const markdown = slidesMarkdown(slides, facts)
    const { sections, css } = render(markdown)
    const page = {
      ...facts,
      slides,
      sections,
      themeCss: css,
      fontCss: '',
      ...(player === undefined ? {} : { player }),
    }
    return [
      [`${folder}.md`, markdown],
      [`${folder}.html`, guarded(deckHtml(page), player)],
    ]
  }
  const asked = questionDeckView(paper)
  const context = { images, words, definitions: footnoteDefinitions(nodes) }
  return [
    ...filesOf('host/deck', slidesOf(deckView(paper), context, questionSlides)),
    ...filesOf(
      'share/deck-questions',
      slidesOf(
        asked,
        {
          images,
          words,
          definitions: footnoteDefinitions(shownNodes(asked)),
        },
        askedSlides,
      ),
    ),
  ]
}
