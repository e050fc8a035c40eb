import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildPassage } from '../../src/pipeline/passage.ts'
import { buildQuestionDeck } from '../../src/pipeline/question-deck.ts'
import { Browser } from '../../src/print/index.ts'
import { contextOnPaper, onPaper } from '../support/on-paper.ts'
import { pdfItems } from '../support/pdf-items.ts'
import { readPdf, type PdfContents } from '../support/pdf.ts'

const browser = new Browser()
const context = contextOnPaper(browser)
const paper = onPaper()

/** What only answers say. */
const answers = /순번|스무 바이트|TIME_WAIT|통계|backlog|응용 계층/

afterAll(() => browser.close())

function squeezed(text: string): string {
  return text.replaceAll(/\s/g, '')
}

/** A PDF as it should be handed out. */
function expectGoodPdf({ fonts, isTagged, lang, metadata }: PdfContents): void {
  for (const font of fonts)
    expect(font).toMatchObject({ subtype: 'CIDFontType2', isEmbedded: true })
  expect({ isTagged, lang }).toEqual({ isTagged: true, lang: 'ko' })
  expect(metadata).toMatchObject({
    Title: '네트워크 스터디 3회차 문제',
    Author: '한서윤',
  })
}

describe('the passages', () => {
  test('say the situations and their topics, and nothing more', async () => {
    const [file] = await buildPassage(paper, context)
    const pdf = await readPdf(file!.contents)
    expect(squeezed(pdf.text)).toBe(
      squeezed(`
        1 / 1
        지문
        네트워크 스터디 3회차 문제
        2026-05-08 · 한서윤
        연결의 시작과 끝 (문제당 3점)
        사내 게이트웨이가 지연 시간(Latency)을 기록합니다1). 요청은 하루 3~5만 건입니다.
        구간 평균 사내 2 ms 국외 180 ms
        1) 왕복 시간을 뜻합니다.
      `),
    )
    expect(pdf.outline).toEqual([
      { title: '연결의 시작과 끝 (문제당 3점)', page: 0, children: [] },
    ])
    expectGoodPdf(pdf)
  })

  test('are not made of a paper that has none, or whose split is not certain', async () => {
    const topics = paper.topics.map((topic) => ({ ...topic, situation: [] }))
    expect(await buildPassage({ ...paper, topics }, context)).toEqual([])
    expect(await buildPassage({ ...paper, certain: false }, context)).toEqual(
      [],
    )
  })
})

describe('the handout', () => {
  let bytes: Uint8Array
  let handout: PdfContents
  beforeAll(async () => {
    const wanted = new Set(['share/handout.pdf'] as const)
    const files = await buildQuestionDeck(paper, { ...context, wanted })
    expect(files.map(({ path }) => path)).toEqual(['share/handout.pdf'])
    bytes = files[0]!.contents
    handout = await readPdf(bytes)
  })

  test('has the situation and every question, two slides on a page, and no answer', () => {
    // One slide for the situation, one for each of six questions.
    expect(handout.pages).toHaveLength(4)
    const [first, second, third, fourth] = handout.pages.map(({ text }) =>
      squeezed(text),
    )
    expect(first).toMatch(/게이트웨이.*핸드셰이크/)
    expect(second).toMatch(/함수를완성하시오.*종료과정을/)
    expect(third).toMatch(/UDP는.*명령어는/)
    expect(fourth).toMatch(/빈칸에알맞은말은/)
    expect(handout.text).not.toMatch(answers)
    expectGoodPdf(handout)
  })

  test('has bookmarks to the page of each question', () => {
    expect(
      handout.outline.map(({ children }) => children.map(({ page }) => page)),
    ).toEqual([
      [0, 1, 1],
      [2, 2, 3],
    ])
  })

  test('leaves 32 mm to write on below each slide', async () => {
    const places = (await pdfItems(bytes))
      .map(({ bottom }) => bottom)
      // The running head and the page number stand beyond the margins.
      .filter((bottom) => bottom > 17 && bottom < 297 - 19)
    // Halves of the page between margins of 19 and 17 mm.
    const half = (297 - 36) / 2
    for (const bottom of places)
      expect((bottom - 17) % half).toBeGreaterThan(32)
    expect(places.some((bottom) => bottom < 17 + half)).toBe(true)
  })

  test('is the same a second time', async () => {
    const wanted = new Set(['share/handout.pdf'] as const)
    const [again] = await buildQuestionDeck(paper, { ...context, wanted })
    expect(Buffer.from(again!.contents).equals(Buffer.from(bytes))).toBe(true)
  })
})

test('hints come along when they are asked for', async () => {
  const [first, ...rest] = paper.topics
  const [question, ...others] = first!.questions
  const hint = {
    label: '힌트',
    body: [
      {
        type: 'paragraph' as const,
        children: [{ type: 'text' as const, value: '양쪽을 떠올리세요' }],
      },
    ],
    line: 1,
  }
  const hinted = {
    ...paper,
    topics: [
      { ...first!, questions: [{ ...question!, hints: [hint] }, ...others] },
      ...rest,
    ],
  }
  const wanted = new Set(['share/handout.pdf'] as const)
  const textOf = async (withHints: boolean): Promise<string> => {
    const [file] = await buildQuestionDeck(hinted, {
      ...context,
      wanted,
      withHints,
    })
    return (await readPdf(file!.contents)).text
  }
  expect(await textOf(true)).toContain('양쪽을 떠올리세요')
  expect(await textOf(false)).not.toContain('떠올리세요')
})
