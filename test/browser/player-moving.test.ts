import { describe, expect, it } from 'vitest'
import {
  hashOf,
  press,
  visibleText,
  roomForTests,
} from '../support/player-room.ts'

const room = roomForTests()

describe('stepping through an answer', () => {
  it('shows the question, then the answer block by block, lists item by item', async () => {
    const page = await room.open({ hash: '#q1-1' })
    expect(await visibleText(page, 'main')).toContain('어떻게 지울지')
    const shown: string[] = []
    for (let at = 0; at < 10; at++) {
      await press(page, 'ArrowRight')
      shown.push(
        `${await hashOf(page)}: ${(await visibleText(page, 'main')).split(' ').at(-1)!}`,
      )
    }
    expect(shown).toEqual([
      'a1-1: 기본입니다.',
      'a1-1.2: 있다',
      'a1-1.3: 둔다',
      'a1-1.4: 살핀다',
      'a1-1.5: 하나',
      'a1-1.6: 둘',
      'a1-1.7: 셋',
      'a1-1.8: 넷',
      'a1-1.9: 다섯',
      'a1-1/2: cache.del(key)',
    ])
  })

  it('keeps hidden blocks in their place, so that nothing moves when they come', async () => {
    const page = await room.open({ hash: '#a1-1' })
    const top = (): Promise<number> =>
      page.$eval('#first-block', (block) => block.getBoundingClientRect().top)
    const before = await top()
    await press(page, 'Space', 'Space')
    expect(await top()).toBe(before)
  })

  it('goes back to the final state of the slide before', async () => {
    const page = await room.open({ hash: '#a1-1/2' })
    await press(page, 'ArrowLeft')
    expect(await hashOf(page)).toBe('a1-1.9')
    expect(await visibleText(page, 'main')).toMatch(/다섯$/)
    await press(page, 'ArrowLeft')
    expect(await hashOf(page)).toBe('a1-1.8')
    expect(await visibleText(page, 'main')).not.toMatch(/다섯$/)
  })

  it('shows the whole answer with `a`, its later slides too', async () => {
    const page = await room.open({ hash: '#q1-1' })
    await press(page, 'a')
    expect(await hashOf(page)).toBe('a1-1.9')
    await press(page, 'Space')
    expect(await hashOf(page)).toBe('a1-1/2.2')
    expect(await visibleText(page, 'main')).toContain('이벤트')
  })
})

describe('keys', () => {
  it.each(['ArrowRight', 'Space', 'PageDown', 'Enter', 'n'])(
    '%s goes on',
    async (key) => {
      const page = await room.open()
      await press(page, key)
      expect(await hashOf(page)).toBe('2')
      expect(await visibleText(page, 'main')).toContain('오늘 다룰 것')
    },
  )

  it.each(['ArrowLeft', 'PageUp', 'p', 'Backspace'])(
    '%s goes back',
    async (key) => {
      const page = await room.open({ hash: '#2' })
      await press(page, key)
      expect(await hashOf(page)).toBe('1')
      expect(await visibleText(page, 'main')).toContain('백엔드 스터디')
    },
  )

  it('Space with Shift goes back', async () => {
    const page = await room.open({ hash: '#2' })
    await page.keyboard.down('Shift')
    await press(page, 'Space')
    await page.keyboard.up('Shift')
    expect(await hashOf(page)).toBe('1')
    expect(await visibleText(page, 'main')).toContain('백엔드 스터디')
  })

  it('End goes to the summary, Home to the first slide', async () => {
    const page = await room.open()
    await press(page, 'End')
    expect(await visibleText(page, 'main')).toContain('다시 볼 문제')
    await press(page, 'Home')
    expect(await hashOf(page)).toBe('1')
  })

  it('works while a Korean input method is on', async () => {
    const page = await room.open()
    const client = await page.createCDPSession()
    for (const key of ['ㅜ', 'Process'])
      await client.send('Input.dispatchKeyEvent', {
        type: 'rawKeyDown',
        key,
        code: 'KeyN',
      })
    expect(await hashOf(page)).toBe('t1')
  })

  it('leaves presses with Ctrl to the browser', async () => {
    const page = await room.open()
    await page.keyboard.down('Control')
    await press(page, 'n')
    await page.keyboard.up('Control')
    expect(await hashOf(page)).toBe('1')
  })

  it.each(['f', 'F5'])(
    '%s fills the screen, and again leaves it',
    async (key) => {
      const page = await room.open()
      const full = (): Promise<boolean> =>
        page.evaluate(() => document.fullscreenElement !== null)
      await press(page, key)
      await page.waitForFunction(() => document.fullscreenElement !== null)
      await press(page, key)
      await page.waitForFunction(() => document.fullscreenElement === null)
      expect(await full()).toBe(false)
    },
  )
})

describe('the address', () => {
  it('brings slide and step back after a reload', async () => {
    const page = await room.open({ hash: '#q1-1' })
    await press(page, 'Space', 'Space', 'Space')
    await page.reload()
    expect(await hashOf(page)).toBe('a1-1.3')
    const text = await visibleText(page, 'main')
    expect(text).toContain('TTL을 짧게 둔다')
    expect(text).not.toContain('다섯 가지')
  })

  it('can be typed in, and links of the deck follow it', async () => {
    const page = await room.open()
    await page.evaluate(() => (location.hash = '#12'))
    expect(await visibleText(page, 'main')).toContain('격리 수준')
    await page.evaluate(() => (location.hash = '#2'))
    await page.click('a[href="#t2"]')
    expect(await hashOf(page)).toBe('t2')
  })

  it('ignores what it does not know', async () => {
    const page = await room.open({ hash: '#%EA%B0%80-7.x' })
    expect(await visibleText(page, 'main')).toContain('백엔드 스터디')
  })
})
