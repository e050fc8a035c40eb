import { PDFDocument } from 'pdf-lib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { fontCss } from '../../src/fonts/index.ts'
import { gate } from '../../src/gate/index.ts'
import { normalise } from '../../src/model/normalise.ts'
import { pdfText } from '../../src/gate/pdf-text.ts'
import { Browser, withPdfInfo } from '../../src/print/index.ts'
import { images, openText, paper, pngOf, secret } from '../gate/planted.ts'
import { readPdf } from '../support/pdf.ts'

const browser = new Browser()
beforeAll(() => {
  browser.warmUp()
})
afterAll(async () => {
  await browser.close()
})

async function print(body: string): Promise<Uint8Array> {
  const { css } = await fontCss({ text: openText + body, code: openText })
  const html = `<!doctype html><html lang="ko"><meta charset="utf-8"><style>${css}
    body{font:16px Pretendard,D2Coding,'Noto Emoji'} code{font-family:D2Coding}</style>
    <h1>격리 수준</h1><p>${openText}</p><img src="${pngOf(40, 30)}" alt="계좌">${body}`
  const pdf = await browser.withPage(html, (page) => page.pdf())
  return withPdfInfo(pdf, { title: '트랜잭션 모임', lang: 'ko' })
}

async function placesOf(body: string): Promise<string[]> {
  const contents = await print(body)
  const files = [{ path: 'share/worksheet.pdf', contents }]
  const { hits, unreadable } = await gate(paper, files, { images })
  expect(unreadable).toEqual([])
  return [...new Set(hits.map(({ place, question }) => `${place} ${question}`))]
}

it('reads the same letters from a printed page as pdf.js does', async () => {
  const pdf = await print(
    `<p style="opacity:.5"><b>굵은 글</b>, <code>const 값 = "a(b)\\\\"</code> ① 漢字 → ½ 👍</p>
    <svg width="200" height="50"><text y="20">그림 속의 글</text></svg>
    <p style="break-before:page;transform:rotate(9deg)">둘째 쪽</p>`,
  )
  const own = pdfText(await PDFDocument.load(pdf))
  const { text } = await readPdf(pdf)
  const letters = (value: string): string[] =>
    Array.from(normalise(value)).toSorted()
  expect(letters(own)).toEqual(letters(text))
  expect(own).toContain('격리 수준을 낮추면 어떤 이상 현상이 생기는지')
})

it('lets a printed worksheet pass', async () => {
  expect(await placesOf('<p>이름 날짜</p>')).toEqual([])
})

it.each([
  ['in black', `<p>${secret}</p>`],
  ['in white', `<p style="color:white">${secret}</p>`],
  [
    'under a box',
    `<p style="position:relative">${secret}<i style="position:absolute;inset:0;background:#fff"></i></p>`,
  ],
  [
    'half transparent, in a group of its own',
    `<div style="opacity:.01"><p>${secret}</p></div>`,
  ],
  [
    'one letter a line',
    `<p style="width:1em">${Array.from(secret).join('<br>')}</p>`,
  ],
  [
    'over two pages',
    `<p>커밋되지 않은 값을</p><p style="break-before:page">읽는 더티 리드가 생깁니다</p>`,
  ],
])('finds an answer that is printed %s', async (_, body) => {
  expect(await placesOf(body)).toEqual(['text 1-1'])
})

it.each([
  [
    'an alternative text',
    `<img src="${pngOf(40, 30)}" alt="${secret}">`,
    'metadata 1-1',
  ],
  [
    'the text of a drawing',
    `<svg width="400" height="40"><text y="20">${secret}</text></svg>`,
    'text 1-1',
  ],
  [
    'a link',
    '<a href="https://example.com/notes/%EB%8B%B5">계좌</a>',
    'links 1-1',
  ],
  ['a picture', `<img src="${pngOf(64, 48)}">`, 'images 1-1'],
  [
    'the id of a link target',
    `<a href="#${secret.replaceAll(' ', '-')}">가</a><p id="${secret.replaceAll(' ', '-')}">가</p>`,
    'metadata 1-1',
  ],
])('finds an answer that is printed as %s', async (_, body, place) => {
  expect(await placesOf(body)).toEqual([place])
})
