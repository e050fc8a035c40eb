import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Browser, type DocumentPage } from '../../src/print/index.ts'
import { buildDeckOf, type BuiltDeck } from '../support/built-deck.ts'
import { findPaleText } from '../support/deck-contrast.ts'
import { findFaults, type Faults } from '../support/deck-faults.ts'
import { readPdf, type PdfContents } from '../support/pdf.ts'

const browser = new Browser()
afterAll(() => browser.close())

const stress = 'test/fixtures/deck/stress.md'

describe('a deck that is meant to break', () => {
  let deck: BuiltDeck
  let faults: Faults
  let pdf: PdfContents
  let requests: readonly string[]
  beforeAll(async () => {
    deck = await buildDeckOf(browser, stress)
    faults = await browser.withPage(deck.html, async (page: DocumentPage) => {
      requests = page.requests
      return page.evaluate(findFaults, null)
    })
    pdf = await readPdf(deck.pdf)
  })

  test('it has all that decks break on', () => {
    const source = readFileSync(stress, 'utf8')
    const longest = (pattern: RegExp): number =>
      Math.max(...(source.match(pattern) ?? []).map(({ length }) => length))
    const count = (pattern: RegExp): number =>
      source.match(pattern)?.length ?? 0
    const code = /```python\n([^]*?)> ```/.exec(source)?.[1] ?? ''
    const situation = /^1번째 관찰.*$/m.exec(source)?.[0] ?? ''
    expect({
      code: code.replace(/^> ?/gm, '').trim().split('\n').length,
      rows: count(/^> \| \d+ \|/gm),
      sentences: situation.split(/[.?!](?:\s|$)/).filter(Boolean).length,
      levels: count(/^> {11}- 여섯째/gm),
      column: longest(/(?<=^ {3})curl .*$/gm),
      title: longest(/(?<=\*\*)분산 환경[^*]*(?=\*\*:)/g),
      url: longest(/https:\/\/\S+/g),
      emoji: count(/\p{Extended_Pictographic}/gu),
    }).toEqual({
      code: 70,
      rows: 45,
      sentences: 60,
      levels: 2,
      column: 400,
      title: 300,
      url: 600,
      emoji: 7,
    })
  })

  test('nothing stands beyond its slide', () => {
    expect(faults.beyond).toEqual([])
  })

  test('text has at least 24 pixels, code at least 16', () => {
    expect(faults.small).toEqual([])
  })

  test('no word is broken that a line would have held', () => {
    expect(faults.broken).toEqual([])
  })

  test.each(['light', 'dark', 'contrast'])(
    'text has a contrast of 7:1 in %s',
    async (look) => {
      const html = deck.html.replace(/data-theme="\w+"/, `data-theme="${look}"`)
      expect(
        await browser.withPage(html, (page) =>
          page.evaluate(findPaleText, null),
        ),
      ).toEqual([])
    },
  )

  test('no Markdown is left over', () => {
    expect(faults.literal).toEqual([])
  })

  test('no slide continues another with next to nothing', () => {
    expect(faults.widows).toEqual([])
  })

  test('no heading and no sentence with a colon is parted from what it introduces', () => {
    expect(faults.dangling).toEqual([])
  })

  test('it asks for nothing, and names nothing to ask for', () => {
    expect(requests).toEqual([])
    expect(deck.html.replace(/<script[\s\S]*?<\/script>/g, '')).not.toMatch(
      /<link|@import|url\((?!["']?(?:data:|#))|(?:src|href)=["'](?!data:|#|https:\/\/example\.com)/,
    )
  })

  test('every page of the PDF is one slide with text', () => {
    expect(pdf.pages).toHaveLength(faults.slides)
    expect(
      pdf.pages.every(
        ({ width, height, text }) =>
          width === 960 && height === 540 && text.trim() !== '',
      ),
    ).toBe(true)
  })

  test('the PDF is tagged, in Korean, with bookmarks by topic and question', () => {
    expect(pdf.isTagged).toBe(true)
    expect(pdf.lang).toBe('ko')
    expect(pdf.metadata).toMatchObject({
      Title: '분산 시스템 스터디 99회차: 견디는지 보는 문서',
      Author: '배시험',
      Subject: '아주 긴 것들, 짧은 것들',
    })
    expect(pdf.showsTitle).toBe(true)
    expect(
      pdf.outline.map(({ title, children }) => [title, children.length]),
    ).toEqual([
      ['아주 긴 것들', 5],
      ['짧은 것들', 3],
    ])
  })

  test('its fonts are TrueType and inside', () => {
    expect(
      pdf.fonts.filter(
        ({ isEmbedded, subtype }) => !isEmbedded || subtype === 'Type3',
      ),
    ).toEqual([])
  })

  test('what had to be scaled or could not be drawn is said with its line', () => {
    expect(
      deck.file.messages.map(({ line, ruleId }) => [line, ruleId]),
    ).toEqual([
      [180, 'image-missing'],
      [222, 'diagram-unsupported'],
      [171, 'content-scaled'],
    ])
  })

  test('only a table that is said to be scaled is scaled', () => {
    expect(deck.html.match(/<section[^>]*\bscale-\d\d\b/g)).toHaveLength(1)
  })

  test('numbers, tables and sentences go on over slides', () => {
    expect(deck.markdown.match(/^\| +번호/gm)!.length).toBeGreaterThan(3)
    expect(deck.markdown).toContain(
      String.raw`3\~5번 서버만 따로 봅니다. Q1\~Q3에서 다룹니다.`,
    )
    expect(deck.html).toContain('<ol start="5">')
  })

  test('the same paper gives the same bytes', async () => {
    const again = await buildDeckOf(browser, stress)
    expect(again.html === deck.html && again.markdown === deck.markdown).toBe(
      true,
    )
    expect(Buffer.compare(again.pdf, deck.pdf)).toBe(0)
  })
})

describe('a second one', () => {
  let deck: BuiltDeck
  beforeAll(async () => {
    deck = await buildDeckOf(browser, 'test/fixtures/deck/harder.md')
  })

  test('nothing is said of it, and nothing is wrong on its slides', async () => {
    expect(deck.file.messages.map(String)).toEqual([])
    const { slides, ...faults } = await browser.withPage(deck.html, (page) =>
      page.evaluate(findFaults, null),
    )
    expect(slides).toBeGreaterThan(25)
    expect(Object.values(faults).flat()).toEqual([])
  })

  test.each(['light', 'dark', 'contrast'])(
    'text has a contrast of 7:1 in %s',
    async (look) => {
      const html = deck.html.replace(/data-theme="\w+"/, `data-theme="${look}"`)
      const pale = await browser.withPage(html, (page) =>
        page.evaluate(findPaleText, null),
      )
      expect(pale).toEqual([])
    },
  )

  test('code and formulas that stand only in titles have their fonts', async () => {
    const { fonts, text } = await readPdf(deck.pdf)
    expect(text).toContain('뷁쉙')
    expect(text).toContain('퀡')
    expect(deck.html).toContain(
      '<annotation encoding="application/x-tex">\\Omega',
    )
    expect(
      fonts.filter(
        ({ name }) => !/^(?:Pretendard|D2Coding|KaTeX|NotoEmoji)/i.test(name),
      ),
    ).toEqual([])
  })
})
