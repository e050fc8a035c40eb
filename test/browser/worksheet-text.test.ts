import type { Nodes } from 'mdast'
import { afterAll, expect, test } from 'vitest'
import { toString } from 'mdast-util-to-string'
import { VFile } from 'vfile'
import { wordsOf } from '../../src/config/words.ts'
import { outputNames } from '../../src/model/output.ts'
import type { Paper, Question, Topic } from '../../src/model/paper.ts'
import { buildWorksheet } from '../../src/pipeline/worksheet.ts'
import { Browser } from '../../src/print/index.ts'
import { numberLabel } from '../../src/render/labels.ts'
import { paperFacts } from '../../src/render/paper-facts.ts'
import { readPdf } from '../support/pdf.ts'
import { papersIn, sharedPapers } from '../support/real-papers.ts'

const words = wordsOf('ko')
const browser = new Browser()
afterAll(() => browser.close())

/** What the template adds by itself, once a paper. */
const head = '이름 날짜 조'

function squeezed(text: string): string {
  // The font has one glyph for U+00B5 and U+03BC.
  return text.normalize('NFKC').replaceAll(/\s/g, '')
}

/** Text of the worksheet without page numbers and the head that runs over later pages. */
function printed(
  pages: readonly { readonly text: string }[],
  { title }: Paper,
): string {
  const [first = '', ...later] = pages.map(({ text }) =>
    squeezed(text.replace(/^\d+ \/ \d+$/m, '')),
  )
  const runningHead = squeezed(title)
  return (
    first +
    later
      .map((text) => {
        expect(text.startsWith(runningHead)).toBe(true)
        return text.slice(runningHead.length)
      })
      .join('')
  )
}

function asked(paper: Paper): string {
  const questions = paper.topics.flatMap((topic) => topic.questions)
  const points = questions.reduce((sum, { points = 0 }) => sum + points, 0)
  return squeezed(
    [
      paper.title,
      paperFacts(paper, words).join('·'),
      head,
      points === 0 ? '' : `점수 / ${points}점`,
      ...paper.topics.map(topicText),
    ].join(''),
  )
}

function topicText({ title, situation, questions }: Topic): string {
  return [
    title,
    situation.length === 0 ? '' : `상황${textOf(situation)}`,
    ...questions.map(questionText),
  ].join('')
}

/** Text with the numbers of ordered lists, which are printed. */
function textOf(nodes: readonly Nodes[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'list' && node.ordered) {
        const { start, children } = node
        return children
          .map((item, at) => `${(start ?? 1) + at}.${textOf(item.children)}`)
          .join('')
      }
      return 'children' in node ? textOf(node.children) : toString(node)
    })
    .join('')
}

function questionText(question: Question): string {
  const { number, title, points, prompt, choices, kind } = question
  return [
    numberLabel(number),
    toString([...(title ?? [])]),
    points === undefined ? '' : `/ ${points}점`,
    textOf(prompt),
    ...choices.map(({ label, body }) => `${label}.${textOf(body)}`),
    kind === 'ox' ? 'OX' : '',
  ].join('')
}

test.each(
  [...papersIn('decks'), ...sharedPapers.series].map(
    (paper) => [paper.title, paper] as const,
  ),
)(
  'the worksheet of %s says title, situations, questions and the words of the template, and nothing more',
  async (_, paper) => {
    const [file] = await buildWorksheet(paper, {
      file: new VFile({ path: 'paper.md' }),
      browser,
      images: new Map(),
      words,
      wanted: new Set(outputNames),
    })
    expect(file!.contents.length).toBeLessThan(350_000)
    const { pages } = await readPdf(file!.contents)
    expect(printed(pages, paper)).toBe(asked(paper))
  },
)
