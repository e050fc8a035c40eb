import { readFile } from 'node:fs/promises'
import { VFile } from 'vfile'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { wordsOf } from '../../src/config/words.ts'
import { outputNames } from '../../src/model/output.ts'
import { parsePaper } from '../../src/parse/index.ts'
import { buildDeck } from '../../src/pipeline/deck.ts'
import { loadImages } from '../../src/pipeline/images.ts'
import { Browser, type DocumentPage } from '../../src/print/index.ts'
import { splitPaper } from '../../src/split/index.ts'
import { readPdf, type PdfContents } from '../support/pdf.ts'

const browser = new Browser()
afterAll(() => browser.close())

interface BuiltDeck {
  readonly file: VFile
  readonly html: string
  readonly markdown: string
  readonly pdf: Uint8Array
}

async function build(path: string): Promise<BuiltDeck> {
  const source = await readFile(path, 'utf8')
  const file = new VFile({ path, value: source })
  const tree = parsePaper(source, file)
  const paper = splitPaper(tree, file)
  const files = await buildDeck(paper, {
    file,
    browser,
    images: await loadImages(tree, file),
    words: wordsOf('ko'),
    wanted: new Set(outputNames),
  })
  const contents = new Map(
    files.map((output) => [output.path, output.contents]),
  )
  return {
    file,
    html: Buffer.from(contents.get('host/deck.html')!).toString(),
    markdown: Buffer.from(contents.get('host/deck.md')!).toString(),
    pdf: contents.get('host/deck.pdf')!,
  }
}

/** What a person would not want to see on a slide. */
interface Faults {
  readonly slides: number
  /** Boxes beyond their slide. */
  readonly beyond: string[]
  /** Text smaller than 24 pixels, code smaller than 16. */
  readonly small: string[]
  /** Words that were broken although a line would have held them. */
  readonly broken: string[]
  /** Marks that Markdown should have taken. */
  readonly literal: string[]
  /** Slides that are nearly empty although they continue another. */
  readonly widows: string[]
}

/** Runs in the page. */
function findFaults(): Faults {
  const faults: Faults = {
    slides: 0,
    beyond: [],
    small: [],
    broken: [],
    literal: [],
    widows: [],
  }
  const slides = [...document.querySelectorAll<HTMLElement>('.slide')]
  for (const [index, slide] of slides.entries()) {
    const section = slide.querySelector('section')!
    const frame = slide.getBoundingClientRect()
    const name = (element: Element) =>
      `${index + 1} ${element.tagName} ${element.textContent.slice(0, 40)}`
    const body = [
      ...section.querySelectorAll<HTMLElement>(
        'h1, h1 ~ :not(footer), h1 ~ :not(footer) *, header ~ p',
      ),
    ]
    let bottom = frame.top
    for (const element of body) {
      const rect = element.getBoundingClientRect()
      if (rect.width * rect.height === 0 || element.closest('svg, .katex'))
        continue
      if (!element.matches('.number')) bottom = Math.max(bottom, rect.bottom)
      const isBeyond =
        rect.left < frame.left - 1 ||
        rect.right > frame.right + 1 ||
        rect.top < frame.top - 1 ||
        rect.bottom > frame.bottom - 60
      if (isBeyond && !element.matches('.number'))
        faults.beyond.push(name(element))
    }
    const isContinued = /^([2-9]|\d\d)\//.test(slide.dataset['part'] ?? '')
    if (isContinued && bottom - frame.top < 104 + 0.2 * 540)
      faults.widows.push(name(section))
    const walker = document.createTreeWalker(section, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const node = walker.currentNode as Text
      const parent = node.parentElement!
      if (
        parent.closest(
          'header, footer, .katex, svg, .part, .tag, .number, sup, sub',
        ) ||
        node.data.trim() === ''
      )
        continue
      const zoom =
        parent.closest('table') && section.className.includes('scale-')
          ? 0.6
          : 1
      const size = parseFloat(getComputedStyle(parent).fontSize) / zoom
      const least = parent.closest('pre, code, kbd') ? 16 : 24
      if (size < least - 0.01) faults.small.push(`${size} ${name(parent)}`)
      if (!parent.closest('pre, code') && /\*\*|&#x|~~/.test(node.data))
        faults.literal.push(name(parent))
      if (parent.closest('pre, code')) continue
      const box = parent.closest('p, li, td, th, div, h1, h2, h3, h4, h5, h6')!
      const style = getComputedStyle(box)
      const width =
        box.getBoundingClientRect().width -
        parseFloat(style.paddingLeft) -
        parseFloat(style.paddingRight)
      const rectsOf = (start: number, length: number) => {
        const range = document.createRange()
        range.setStart(node, start)
        range.setEnd(node, start + length)
        return [...range.getClientRects()].filter((rect) => rect.width > 0)
      }
      for (const { 0: run, index: at } of node.data.matchAll(/\S+/g)) {
        const wide = rectsOf(at, run.length).reduce(
          (sum, rect) => sum + rect.width,
          0,
        )
        if (wide > width - 1) continue
        for (const { 0: word, index } of run.matchAll(/[\p{L}\p{N}]+/gu)) {
          const tops = rectsOf(at + index, word.length).map(({ top }) => top)
          if (Math.max(...tops) - Math.min(...tops) > 8)
            faults.broken.push(`${slide.dataset['title'] ?? ''}: ${word}`)
        }
      }
    }
  }
  return { ...faults, slides: slides.length }
}

describe('a deck that is meant to break', () => {
  let deck: BuiltDeck
  let faults: Faults
  let pdf: PdfContents
  let requests: readonly string[]
  beforeAll(async () => {
    deck = await build('test/fixtures/deck/stress.md')
    faults = await browser.withPage(deck.html, async (page: DocumentPage) => {
      requests = page.requests
      return page.evaluate(findFaults, null)
    })
    pdf = await readPdf(deck.pdf)
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

  test('no Markdown is left over', () => {
    expect(faults.literal).toEqual([])
  })

  test('no slide continues another with next to nothing', () => {
    expect(faults.widows).toEqual([])
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
    })
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

  test('numbers, tables and sentences go on over slides', () => {
    expect(deck.markdown.match(/^\| +번호/gm)!.length).toBeGreaterThan(3)
    expect(deck.markdown).toContain(
      String.raw`3\~5번 서버만 따로 봅니다. Q1\~Q3에서 다룹니다.`,
    )
    expect(deck.html).toContain('<ol start="5">')
  })

  test('the same paper gives the same bytes', async () => {
    const again = await build('test/fixtures/deck/stress.md')
    expect(again.html === deck.html && again.markdown === deck.markdown).toBe(
      true,
    )
    expect(Buffer.compare(again.pdf, deck.pdf)).toBe(0)
  })
})
