import { afterAll, beforeAll, expect, test } from 'vitest'
import { VFile } from 'vfile'
import { wordsOf } from '../../src/config/words.ts'
import { outputNames } from '../../src/model/output.ts'
import type { Block, Paper, Question } from '../../src/model/paper.ts'
import { measureAnswers } from '../../src/pipeline/answer-heights.ts'
import { buildAnswerKey } from '../../src/pipeline/answer-key.ts'
import type { BuildContext } from '../../src/pipeline/context.ts'
import { shownNodes } from '../../src/pipeline/shown-nodes.ts'
import { buildWorksheet } from '../../src/pipeline/worksheet.ts'
import { Browser } from '../../src/print/index.ts'
import { spaceFor } from '../../src/render/answer-space.ts'
import { htmlRenderer } from '../../src/render/print-html/renderer.ts'
import { onePixel, onPaper } from '../support/on-paper.ts'
import { pdfItems, type PdfItem } from '../support/pdf-items.ts'
import { readPdf, type PdfContents } from '../support/pdf.ts'

const browser = new Browser()
const context: BuildContext = {
  file: new VFile({ path: 'paper.md' }),
  browser,
  images: onePixel,
  words: wordsOf('ko'),
  wanted: new Set(outputNames),
}
const paper = onPaper()

let worksheet: PdfContents
let bytes: Uint8Array

beforeAll(async () => {
  bytes = await pdfOf(paper)
  worksheet = await readPdf(bytes)
})

afterAll(() => browser.close())

async function pdfOf(
  of: Paper,
  options: Partial<BuildContext> = {},
): Promise<Uint8Array> {
  const [file] = await buildWorksheet(of, { ...context, ...options })
  return file!.contents
}

/** Without spaces, page numbers, the head that runs over later pages, and formulas, which are written last. */
function plain(text: string): string {
  return text
    .replaceAll(/^\d+ \/ \d+$/gm, '')
    .replaceAll(/(?<=\n\n)네트워크 스터디 3회차 문제$/gm, '')
    .replaceAll(/\s/g, '')
    .replace('α=81', '')
}

test('the worksheet says what the paper asks and what the template adds, and nothing more', () => {
  expect(plain(worksheet.text)).toBe(
    plain(`
      네트워크 스터디 3회차 문제
      2026-05-08 · 한서윤
      이름 날짜 조 점수 / 15점
      연결의 시작과 끝 (문제당 3점)
      상황
      사내 게이트웨이가 지연 시간(Latency)을 기록합니다1). 요청은 하루 3~5만 건입니다.
      구간 평균 사내 2 ms 국외 180 ms
      1) 왕복 시간을 뜻합니다.
      1. 핸드셰이크 / 3점 세 번 주고받는 까닭을 H2O처럼 짧게 설명하시오.
      2. 코드 / 3점 다음 함수를 완성하시오. def parse(packet: bytes) -> dict: ...
      3. 종료 / 3점 종료 과정을 표와 식으로 설명하시오.
      짧은 문제 (문제당 2점)
      1. / 2점 UDP는 순서를 보장한다. (O/X) O X
      2. / 2점 소켓 상태를 보여 주는 명령어는? A. ls B. ss C. cp
      3. / 2점 빈칸에 알맞은 말은? 연결을 기다리는 큐의 길이는 ( ① )이 정한다.
    `),
  )
})

test('a reader of the PDF finds title, author, language, tags and bookmarks', () => {
  expect(worksheet).toMatchObject({
    metadata: { Title: '네트워크 스터디 3회차 문제', Author: '한서윤' },
    lang: 'ko',
    isTagged: true,
  })
  expect(
    worksheet.outline.map(({ title, children }) => [title, children.length]),
  ).toEqual([
    ['연결의 시작과 끝 (문제당 3점)', 3],
    ['짧은 문제 (문제당 2점)', 3],
  ])
  expect(worksheet.outline[0]!.children[0]!.title).toBe('1. 핸드셰이크')
})

test('fonts are embedded TrueType, and a second build gives the same bytes', async () => {
  for (const font of worksheet.fonts)
    expect(font).toMatchObject({ subtype: 'CIDFontType2', isEmbedded: true })
  expect(Buffer.from(await pdfOf(paper)).equals(Buffer.from(bytes))).toBe(true)
})

test.each([
  ['A4', 595, 842],
  ['Letter', 612, 792],
  ['B5', 516, 729],
] as const)(
  '%s is printed as %i × %i points',
  async (pageSize, width, height) => {
    const { pages } = await readPdf(await pdfOf(paper, { pageSize }))
    for (const page of pages)
      expect([Math.round(page.width), Math.round(page.height)]).toEqual([
        width,
        height,
      ])
  },
)

test('no worksheet is made of a paper whose split is not certain', async () => {
  expect(await buildWorksheet({ ...paper, certain: false }, context)).toEqual(
    [],
  )
})

test('the answer key has every answer, after its question', async () => {
  const [file] = await buildAnswerKey(paper, context)
  const { text, outline } = await readPdf(file!.contents)
  const order = [
    '핸드셰이크',
    '순번',
    '코드',
    '스무',
    '종료',
    'TIME_WAIT',
    '통계',
  ]
  const places = order.map((word) => text.indexOf(word))
  expect(places).not.toContain(-1)
  expect(places).toEqual([...places].sort((a, b) => a - b))
  expect(text.replaceAll(/\s+/g, ' ')).toMatch(
    /빠른 정답 짧은 문제 .*1\. X 2\. B\. ss/,
  )
  expect(outline.map(({ title }) => title)).toEqual(
    worksheet.outline.map(({ title }) => title),
  )
})

/** Papers of random lengths: pages break at every possible place. */
const random = generator(7)
const generated = randomPaper()

test('no prompt is parted from its first lines, no heading ends a page, nothing leaves the margins', async () => {
  const items = await pdfItems(await pdfOf(generated))
  const body = items.filter(({ bottom }) => bottom > 17 && bottom < 278)
  const find = (text: string): PdfItem =>
    body.find((item) => item.text.includes(text))!
  for (const { questions, title } of generated.topics) {
    for (const { id } of questions) {
      const end = find(`끝${id}끝`)
      // Three lines of 8 mm above the bottom margin of 17 mm.
      expect(end.bottom, id).toBeGreaterThan(17 + 24)
      expect(find(`머리${id}머리`).page, id).toBe(find(`앞${id}앞`).page)
    }
    expect(find(title).page).toBe(find(`앞${title}앞`).page)
  }
  for (const { left, right, text } of body) {
    expect(left, text).toBeGreaterThan(17.9)
    expect(right, text).toBeLessThan(210 - 17.9)
  }
})

test('space grows with the answer', async () => {
  const questions = generated.topics.flatMap((topic) => topic.questions)
  const renderer = await htmlRenderer(shownNodes(generated), context)
  const heights = await measureAnswers(generated, renderer, 'A4', context)
  const rows = questions.map(
    (question) =>
      spaceFor(question, 'auto', heights.get(question.id) ?? 0)?.rows ?? 0,
  )
  const lengths = questions.map(({ answers }) => JSON.stringify(answers).length)
  expect(rankCorrelation(rows, lengths)).toBeGreaterThan(0.9)
})

function randomPaper(): Paper {
  return {
    ...paper,
    title: '무작위',
    topics: Array.from({ length: 3 }, (_, topic) => {
      const title = `주제${topic + 1}번`
      return {
        title,
        heading: [{ type: 'text', value: title }],
        situation: [paragraph(`앞${title}앞 ${sentence(5 + random(300))}`)],
        line: 1,
        questions: Array.from({ length: 6 }, (_, index) =>
          randomQuestion(`${topic + 1}-${index + 1}`),
        ),
      }
    }),
  }
}

function randomQuestion(id: string): Question {
  return {
    id,
    number: id,
    kind: 'open',
    title: [{ type: 'text', value: `머리${id}머리` }],
    prompt: [
      paragraph(`앞${id}앞 ${sentence(random(120))}`),
      paragraph(`${sentence(random(60))} 끝${id}끝`),
    ],
    choices: [],
    hints: [],
    answers: [
      { label: '답변', body: [paragraph(sentence(random(250)))], line: 1 },
    ],
    line: 1,
  }
}

function paragraph(value: string): Block {
  return { type: 'paragraph', children: [{ type: 'text', value }] }
}

function sentence(words: number): string {
  return Array.from({ length: words }, () =>
    '가나다라마바사아'.slice(random(4), 5 + random(4)),
  ).join(' ')
}

/** @see https://en.wikipedia.org/wiki/Linear_congruential_generator */
function generator(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 1664525 + 1013904223) % 2 ** 32
    return Math.floor((state / 2 ** 32) * below)
  }
}

/** Spearman's. */
function rankCorrelation(a: readonly number[], b: readonly number[]): number {
  const ranks = (values: readonly number[]): number[] =>
    values.map(
      (value) =>
        values.filter((other) => other < value).length +
        (values.filter((other) => other === value).length - 1) / 2,
    )
  const [x, y] = [ranks(a), ranks(b)]
  const mean = (a.length - 1) / 2
  const cov = (p: readonly number[], q: readonly number[]): number =>
    p.reduce((sum, value, i) => sum + (value - mean) * (q[i]! - mean), 0)
  return cov(x, y) / Math.sqrt(cov(x, x) * cov(y, y))
}
