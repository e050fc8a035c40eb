import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Paper } from '../../src/model/paper.ts'
import { buildAnswerKey } from '../../src/pipeline/answer-key.ts'
import type { BuildContext } from '../../src/pipeline/context.ts'
import { buildWorksheet } from '../../src/pipeline/worksheet.ts'
import { Browser } from '../../src/print/index.ts'
import { contextOnPaper, onPaper } from '../support/on-paper.ts'
import { readPdf, type PdfContents } from '../support/pdf.ts'

const browser = new Browser()
const context = contextOnPaper(browser)
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
