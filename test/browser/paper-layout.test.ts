import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { toString } from 'mdast-util-to-string'
import { afterAll, describe, expect, test } from 'vitest'
import type { Paper } from '../../src/model/paper.ts'
import { measureAnswers } from '../../src/pipeline/answer-heights.ts'
import { buildAnswerKey } from '../../src/pipeline/answer-key.ts'
import { shownNodes } from '../../src/pipeline/shown-nodes.ts'
import { buildWorksheet } from '../../src/pipeline/worksheet.ts'
import { Browser } from '../../src/print/index.ts'
import { spaceFor } from '../../src/render/answer-space.ts'
import { htmlRenderer } from '../../src/render/print-html/renderer.ts'
import {
  faultsOnPaper,
  marked,
  type TextArea,
} from '../support/marked-paper.ts'
import { contextOnPaper, onPaper } from '../support/on-paper.ts'
import { pdfItems } from '../support/pdf-items.ts'
import { seed } from '../support/property-runs.ts'
import { randomPaper } from '../support/random-paper.ts'
import { rankCorrelation } from '../support/rank-correlation.ts'
import { split } from '../support/split.ts'
import { papersIn, sharedPapers } from '../support/real-papers.ts'

const browser = new Browser()
const context = contextOnPaper(browser)

afterAll(() => browser.close())

/** Text of a page between the margins of `templates/*.css`, in mm. */
const areas = {
  worksheet: (width: number, height: number): TextArea => ({
    left: 18,
    right: width - 18,
    bottom: 17,
    top: height - 19,
  }),
  key: (width: number, height: number): TextArea => ({
    left: 17,
    right: width - 17,
    bottom: 16,
    top: height - 18,
  }),
}

const sizes: Record<'A4' | 'Letter' | 'B5', readonly [number, number]> = {
  A4: [210, 297],
  Letter: [215.9, 279.4],
  B5: [182, 257],
}

async function worksheetFaults(
  paper: Paper,
  pageSize: keyof typeof sizes = 'A4',
): Promise<string[]> {
  const [file] = await buildWorksheet(paper, { ...context, pageSize })
  const area = areas.worksheet(...sizes[pageSize])
  return [
    ...faultsOnPaper(await pdfItems(file!.contents), paper, area, true),
    ...(await lastPageFaults(file!.contents)),
  ]
}

async function keyFaults(paper: Paper): Promise<string[]> {
  const [file] = await buildAnswerKey(paper, context)
  const area = areas.key(...sizes.A4)
  return [
    ...faultsOnPaper(await pdfItems(file!.contents), paper, area, false),
    ...(await lastPageFaults(file!.contents)),
  ]
}

/** The last page has something besides its number and the running head. */
async function lastPageFaults(pdf: Uint8Array): Promise<string[]> {
  const task = getDocument({ data: pdf.slice(), useSystemFonts: false })
  const document = await task.promise
  const page = await document.getPage(document.numPages)
  const { items } = await page.getTextContent()
  const { fnArray } = await page.getOperatorList()
  await task.destroy()
  const texts = items.filter((item) => 'str' in item && item.str.trim() !== '')
  const isBlank = texts.length <= 2 && !fnArray.includes(OPS.constructPath)
  return isBlank ? ['blank last page'] : []
}

describe('no prompt is parted from its space, no heading ends a page, nothing leaves the margins', () => {
  const real = marked([
    ...papersIn('decks'),
    ...sharedPapers.series,
    ...sharedPapers.corpus,
  ])
  test('of the papers in decks/ and of those beside the checkout', async () => {
    expect(await worksheetFaults(real)).toEqual([])
    expect(await keyFaults(real)).toEqual([])
  })

  const generated = marked([randomPaper(onPaper(), seed)])
  test.each(['A4', 'Letter', 'B5'] as const)(
    `of a paper generated with seed ${seed}, on %s`,
    async (size) => {
      expect(await worksheetFaults(generated, size)).toEqual([])
    },
  )

  test(`of the answer key of a paper generated with seed ${seed}`, async () => {
    expect(await keyFaults(generated)).toEqual([])
  })
})

test('a bold line that begins a part of an answer does not end a page', async () => {
  const parts = Array.from(
    { length: 120 },
    (_, at) =>
      `> **표지 ${at}**\n>\n> ${'내용입니다. '.repeat(10 + (at % 7) * 9)}`,
  )
  const { paper } = split(
    `# 스터디\n\n## 주제\n\n1. 왜?\n\n> **[답변]**\n>\n${parts.join('\n>\n')}\n`,
  )
  const [file] = await buildAnswerKey(paper, context)
  const items = await pdfItems(file!.contents)
  const lines = items.filter(({ bottom }) => bottom > areas.key(0, 0).bottom)
  const pages = Math.max(...lines.map(({ page }) => page))
  const last = Array.from({ length: pages + 1 }, (_, page) =>
    lines.findLast((line) => line.page === page),
  )
  expect(pages).toBeGreaterThan(5)
  expect(last.filter((line) => line?.text.startsWith('표지'))).toEqual([])
})

/** Lines of the worksheet and characters of the answer, for every open question. */
async function spaceAndLength(
  paper: Paper,
): Promise<{ rows: number[]; lengths: number[] }> {
  const questions = paper.topics
    .flatMap((topic) => topic.questions)
    .filter(({ kind }) => kind === 'open')
  const renderer = await htmlRenderer(shownNodes(paper), context)
  const heights = await measureAnswers(paper, renderer, 'A4', context)
  return {
    rows: questions.map(
      (question) =>
        spaceFor(question, 'auto', heights.get(question.id) ?? 0)?.rows ?? 0,
    ),
    lengths: questions.map(
      ({ answers }) => toString(answers.flatMap(({ body }) => body)).length,
    ),
  }
}

test.each([
  ['a generated paper', [randomPaper(onPaper(), seed)]],
  ['the papers in decks/', [marked(papersIn('decks'))]],
  ['the paper beside the checkout', sharedPapers.series],
])('space grows with the answer, over %s', async (_, papers) => {
  for (const paper of papers) {
    const { rows, lengths } = await spaceAndLength(paper)
    expect(rankCorrelation(rows, lengths), `seed ${seed}`).toBeGreaterThan(0.9)
    expect(Math.min(...rows)).toBeGreaterThanOrEqual(3)
  }
})
