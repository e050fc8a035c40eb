import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { describe, expect, it } from 'vitest'
import { commands } from '../../src/player/commands.ts'
import { keyLabel } from '../../src/player/keys.ts'
import { temporaryFolder } from '../support/folder.ts'
import {
  hashOf,
  press,
  says,
  visibleText,
  roomForTests,
} from '../support/player-room.ts'

const room = roomForTests()

const dialog = (page: Page): Promise<string> =>
  visibleText(page, 'dialog[open]')

describe('the overview', () => {
  it('shows all slides by topic, the current one in focus', async () => {
    const page = await room.open({ hash: '#q1-2' })
    await press(page, 'o')
    const seen = await page.$eval('dialog[open]', (box) => ({
      topics: [...box.querySelectorAll('.sd-grid > h3')].map(
        (h3) => h3.textContent,
      ),
      cards: box.querySelectorAll('.sd-card').length,
      focus: document.activeElement?.textContent,
    }))
    expect(seen).toEqual({
      topics: ['처음', '1. 캐시 설계', '2. 트랜잭션', '다시 볼 문제'],
      cards: 14,
      focus: '문제 1-29쪽',
    })
  })

  it('goes to a slide by click, and closes', async () => {
    const page = await room.open()
    await press(page, 'o')
    const cards = await page.$$('.sd-card > button')
    await cards[11]!.click()
    expect(await hashOf(page)).toBe('q2-1')
    expect(await page.$('dialog[open]')).toBeNull()
  })

  it('goes by arrow keys, along rows and columns', async () => {
    const page = await room.open({ hash: '#q1-2' })
    await press(page, 'o', 'ArrowRight', 'ArrowDown')
    const label = (): Promise<string> =>
      page.evaluate(() => document.activeElement!.textContent)
    expect(await label()).toBe('답변 2-113쪽')
    await press(page, 'ArrowUp', 'Enter')
    expect(await hashOf(page)).toBe('a1-2')
    expect(await page.$('dialog[open]')).toBeNull()
  })

  it('gives no answer away that was not shown yet', async () => {
    const page = await room.open({ hash: '#a1-1.2' })
    await press(page, 'o')
    const text = await dialog(page)
    expect(text).toContain('쓰기 경로에서 지우는 것이 기본입니다')
    expect(text).not.toContain('TTL을 짧게 둔다')
    expect(text).not.toContain('확률적 조기 만료')
  })

  it('closes with `o` and with Esc', async () => {
    const page = await room.open()
    for (const key of ['o', 'Escape']) {
      await press(page, 'o')
      expect(await page.$('dialog[open]')).not.toBeNull()
      await press(page, key)
      expect(await page.$('dialog[open]')).toBeNull()
    }
    expect(await hashOf(page)).toBe('1')
  })
})

describe('jumping', () => {
  it.each([
    ['2-1', 'q2-1'],
    ['12', 'q2-1'],
    ['1', '1'],
    ['a1-1', 'a1-1'],
  ])('`g` and %s goes to %s', async (typed, address) => {
    const page = await room.open({ hash: '#2' })
    await press(page, 'g')
    await page.keyboard.type(typed)
    await press(page, 'Enter')
    expect(await hashOf(page)).toBe(address)
    expect(await page.$('dialog[open]')).toBeNull()
  })

  it('says that there is no such question', async () => {
    const page = await room.open()
    await press(page, 'g')
    await page.keyboard.type('9-9')
    await press(page, 'Enter')
    expect(await dialog(page)).toContain('그런 문제나 쪽이 없습니다')
    expect(await hashOf(page)).toBe('1')
  })

  it.each(['g', 'i'])('%s opens the table of contents', async (key) => {
    const page = await room.open()
    await press(page, key)
    expect(await dialog(page)).toContain('1-2 캐시 쏠림')
    await press(page, 'Escape')
    expect(await page.$('dialog[open]')).toBeNull()
  })

  it('lists topics and questions as a table of contents', async () => {
    const page = await room.open()
    await press(page, 'i')
    const lines = await page.$$eval('dialog[open] li', (items) =>
      items.map((item) =>
        [...item.querySelectorAll('b, span')]
          .map((part) => part.textContent)
          .join(' ')
          .trim(),
      ),
    )
    expect(lines).toEqual([
      '1. 캐시 설계',
      '1-1 캐시 무효화',
      '1-2 캐시 쏠림',
      '2. 트랜잭션',
      '2-1 격리 수준',
      '다시 볼 문제',
    ])
    await press(page, 'ArrowDown', 'ArrowDown', 'Enter')
    expect(await hashOf(page)).toBe('q1-1')
  })
})

describe('searching', () => {
  it('finds words, shows where, and goes there', async () => {
    const page = await room.open()
    await press(page, '/')
    await page.keyboard.type('팬텀  리드')
    const text = await dialog(page)
    expect(text).toContain('1곳')
    expect(text).toContain('문제 2-1')
    expect(
      await page.$eval('dialog[open] mark', (mark) => mark.textContent),
    ).toBe('팬텀 리드')
    await press(page, 'Enter')
    expect(await hashOf(page)).toBe('q2-1')
  })

  it('does not find what stands at the head of every slide', async () => {
    const page = await room.open()
    await press(page, '/')
    await page.keyboard.type('2회차 스터디')
    expect(await dialog(page)).toContain('찾는 말이 없습니다')
  })

  it('finds what is written in NFD, too', async () => {
    const page = await room.open()
    await press(page, '/')
    await page.keyboard.type('격리'.normalize('NFD'))
    expect(await dialog(page)).toContain('문제 2-1')
  })

  it('names an answer that was not shown, but not what it says', async () => {
    const page = await room.open()
    await press(page, '/')
    await page.keyboard.type('조기')
    const text = await dialog(page)
    expect(text).toContain('답변 1-2')
    expect(text).toContain('아직 열지 않은 답변')
    expect(text).not.toContain('확률적')
  })

  it('says that nothing was found, whatever is typed', async () => {
    const page = await room.open()
    await press(page, '/')
    await page.keyboard.type('(*[\\')
    expect(await dialog(page)).toContain('찾는 말이 없습니다')
  })
})

it('Esc closes a dialog before the next key is pressed', async () => {
  const page = await room.open()
  for (const key of ['o', 'g', '/', '?']) {
    await press(page, key, 'Escape', 'i')
    expect(await page.$('dialog[data-name=jump][open]')).not.toBeNull()
    await press(page, 'Escape')
    expect(await page.$('dialog[open]')).toBeNull()
  }
})

describe('help', () => {
  it.each(['?', 'h'])('%s lists every key, and closes', async (key) => {
    const page = await room.open()
    await press(page, key)
    const shown = (await dialog(page)).split(' ')
    const keys = commands.flatMap((command) => command.keys.map(keyLabel))
    expect(
      keys.filter((label) => !shown.includes(label.split(' ')[0]!)),
    ).toEqual([])
    await press(page, key)
    expect(await page.$('dialog[open]')).toBeNull()
  })

  it('runs a command by click', async () => {
    const page = await room.open()
    await press(page, '?')
    await page.locator('.sd-help button ::-p-text(다음)').click()
    expect(await hashOf(page)).toBe('2')
    expect(await page.$('dialog[open]')).toBeNull()
  })
})

describe('questions to review', () => {
  it('are marked with `x`, and listed at the end', async () => {
    const page = await room.open({ hash: '#q1-1' })
    const said = says(page, '1-1 표시했습니다')
    await press(page, 'x')
    await said
    await page.evaluate(() => (location.hash = '#a2-1'))
    await press(page, 'x', 'End')
    const text = await visibleText(page, 'main')
    expect(text).toContain('1-1 캐시 무효화')
    expect(text).toContain('2-1 격리 수준')
    expect(text).not.toContain('1-2')
    await page.click('.sd-summary a')
    await page.waitForSelector('[data-current][data-question="1-1"]')
    expect(await hashOf(page)).toBe('q1-1')
    await press(page, 'x', 'End')
    expect(await visibleText(page, 'main')).not.toContain('1-1')
  })

  it('stay marked over a reload', async () => {
    const page = await room.open({ hash: '#q1-1' })
    await press(page, 'x', 'End')
    await page.reload()
    expect(await visibleText(page, 'main')).toContain('1-1 캐시 무효화')
  })

  it('says so on a slide without a question', async () => {
    const page = await room.open()
    const said = says(page, '문제 슬라이드')
    await press(page, 'x')
    await said
    await press(page, 'End')
    expect(await visibleText(page, 'main')).toContain('표시한 문제가 없습니다')
  })

  it('export missed.md with the questions and no answer', async () => {
    await using folder = await temporaryFolder()
    const page = await room.open({ hash: '#q1-2' })
    const client = await page.createCDPSession()
    await client.send('Browser.setDownloadBehavior', {
      behavior: 'allow',
      downloadPath: folder.path,
      eventsEnabled: true,
    })
    const done = new Promise<void>((resolve) => {
      client.on('Browser.downloadProgress', ({ state }) => {
        if (state === 'completed') resolve()
      })
    })
    await press(page, 'x', 'End')
    await page.click('.sd-export')
    await done
    expect(await readFile(join(folder.path, 'missed.md'), 'utf8'))
      .toBe(`# 백엔드 스터디 2회차: 다시 볼 문제

## 1-2. 캐시 쏠림

캐시 설계

한 키에 요청이 몰리면 어떻게 하시겠습니까?

- 조건은 그대로입니다
`)
  })
})
