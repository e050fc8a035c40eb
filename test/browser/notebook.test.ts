import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bundlePage } from '../../scripts/page-bundle.js'
import { wordsOf } from '../../src/config/words.ts'
import { shownNodes } from '../../src/pipeline/shown-nodes.ts'
import { notebookHtml } from '../../src/render/notebook-html.ts'
import { embedFonts } from '../../src/render/print-html/fonts.ts'
import { htmlRenderer } from '../../src/render/print-html/renderer.ts'
import {
  hostNotebookView,
  shareNotebookView,
} from '../../src/view/notebook-view.ts'
import { onePixel, onPaper } from '../support/on-paper.ts'
import { openRoom, type PlayerRoom } from '../support/player-room.ts'

const paper = onPaper()
const axe = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
)

let room: PlayerRoom
let host: string
let share: string

beforeAll(async () => {
  const words = wordsOf('ko')
  const options = {
    renderer: await htmlRenderer(shownNodes(paper), {
      images: onePixel,
      words,
    }),
    words,
    script: await bundlePage('notebook-page'),
  }
  const page = async (html: string): Promise<string> =>
    (await embedFonts(html, Object.values(words).join(''))).html
  host = await page(notebookHtml(hostNotebookView(paper), options))
  share = await page(notebookHtml(shareNotebookView(paper, false), options))
  room = await openRoom()
})

afterAll(() => room.close())

const visible = (page: Page, selector: string): Promise<number> =>
  page.$$eval(
    selector,
    (found) => found.filter((one) => one.checkVisibility()).length,
  )

/** Types into the notes of a question, as a reader does. */
async function write(page: Page, id: string, text: string): Promise<void> {
  await page.type(`#question-${id}-note`, text)
}

test('every answer is behind its button, and one button shows all', async () => {
  const page = await room.open({ html: host })
  expect(await page.$$eval('details.answer', (all) => all.length)).toBe(6)
  expect(await visible(page, 'details.answer .part')).toBe(0)
  await page.click('#question-1-1 details.answer summary')
  expect(await visible(page, 'details.answer .part')).toBe(1)
  await page.click('.show-all')
  expect(await visible(page, 'details.answer .part')).toBe(6)
  await page.click('.show-all')
  expect(await visible(page, 'details.answer .part')).toBe(0)
})

test.each([390, 768, 1280])(
  'a question that the contents lead to is not hidden by the bar, %i pixels wide',
  async (width) => {
    const page = await room.open({ html: host })
    await page.setViewport({ width, height: 700 })
    const [top, barBottom] = await page.evaluate(() => {
      document.documentElement.style.scrollBehavior = 'auto'
      document
        .querySelector<HTMLDetailsElement>('details.contents')
        ?.setAttribute('open', '')
      document
        .querySelector<HTMLElement>('nav a[href="#question-2-2"]')
        ?.click()
      return ['#question-2-2 .number', '.bar'].map((selector, index) => {
        const rect = document.querySelector(selector)?.getBoundingClientRect()
        return (index === 0 ? rect?.top : rect?.bottom) ?? NaN
      })
    })
    expect(top).toBeGreaterThanOrEqual(Math.max(0, barBottom!))
    expect(top).toBeLessThan(700)
  },
)

test('the notebook for participants has no answer in any byte', () => {
  for (const answer of ['순번', '스무 바이트', 'TIME_WAIT', '통계', 'backlog'])
    expect(share.includes(answer), answer).toBe(false)
  expect(share).not.toContain('<details class="answer"')
})

test('what a reader writes and ticks survives a reload, from file://', async () => {
  const page = await room.open({ html: share })
  await write(page, '1-1', 'three packets')
  await page.click('#question-2-2-choice-2')
  await page.reload()
  expect(
    await page.$eval(
      '#question-1-1-note',
      (area) => (area as HTMLTextAreaElement).value,
    ),
  ).toBe('three packets')
  expect(
    await page.$eval(
      '#question-2-2-choice-2',
      (box) => (box as HTMLInputElement).checked,
    ),
  ).toBe(true)
  await page.evaluate(() => {
    localStorage.clear()
  })
})

test('notes are exported as Markdown, and the file brings them back', async () => {
  const page = await room.open({ html: share })
  await write(page, '1-2', 'return {}')
  await page.click('#question-2-1-choice-2')
  const exported = await page.evaluate(async () => {
    const blob = new Promise<Blob>((resolve) => {
      URL.createObjectURL = (given) => {
        resolve(given as Blob)
        return '#'
      }
    })
    document.querySelector<HTMLButtonElement>('.export')?.click()
    return (await blob).text()
  })
  expect(exported).toBe(`# 네트워크 스터디 3회차 문제

## 2. 코드 <!-- note 1-2 -->

return {}

## 1. UDP는 순서를 보장한다. (O/X) <!-- note 2-1 -->

- [x] X
`)
  await page.evaluate(() => {
    localStorage.clear()
  })
  await page.reload()
  await page.evaluate((text) => {
    const files = new DataTransfer()
    files.items.add(new File([text], '메모.md'))
    const input = document.querySelector<HTMLInputElement>('.import-file')
    if (!input) return
    input.files = files.files
    input.dispatchEvent(new Event('change'))
  }, exported)
  await page.waitForFunction(() =>
    document.querySelector('[role=status]')?.textContent.includes('2'),
  )
  expect(
    await page.$eval(
      '#question-1-2-note',
      (area) => (area as HTMLTextAreaElement).value,
    ),
  ).toBe('return {}')
  expect(
    await page.$eval(
      '#question-2-1-choice-2',
      (box) => (box as HTMLInputElement).checked,
    ),
  ).toBe(true)
  await page.evaluate(() => {
    localStorage.clear()
  })
})

test('a browser that keeps nothing says so, and the rest works', async () => {
  const page = await room.open({
    html: share,
    before: () => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('denied', 'SecurityError')
        },
      })
    },
  })
  await write(page, '1-1', 'a')
  expect(await page.$eval('[role=status]', (one) => one.textContent)).toContain(
    '내보내세요',
  )
  await page.click('.theme')
  expect(await page.$eval('html', (one) => one.dataset['theme'])).toBe('dark')
})

test('search leaves what has all words, opens the answer that has them, and says how many', async () => {
  const page = await room.open({ html: host })
  await page.type('.search', 'TIME_WAIT')
  expect(await visible(page, '.question')).toBe(1)
  expect(await visible(page, '#question-1-3 details.answer .part')).toBe(1)
  expect(await visible(page, 'nav a')).toBe(2)
  expect(await page.$eval('[role=status]', (one) => one.textContent)).toBe(
    '1곳에서 찾았습니다',
  )
  await page.$eval('.search', (field) => {
    ;(field as HTMLInputElement).value = ''
    field.dispatchEvent(new Event('input'))
  })
  expect(await visible(page, '.question')).toBe(6)
})

test.each(['light', 'dark'])('axe finds nothing to mend, %s', async (theme) => {
  const page = await room.open({ html: host })
  await page.evaluate((name) => {
    document.documentElement.dataset['theme'] = name
    for (const details of document.querySelectorAll('details'))
      details.open = true
  }, theme)
  await page.evaluate(axe)
  const violations = await page.evaluate(async () => {
    const { run } = (
      globalThis as unknown as {
        axe: {
          run: () => Promise<{
            violations: { id: string; nodes: { html: string }[] }[]
          }>
        }
      }
    ).axe
    return (await run()).violations.map(({ id, nodes }) => [id, nodes[0]?.html])
  })
  expect(violations).toEqual([])
})

test('nothing was asked of any server, and no script failed', () => {
  expect(room.problems).toEqual([])
})
