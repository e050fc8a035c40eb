import type { Page } from 'puppeteer-core'
import { describe, expect, it } from 'vitest'
import {
  later,
  press,
  says,
  visibleText,
  roomForTests,
} from '../support/player-room.ts'

const room = roomForTests()

interface Stubbed extends Window {
  played: number[]
}

/** Writes down every note that sounds. */
function stubSound(): void {
  const page = window as unknown as Stubbed
  page.played = []
  window.AudioContext = class extends AudioContext {
    override createOscillator(): OscillatorNode {
      const tone = super.createOscillator()
      const start = tone.start.bind(tone)
      tone.start = (when) => {
        page.played.push(Math.round(tone.frequency.value))
        start(when)
      }
      return tone
    }
  }
}

const open = (hash: string): Promise<Page> =>
  room.open({ hash, before: stubSound })

const ring = (page: Page): Promise<string> => visibleText(page, '.sd-ring')

const played = (page: Page): Promise<number[]> =>
  page.evaluate(() => (window as unknown as Stubbed).played)

describe('the countdown', () => {
  it('shows nothing before it was started', async () => {
    const page = await open('#q1-1')
    expect(await ring(page)).toBe('')
  })

  it('starts with the minutes of the question, and pauses', async () => {
    const page = await open('#q1-1')
    await press(page, 't')
    expect(await ring(page)).toBe('3:00')
    await later(page, 60)
    expect(await ring(page)).toBe('2:00')
    await press(page, 't')
    const paused = await ring(page)
    await later(page, 60)
    expect(await ring(page)).toBe(paused)
  })

  it('takes the default of the deck where the question has no minutes', async () => {
    const page = await open('#q2-1')
    await press(page, 't')
    expect(await ring(page)).toBe('4:00')
  })

  it('adds and takes away minutes with `+`, `=` and `-`', async () => {
    const page = await open('#q1-1')
    await press(page, '+')
    expect(await ring(page)).toBe('4:00')
    await press(page, '=')
    expect(await ring(page)).toBe('5:00')
    await press(page, '-', '-', '-')
    expect(await ring(page)).toBe('2:00')
  })

  it('is a ring on the slide, in its top right corner, that gets shorter', async () => {
    const page = await open('#q1-1')
    await press(page, 't')
    const box = await page.$eval('.sd-ring', (element) => {
      const { left, top, right, bottom } = element.getBoundingClientRect()
      return { left, top, right, bottom }
    })
    expect(box.left).toBeGreaterThanOrEqual(1280 - 104)
    expect(box.right).toBeLessThanOrEqual(1280)
    expect(box.top).toBeGreaterThanOrEqual(0)
    expect(box.bottom).toBeLessThanOrEqual(104)
    const gone = (): Promise<number> =>
      page.$eval('.sd-ring circle:last-child', (arc) =>
        Number(arc.getAttribute('stroke-dashoffset')),
      )
    expect(await gone()).toBeLessThan(5)
    await later(page, 90)
    expect(await gone()).toBeCloseTo(Math.PI * 40, -1)
  })

  it('changes its colour for the last 30 seconds, and says so', async () => {
    const page = await open('#q1-1')
    const colour = (): Promise<string> =>
      page.$eval('.sd-ring svg', (drawing) => getComputedStyle(drawing).stroke)
    await press(page, 't')
    const before = await colour()
    const said = says(page, '30초 남았습니다')
    await later(page, 149)
    expect(await colour()).toBe(before)
    await later(page, 1)
    expect(await colour()).not.toBe(before)
    await said
  })

  it('sounds softly at 30 seconds and at the end, and counts on', async () => {
    const page = await open('#q1-1')
    await press(page, 't')
    await later(page, 151)
    expect(await played(page)).toEqual([659])
    const said = says(page, '시간이 다 됐습니다')
    await later(page, 30)
    expect(await played(page)).toEqual([659, 659, 523, 392])
    await said
    await later(page, 12)
    expect(await ring(page)).toBe('-0:13')
  })

  it('is silent once it was muted with `m`', async () => {
    const page = await open('#q1-1')
    await press(page, 'm', 't')
    const said = says(page, '시간이 다 됐습니다')
    await later(page, 181)
    await said
    expect(await played(page)).toEqual([])
  })

  it('stops when the question is left, and is still there on the way back', async () => {
    const page = await open('#q1-2')
    await press(page, 't')
    await later(page, 60)
    await press(page, 'Home')
    await later(page, 60)
    await page.evaluate(() => (location.hash = '#q1-2'))
    expect(await ring(page)).toBe('3:00')
  })

  it('goes on with the answer of its question', async () => {
    const page = await open('#q1-2')
    await press(page, 't', 'Space')
    await later(page, 60)
    expect(await ring(page)).toBe('3:00')
  })

  it('runs on in the overview, on a black screen and over a reload', async () => {
    const page = await open('#q1-1')
    await press(page, 't', 'o')
    await later(page, 60)
    expect(await visibleText(page, 'dialog[open] .sd-head')).toContain('2:00')
    await press(page, 'o', 'b')
    await later(page, 60)
    expect(await ring(page)).toBe('1:00')
    await page.reload()
    expect(await ring(page)).toBe('3:00')
    await later(page, 120)
    expect(await ring(page)).toBe('1:00')
  })

  it('can be started with a click on the bar', async () => {
    const page = await open('#q1-1')
    await page.click('.sd-controls [title*="타이머"]')
    expect(await ring(page)).toBe('3:00')
  })
})
