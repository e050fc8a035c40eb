import { describe, expect, test } from 'vitest'
import { wordsOf } from '../../src/config/words.ts'
import type { Paper } from '../../src/model/paper.ts'
import { shownNodes } from '../../src/pipeline/shown-nodes.ts'
import { answerKeyHtml } from '../../src/render/answer-key.ts'
import { numberLabel } from '../../src/render/labels.ts'
import { notebookHtml } from '../../src/render/notebook-html.ts'
import { notebookJson } from '../../src/render/notebook-json.ts'
import { htmlRenderer } from '../../src/render/print-html/renderer.ts'
import { footnoteDefinitions } from '../../src/render/slides/footnotes.ts'
import {
  askedSlides,
  questionSlides,
} from '../../src/render/slides/question-slides.ts'
import { slidesOf } from '../../src/render/slides/slides.ts'
import { worksheetHtml } from '../../src/render/worksheet.ts'
import { answerKeyView } from '../../src/view/answer-key-view.ts'
import { deckView, questionDeckView } from '../../src/view/deck-view.ts'
import {
  hostNotebookView,
  shareNotebookView,
} from '../../src/view/notebook-view.ts'
import { worksheetView } from '../../src/view/worksheet-view.ts'
import { onPaper } from '../support/on-paper.ts'
import { papersIn, sharedPapers } from '../support/real-papers.ts'

const words = wordsOf('ko')
const images = new Map<string, never>()

const papers = [
  onPaper(),
  ...papersIn('decks'),
  ...sharedPapers.corpus,
  ...sharedPapers.series,
].filter(({ topics }) => topics.some(({ questions }) => questions.length > 0))

/** Id and number of a question as an output has them. */
type Numbered = readonly [id: string, number: string]

/** Headings of a document: `<h3 id="question-1-2"><span class="number">2.</span>`. */
function headings(html: string): Numbered[] {
  return [
    ...html.matchAll(
      /<h3[^>]* id="question-([\w-]+)"[^>]*>(?:<span>|\s)*<span class="number">(.+?)<\/span>/g,
    ),
  ].map(([, id = '', number = '']) => [id, number])
}

function articles(html: string): Numbered[] {
  return [
    ...html.matchAll(
      /data-question="([\w-]+)"[^]*?class="number">(.+?)<\/span>/g,
    ),
  ].map(([, id = '', number = '']) => [id, number])
}

function cells(json: string): Numbered[] {
  const { cells: all } = JSON.parse(json) as {
    cells: { id: string; source: string[] }[]
  }
  return all
    .filter(({ id }) => id.startsWith('question-'))
    .map(({ id, source }) => [
      id.replace('question-', ''),
      /^### (.+)/.exec(source.join(''))?.[1] ?? '',
    ])
}

describe.each(papers.map((paper) => [paper.path, paper] as const))(
  'questions of %s',
  async (_, paper: Paper) => {
    const questions = paper.topics.flatMap((topic) => topic.questions)
    const expected = questions.map(({ id, number }): Numbered => [
      id,
      numberLabel(number),
    ])
    const nodes = shownNodes(paper)
    const renderer = await htmlRenderer(nodes, { images, words })
    const options = { renderer, words, paperSize: 'A4', script: '' } as const

    test('have their ids and numbers on the worksheet and in the answer key', () => {
      const answerHeights = new Map<string, number>()
      expect(
        headings(
          worksheetHtml(worksheetView(paper), { ...options, answerHeights }),
        ),
      ).toEqual(expected)
      expect(headings(answerKeyHtml(answerKeyView(paper), options))).toEqual(
        expected,
      )
    })

    test('have them in the notebooks', () => {
      for (const view of [
        hostNotebookView(paper),
        shareNotebookView(paper, false),
      ]) {
        expect(articles(notebookHtml(view, options))).toEqual(expected)
        const found = cells(notebookJson(view, { images, words }))
        expect(found.map(([id]) => id)).toEqual(questions.map(({ id }) => id))
        for (const [index, [, heading]] of found.entries())
          expect(heading.replaceAll('\\', '')).toMatch(
            new RegExp(`^${expected[index]![1].replaceAll('.', '\\.')}`),
          )
      }
    })

    test('have them on the slides, whose large number is short', () => {
      const context = {
        images,
        words,
        definitions: footnoteDefinitions(nodes),
      }
      const decks = [
        slidesOf(deckView(paper), context, questionSlides),
        slidesOf(questionDeckView(paper), context, askedSlides),
      ]
      for (const slides of decks) {
        const asked = slides.filter(({ kind }) => kind === 'question')
        expect(asked.map(({ question }) => question)).toEqual(
          questions.map(({ id }) => id),
        )
        for (const [index, { number = '' }] of asked.entries())
          expect(questions[index]!.number).toContain(number)
      }
    })
  },
)
