import axe from 'axe-core'
import type { Page } from 'puppeteer-core'
import { describe, expect, it } from 'vitest'
import { deckPages } from '../support/deck-page.ts'
import {
  hashOf,
  pause,
  present,
  press,
  says,
  visibleText,
  roomForTests,
} from '../support/player-room.ts'

const room = roomForTests()

const background = (page: Page, selector: string): Promise<string> =>
  page.$eval(selector, (box) => getComputedStyle(box).backgroundColor)

/** Box of the first element, in window pixels. */
const boxOf = (
  page: Page,
  selector: string,
): Promise<{ left: number; top: number; right: number; bottom: number }> =>
  page.$eval(selector, (element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect()
    return { left, top, right, bottom }
  })

describe('the slide', () => {
  it.each([
    [1280, 720],
    [1024, 768],
    [2560, 1080],
  ])('fills a window of %i × %i and keeps its shape', async (width, height) => {
    const page = await room.open({ size: { width, height } })
    const box = await boxOf(page, '.slide[data-current]')
    expect((box.right - box.left) / (box.bottom - box.top)).toBeCloseTo(16 / 9)
    const scale = Math.min(width / 1280, height / 720)
    expect(box.right - box.left).toBeCloseTo(1280 * scale, 0)
    expect(box.left).toBeCloseTo((width - 1280 * scale) / 2, 0)
    expect(box.top).toBeCloseTo((height - 720 * scale) / 2, 0)
  })

  it('has its number in the bar', async () => {
    const page = await room.open({ hash: '#q1-2' })
    expect(await visibleText(page, '.sd-page')).toBe('9/13 문제 1-2')
  })

  it('stays on top of a phone held upright, with large buttons below', async () => {
    const page = await room.open({
      size: { width: 390, height: 844 },
      touch: true,
    })
    const slide = await boxOf(page, '.slide[data-current]')
    expect(slide).toMatchObject({ left: 0, top: 0 })
    expect(slide.right).toBeCloseTo(390, 0)
    const buttons = await page.$$eval('.sd-controls button', (all) =>
      all.map((button) => {
        const { left, top, right, bottom } = button.getBoundingClientRect()
        return { left, top, right, bottom }
      }),
    )
    for (const { left, top, right, bottom } of buttons) {
      expect(top).toBeGreaterThan(slide.bottom)
      expect(bottom).toBeLessThan(844)
      expect(Math.min(right - left, bottom - top)).toBeGreaterThanOrEqual(44)
    }
    await page.tap('[data-command=forward]')
    expect(await hashOf(page)).toBe('2')
  })
})

describe('mouse and touch', () => {
  it('goes on with a click, back with one at the left', async () => {
    const page = await room.open()
    await page.mouse.click(1200, 650)
    await page.waitForFunction(() => location.hash === '#2')
    await page.mouse.click(60, 650)
    await page.waitForFunction(() => location.hash === '#1')
  })

  it('goes on with a click on a block, after the time of a double click', async () => {
    const page = await room.open({ hash: '#q1-1' })
    await page.click('.slide[data-current] p')
    expect(await hashOf(page)).toBe('q1-1')
    await page.waitForFunction(() => location.hash === '#a1-1')
  })

  it('enlarges a block with a double click, and shrinks it again', async () => {
    const page = await room.open({ hash: '#q1-1' })
    const before = await boxOf(page, '.slide[data-current] p')
    await page.click('.slide[data-current] p', { count: 2 })
    const after = await boxOf(page, '.slide[data-current] p')
    expect(after.right - after.left).toBeGreaterThan(
      (before.right - before.left) * 1.03,
    )
    expect(after.left).toBeGreaterThanOrEqual(0)
    expect(after.right).toBeLessThanOrEqual(1280)
    expect((after.top + after.bottom) / 2).toBeCloseTo(360, 0)
    await pause(page, 400)
    expect(await hashOf(page)).toBe('q1-1')
    await page.click('.slide[data-current] p', { count: 2 })
    expect(await boxOf(page, '.slide[data-current] p')).toEqual(before)
    await page.click('.slide[data-current] p', { count: 2 })
    await press(page, 'Escape')
    expect(await boxOf(page, '.slide[data-current] p')).toEqual(before)
  })

  it('leaves links alone', async () => {
    const page = await room.open({ hash: '#2' })
    await page.click('a[href="#t2"]')
    await pause(page, 400)
    expect(await hashOf(page)).toBe('t2')
  })

  it('turns the page with a swipe or a tap', async () => {
    const page = await room.open({ touch: true })
    const client = await page.createCDPSession()
    // All at once: a finger that rests while the machine is slow would be a long press.
    const touch = (...places: readonly number[]): Promise<unknown> =>
      Promise.all([
        ...places.map((x, at) =>
          client.send('Input.dispatchTouchEvent', {
            type: at === 0 ? 'touchStart' : 'touchMove',
            touchPoints: [{ x, y: 600 + at }],
          }),
        ),
        client.send('Input.dispatchTouchEvent', {
          type: 'touchEnd',
          touchPoints: [],
        }),
      ])
    // Chromium drops a touch that a busy page does not answer in 200 ms: then a person touches again.
    const until = async (hash: string, ...places: number[]): Promise<void> => {
      const arrived = (): Promise<boolean> =>
        page
          .waitForFunction(
            (wanted) => location.hash === wanted,
            { timeout: 2000 },
            hash,
          )
          .then(
            () => true,
            () => false,
          )
      do await touch(...places)
      while (!(await arrived()))
    }
    // Where a finger may pan is known once a frame was drawn: before that, the browser takes a swipe for its own.
    await page.screenshot()
    await until('#2', 900, 750, 600, 400)
    await until('#1', 400, 550, 700, 900)
    await pause(page, 450)
    await until('#2', 1200)
  })

  it('hides bar and pointer after a while, and shows them with a movement', async () => {
    const page = await room.open()
    await page.mouse.move(400, 300)
    await page.waitForSelector('html[data-idle]')
    const opacity = (): Promise<string> =>
      page.$eval('.sd-controls', (bar) => getComputedStyle(bar).opacity)
    expect(await opacity()).toBe('0')
    const shown = page.waitForFunction(() => {
      const bar = document.querySelector('.sd-controls')!
      return getComputedStyle(bar).opacity === '1'
    })
    await page.mouse.move(500, 300)
    await shown
  })
})

describe('black and white screen', () => {
  it.each([
    ['b', 'rgb(0, 0, 0)'],
    ['.', 'rgb(0, 0, 0)'],
    ['w', 'rgb(255, 255, 255)'],
  ])('%s covers everything with %s, and uncovers it', async (key, colour) => {
    const page = await room.open({ hash: '#q1-1' })
    await press(page, key)
    expect(await background(page, '.sd-blank')).toBe(colour)
    expect(await boxOf(page, '.sd-blank')).toEqual({
      left: 0,
      top: 0,
      right: 1280,
      bottom: 720,
    })
    await press(page, key)
    expect(await page.$('.sd-blank:not([hidden])')).toBeNull()
  })

  it('only uncovers with the next press of a clicker, and with Esc', async () => {
    const page = await room.open({ hash: '#q1-1' })
    for (const key of ['PageDown', 'Escape']) {
      await press(page, 'b', key)
      expect(await page.$('.sd-blank:not([hidden])')).toBeNull()
      expect(await hashOf(page)).toBe('q1-1')
    }
  })

  it('does not flicker while a clicker holds the key', async () => {
    const page = await room.open()
    await page.keyboard.down('b')
    await page.keyboard.down('b')
    await page.keyboard.up('b')
    expect(await page.$('.sd-blank:not([hidden])')).not.toBeNull()
  })
})

describe('colours and size', () => {
  it('`c` goes through light, dark and contrast, and a reload keeps them', async () => {
    const page = await room.open()
    const seen: string[] = []
    for (let at = 0; at < 3; at++) {
      seen.push(await background(page, '.slide[data-current] > section'))
      await press(page, 'c')
    }
    expect(seen).toEqual([
      'rgb(255, 255, 255)',
      'rgb(17, 17, 17)',
      'rgb(0, 0, 0)',
    ])
    await press(page, 'c')
    await page.reload()
    expect(await background(page, '.slide[data-current] > section')).toBe(
      'rgb(17, 17, 17)',
    )
  })

  const lines = (count: number): string =>
    Array.from({ length: count }, (_, at) => `<p>줄 ${at}</p>`).join('')
  const fontPage = (count: number): string =>
    `<!doctype html><html lang="ko"><meta charset="utf-8"><style>.slide{width:1280px;height:720px;overflow:hidden;position:relative}
    section{box-sizing:border-box;width:1280px;height:720px;padding:60px;overflow:hidden;font-size:28px}</style>
    <script>${room.player}</script><main class="deck"><div class="slide" data-kind="question" data-question="1-1" data-topic="1">
    <section><h1>제목</h1>${lines(count)}</section></div></main>`

  it('`]` and `[` enlarge and shrink the text', async () => {
    const page = await room.open({ html: fontPage(2) })
    const height = async (): Promise<number> => {
      const { top, bottom } = await boxOf(page, 'section p')
      return bottom - top
    }
    const before = await height()
    await press(page, ']', ']')
    expect(await height()).toBeCloseTo(before * 1.2, 0)
    await press(page, '[', '[', '[')
    expect(await height()).toBeCloseTo(before * 0.9, 0)
  })

  it('never enlarge beyond the slide, and say how far it went', async () => {
    const page = await room.open({ html: fontPage(7) })
    for (let at = 0; at < 7; at++) await press(page, ']')
    const said = says(page, '여기서는 1')
    await press(page, ']')
    await said
    const last = await boxOf(page, 'section p:last-child')
    expect(last.bottom).toBeLessThanOrEqual(720)
    expect(last.bottom).toBeGreaterThan(500)
  })
})

describe('pen and laser', () => {
  const draw = async (page: Page, x: number): Promise<void> => {
    await page.mouse.move(x, 300)
    await page.mouse.down()
    await page.mouse.move(x + 100, 350, { steps: 5 })
    await page.mouse.up()
  }
  const lines = (page: Page): Promise<number> =>
    page.$$eval('.slide[data-current] .sd-ink polyline', ({ length }) => length)

  it('draws where the pointer is, without moving on', async () => {
    const page = await room.open({ hash: '#q1-1' })
    await press(page, 'd')
    await draw(page, 400)
    expect(await boxOf(page, '.sd-ink polyline')).toMatchObject({
      left: expect.closeTo(400, -1) as number,
      top: expect.closeTo(300, -1) as number,
      right: expect.closeTo(500, -1) as number,
    })
    expect(await hashOf(page)).toBe('q1-1')
  })

  it('erases, undoes and clears', async () => {
    const page = await room.open({ hash: '#q1-1' })
    await press(page, 'd')
    await draw(page, 300)
    await draw(page, 600)
    await press(page, 'e')
    await page.mouse.move(340, 240)
    await page.mouse.down()
    await page.mouse.move(350, 400, { steps: 12 })
    await page.mouse.up()
    expect(await lines(page)).toBe(1)
    await press(page, 'u')
    expect(await lines(page)).toBe(2)
    await press(page, 'u')
    expect(await lines(page)).toBe(1)
    await press(page, 'Delete')
    expect(await lines(page)).toBe(0)
  })

  it('keeps a drawing with its slide, over a reload as well', async () => {
    const page = await room.open({ hash: '#q1-1' })
    await press(page, 'd')
    await draw(page, 300)
    await press(page, 'd', 'ArrowRight')
    expect(await lines(page)).toBe(0)
    await press(page, 'ArrowLeft')
    await page.reload()
    expect(await lines(page)).toBe(1)
  })

  it('puts the pen away with Esc', async () => {
    const page = await room.open({ hash: '#q1-1' })
    await press(page, 'd', 'Escape')
    await draw(page, 300)
    expect(await lines(page)).toBe(0)
  })

  it('shows the laser under the pointer', async () => {
    const page = await room.open()
    await press(page, 'l')
    await page.mouse.move(700, 200)
    const box = await boxOf(page, '.sd-laser')
    expect([(box.left + box.right) / 2, (box.top + box.bottom) / 2]).toEqual([
      700, 200,
    ])
    const visible = (): Promise<boolean> =>
      page.$eval('.sd-laser', (dot) =>
        dot.checkVisibility({ visibilityProperty: true }),
      )
    expect(await visible()).toBe(true)
    await press(page, 'l')
    expect(await visible()).toBe(false)
  })
})

describe('everyone', () => {
  it('prints every slide in its final state, and nothing else', async () => {
    const page = await room.open({ hash: '#a1-1' })
    await press(page, 't', 'x', 'o')
    await page.emulateMediaType('print')
    const seen = await page.evaluate(() => ({
      slides: [...document.querySelectorAll('main > .slide')].filter((slide) =>
        slide.checkVisibility({ visibilityProperty: true }),
      ).length,
      hidden: [...document.querySelectorAll('main > .slide section *')].filter(
        (element) =>
          !element.closest('[data-kind=summary]') &&
          !element.checkVisibility({ visibilityProperty: true }),
      ).length,
      layer: document.querySelector('.sd-layer')!.checkVisibility(),
    }))
    expect(seen).toEqual({ slides: deckPages, hidden: 0, layer: false })
    const pdf = Buffer.from(await page.pdf({ preferCSSPageSize: true }))
    const pages = pdf.toString('latin1').match(/\/Type \/Page\b/g)
    expect(pages).toHaveLength(deckPages)
  })

  it('has new slides and blocks read aloud', async () => {
    const page = await room.open({ hash: '#q1-1' })
    const said = (): Promise<string> =>
      page.$eval('[aria-live=polite]', (live) => live.textContent)
    await press(page, 'Space')
    expect(await said()).toBe('답변 1-1 캐시 무효화. 7쪽')
    await press(page, 'Space')
    expect(await said()).toBe(
      '이벤트로 지운다 늦게 도착할 수 있다 두 번 올 수 있다',
    )
  })

  it('shows the focus', async () => {
    const page = await room.open()
    await press(page, 'Tab')
    const outline = await page.evaluate(() => {
      const { outlineStyle, outlineWidth } = getComputedStyle(
        document.activeElement!,
      )
      return `${outlineStyle} ${outlineWidth}`
    })
    expect(outline).toBe('solid 3px')
  })

  it('moves nothing where motion is to be reduced', async () => {
    const page = await room.open({ hash: '#a1-1' })
    await press(page, 'Space')
    const moving = (): Promise<number> =>
      page.evaluate(() => {
        const seen = [...document.querySelectorAll('*')].map((element) =>
          getComputedStyle(element),
        )
        return seen.filter(
          ({ animationName, transitionDuration }) =>
            animationName !== 'none' || transitionDuration !== '0s',
        ).length
      })
    expect(await moving()).toBe(0)
    await page.emulateMediaFeatures([
      { name: 'prefers-reduced-motion', value: 'no-preference' },
    ])
    expect(await moving()).toBeGreaterThan(0)
  })

  it('keeps the screen awake', async () => {
    const page = await room.open({
      before: () => {
        const asked: string[] = []
        Object.assign(window, { asked })
        Object.defineProperty(navigator, 'wakeLock', {
          value: {
            request: (kind: string) => {
              asked.push(kind)
              return Promise.reject(new Error('battery is low'))
            },
          },
        })
      },
    })
    expect(
      await page.evaluate(
        () => (window as unknown as { asked: string[] }).asked,
      ),
    ).toEqual(['screen'])
  })

  it('works where history and storage are refused', async () => {
    const page = await room.open({
      before: () => {
        history.replaceState = () => {
          throw new DOMException('refused', 'SecurityError')
        }
        for (const name of ['localStorage', 'sessionStorage'])
          Object.defineProperty(window, name, {
            get() {
              throw new DOMException('refused', 'SecurityError')
            },
          })
      },
    })
    await press(page, 'Space')
    expect(await visibleText(page, 'main')).toContain('오늘 다룰 것')
  })

  it('takes its words from the page', async () => {
    const page = await room.open({
      lang: 'en',
      words: { help: 'Help', groupMove: 'Moving' },
    })
    await press(page, '?')
    const text = await visibleText(page, 'dialog[open]')
    expect(text).toContain('Help')
    expect(text).toContain('Moving')
  })

  it('leaves a page without slides alone', async () => {
    const page = await room.open({
      html: `<!doctype html><meta charset="utf-8"><script>${room.player}</script><main class="deck"></main>`,
    })
    expect(await page.$('.sd-layer')).toBeNull()
  })
})

describe('axe', () => {
  const violations = async (page: Page): Promise<string[]> => {
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

  it.each([
    ['the deck', '#a1-1.2', []],
    ['the deck with its countdown', '#q1-1', ['t']],
    ['the summary', '#q1-1', ['x', 'End']],
    ['the overview', '#q1-1', ['o']],
    ['the contents', '#q1-1', ['g']],
    ['the search', '#q1-1', ['/']],
    ['the help', '#q1-1', ['?']],
    ['the dark deck', '#q1-1', ['c', 't']],
    ['the contrast deck', '#q1-1', ['c', 'c', 't', 'o']],
  ])('finds nothing in %s', async (_name, hash, keys) => {
    const page = await room.open({ hash })
    await press(page, ...keys)
    expect(await violations(page)).toEqual([])
  })

  it('finds nothing in the presenter view', async () => {
    const page = await room.open({ hash: '#q1-1' })
    const presenter = await present(page)
    expect(await violations(presenter)).toEqual([])
  })
})
