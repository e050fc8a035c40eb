import axe from 'axe-core'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Browser } from '../../src/print/index.ts'
import { buildDeckOf, type BuiltDeck } from '../support/built-deck.ts'
import { findPaleText } from '../support/deck-contrast.ts'
import { findFaults, type Faults } from '../support/deck-faults.ts'
import { missingGlyphs } from '../support/missing-glyphs.ts'
import { temporaryFolder } from '../support/folder.ts'
import { readPdf } from '../support/pdf.ts'
import {
  openRoom,
  present,
  press,
  visibleText,
  type PlayerRoom,
} from '../support/player-room.ts'
import { studydeck } from '../support/terminal.ts'

const browser = new Browser()
let room: PlayerRoom
beforeAll(async () => {
  room = await openRoom()
})
afterAll(async () => {
  await browser.close()
  await room.close()
})

const papers = readdirSync('decks').filter((name) => name.endsWith('.md'))

describe.each(papers)('%s', (name) => {
  let deck: BuiltDeck
  let faults: Faults
  beforeAll(async () => {
    deck = await buildDeckOf(browser, join('decks', name))
    faults = await browser.withPage(deck.html, (page) =>
      page.evaluate(findFaults, null),
    )
  })

  test('there is nothing to complain about, in the paper or on a slide', () => {
    expect(deck.file.messages.map(String)).toEqual([])
    const { slides, ...others } = faults
    expect(others).toEqual({
      beyond: [],
      small: [],
      broken: [],
      literal: [],
      widows: [],
      dangling: [],
    })
    expect(slides).toBeGreaterThan(50)
  })

  test('each slide is one page of the PDF, none of them blank', async () => {
    const { pages, outline } = await readPdf(deck.pdf)
    expect(pages).toHaveLength(faults.slides)
    expect(pages.filter(({ text }) => text.trim() === '')).toEqual([])
    expect(outline.map(({ children }) => children.length)).toEqual(
      deck.paper.topics.map(({ questions }) => questions.length),
    )
  })

  test('every character comes from a font that the deck carries', async () => {
    const page = await room.open({ html: deck.html })
    expect(await missingGlyphs(page)).toEqual([])
  })

  // The room's browser fits glyphs to the pixels of the screen, as many do; the one that measures slides does not.
  test('lines break on a screen where they broke when they were measured', async () => {
    const page = await room.open({ html: deck.html })
    await page.emulateMediaType('print')
    // The player adds its summary.
    const slides = faults.slides + 1
    expect(await page.evaluate(findFaults)).toEqual({ ...faults, slides })
  })

  test('text has a contrast of 7:1, light, dark and in high contrast', async () => {
    const page = await room.open({ html: deck.html })
    for (const look of ['light', 'dark', 'contrast']) {
      await page.waitForSelector(`html[data-theme=${look}]`)
      expect(await page.evaluate(findPaleText), look).toEqual([])
      await press(page, 'c')
    }
  })

  test('from disk it is stepped through without error, request or barrier', async () => {
    const first = deck.paper.topics[0]!.questions[0]!
    const page = await room.open({ html: deck.html, hash: `#q${first.id}` })
    const title = await visibleText(page, 'main')
    for (const keys of [['a'], ['o'], ['Escape', 'c', 'End']]) {
      await press(page, ...keys)
      // What stands beside the slides is the same in every deck, and axe looks at a hundred slides for seconds.
      if (name === papers[0] || keys[0] === 'a')
        expect(await violations(page)).toEqual([])
    }
    await press(page, 'Home')
    expect(await visibleText(page, 'main')).not.toBe(title)
    const presenter = await present(page)
    expect(await violations(presenter)).toEqual([])
    await press(presenter, 'c', 'Space')
    if (name === papers[0]) expect(await violations(presenter)).toEqual([])
    expect(room.problems).toEqual([])
  })
})

test('notes are for the presenter alone', async () => {
  const deck = await buildDeckOf(
    browser,
    'paper.md',
    '# 스터디 3회차\n\n## 주제\n\n1. **제목**: 본문을 설명하시오.\n\n<!-- studydeck: note 먼저 <손>을 들게 하세요. -->\n\n> **[답변]** 이것이 답변입니다.\n',
  )
  expect(deck.markdown).toContain('<!-- 먼저 <손>을 들게 하세요. -->')
  expect((await readPdf(deck.pdf)).text).not.toContain('들게')
  const page = await room.open({ html: deck.html, hash: '#q1-1' })
  expect(await visibleText(page)).not.toContain('들게')
  const presenter = await present(page)
  await presenter.waitForSelector('.sd-box-notes p')
  expect(await visibleText(presenter, '.sd-box-notes')).toContain(
    '먼저 <손>을 들게 하세요.',
  )
})

test('a countdown has the time of the text, else of the front matter, else five minutes', async () => {
  await using folder = await temporaryFolder()
  const paper =
    '# 스터디\n\n## 주제\n\n1. **하나**: 왜? (3분)\n\n> **[답변]** 그래서.\n\n2. **둘**: 어떻게?\n\n> **[답변]** 이렇게.\n'
  const times: string[] = []
  for (const [name, head] of [
    ['timed', '---\ntimer: 7m\n---\n\n'],
    ['plain', ''],
  ] as const) {
    const path = await folder.write(`${name}.md`, head + paper)
    const out = join(folder.path, 'build')
    await studydeck('build', path, '--out', out, '--only', 'host/deck.html')
    const html = readFileSync(join(out, name, 'host/deck.html'), 'utf8')
    for (const id of ['1-1', '1-2']) {
      const page = await room.open({ html, hash: `#q${id}` })
      await press(page, '+', '-')
      times.push(await visibleText(page, '.sd-ring'))
    }
  }
  expect(times).toEqual(['3:00', '7:00', '3:00', '5:00'])
  expect(room.problems).toEqual([])
})

test('an English paper has an English player', async () => {
  const deck = await buildDeckOf(
    browser,
    'paper.md',
    '---\nlang: en\n---\n\n# Study 3\n\n## Topic\n\n1. **Title**: Explain it.\n\n> **[답변]** This is why.\n',
  )
  const page = await room.open({ html: deck.html, hash: '#q1-1' })
  await press(page, '?')
  const help = await visibleText(page, 'dialog[open]')
  expect(help).toContain('Next')
  expect(help).not.toMatch(/[가-힣]/)
  expect(room.problems).toEqual([])
})

async function violations(page: Page): Promise<string[]> {
  // The page's CSP lets no script in: axe comes through the debugger.
  await page.evaluate(axe.source)
  return page.evaluate(async () => {
    const { violations } = await (
      window as unknown as { axe: typeof axe }
    ).axe.run()
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`,
    )
  })
}
