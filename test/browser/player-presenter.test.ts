import type { Page } from 'puppeteer-core'
import { describe, expect, it } from 'vitest'
import {
  connected,
  hashOf,
  later,
  pause,
  present,
  press,
  says,
  visibleText,
  type OpenOptions,
  roomForTests,
} from '../support/player-room.ts'

const room = roomForTests()

/** Opens a deck and, with `s`, its presenter's window. */
async function openBoth(
  options: OpenOptions = {},
): Promise<{ audience: Page; presenter: Page }> {
  const audience = await room.open(options)
  return { audience, presenter: await present(audience) }
}

async function shows(page: Page, text: string): Promise<void> {
  await page.waitForFunction(
    (wanted) =>
      document
        .querySelector<HTMLElement>('.slide[data-current]')
        ?.innerText.includes(wanted),
    {},
    text,
  )
}

const tile = (page: Page, name: string): Promise<string> =>
  visibleText(page, `[data-clock="${name}"] b`)

describe('the presenter view', () => {
  it('opens from disk with the slide where the audience is', async () => {
    const { audience, presenter } = await openBoth({ hash: '#q1-2' })
    expect(presenter.url()).toMatch(/^file:.*#presenter=[\da-f]{32}$/)
    await shows(presenter, '캐시 쏠림')
    expect(await hashOf(audience)).toBe('q1-2')
  })

  it('shows the current slide, the next step, the whole answer and the notes', async () => {
    const { presenter } = await openBoth({ hash: '#q1-1' })
    expect(await visibleText(presenter, 'main')).toContain('어떻게 지울지')
    const next = await visibleText(presenter, '.sd-box-next')
    expect(next).toContain('쓰기 경로에서')
    expect(next).not.toContain('이벤트로 지운다')
    const answer = await presenter.$eval(
      '.sd-box-answerFull',
      (box) => (box as HTMLElement).innerText,
    )
    expect(answer).toContain('TTL을 짧게 둔다')
    expect(answer).toContain('await cache.del(key)')
    expect(await visibleText(presenter, '.sd-box-notes')).toContain(
      '먼저 TTL만으로',
    )
  })

  it('never shows notes to the audience', async () => {
    const { audience } = await openBoth({ hash: '#q1-1' })
    expect(await visibleText(audience)).not.toContain('먼저 TTL만으로')
  })

  it('shows the answer in a size to read, above the fold', async () => {
    const { presenter } = await openBoth({ hash: '#q1-1' })
    const size = await presenter.$eval('.sd-box-answerFull li', (item) => ({
      pixels:
        parseFloat(getComputedStyle(item).fontSize) *
        (item as HTMLElement).currentCSSZoom,
      inside: item.getBoundingClientRect().bottom < innerHeight,
    }))
    expect(size.pixels).toBeGreaterThan(13)
    expect(size.inside).toBe(true)
  })

  it('shows clock, elapsed time, question N of M, planned against used time', async () => {
    const { presenter } = await openBoth({ hash: '#q1-2' })
    expect(await tile(presenter, 'clock')).toMatch(/^\d\d:\d\d$/)
    expect(await tile(presenter, 'elapsed')).toBe('0:00')
    expect(await tile(presenter, 'questionCount')).toBe('2 / 3')
    expect(await tile(presenter, 'used')).toBe('0:00 / 4:00')
    expect(await tile(presenter, 'total')).toBe('11:00 · 3:00 빠름')
    await later(presenter, 5 * 60)
    expect(await tile(presenter, 'elapsed')).toBe('5:00')
    expect(await tile(presenter, 'used')).toBe('5:00 / 4:00')
    expect(await tile(presenter, 'total')).toBe('11:00 · 2:00 빠름')
  })

  it('keeps in step both ways', async () => {
    const { audience, presenter } = await openBoth({ hash: '#q1-1' })
    await press(audience, 'Space', 'Space')
    await shows(presenter, '이벤트로 지운다')
    await press(presenter, 'Space')
    await shows(audience, 'TTL을 짧게 둔다')
    expect(await hashOf(audience)).toBe('a1-1.3')
    await press(presenter, 'ArrowLeft')
    await audience.waitForFunction(() => location.hash === '#a1-1.2')
    await audience.mouse.click(1270, 700)
    await shows(presenter, 'TTL을 짧게 둔다')
  })

  it('steers everything that the audience sees', async () => {
    const { audience, presenter } = await openBoth({ hash: '#q1-1' })
    await press(presenter, 'c')
    await audience.waitForSelector('html[data-theme=dark]')
    await press(presenter, 't')
    await audience.waitForSelector('.sd-ring:not([hidden])')
    expect(await visibleText(audience, '.sd-ring')).toBe('3:00')
    await press(presenter, 'b')
    await audience.waitForSelector('.sd-blank:not([hidden])')
    await presenter.waitForFunction(() =>
      document.body.innerText.includes('청중 화면을 가렸습니다'),
    )
    await press(presenter, 'x', 'b')
    await audience.waitForSelector('.sd-blank[hidden]')
    await press(audience, 'End')
    await shows(audience, '1-1')
  })

  it('shows the countdown large, with buttons', async () => {
    const { audience, presenter } = await openBoth({ hash: '#q1-1' })
    expect(await visibleText(presenter, '.sd-big')).toBe('3:00')
    await presenter.click('.sd-clocks [title^="1분 더하기"]')
    await audience.waitForSelector('.sd-ring:not([hidden])')
    expect(await visibleText(presenter, '.sd-big')).toBe('4:00')
  })

  it('mirrors laser and pen', async () => {
    const { audience, presenter } = await openBoth({ hash: '#q1-1' })
    const stage = await presenter.$eval('main', (main) => {
      const { left, top, width, height } = main.getBoundingClientRect()
      return { left, top, width, height }
    })
    const at = (x: number, y: number): [number, number] => [
      stage.left + stage.width * x,
      stage.top + stage.height * y,
    ]
    await press(presenter, 'l')
    await presenter.mouse.move(...at(0.5, 0.5))
    await audience.waitForSelector('.sd-laser[data-on]')
    const dot = await audience.$eval('.sd-laser', (laser) => {
      const box = laser.getBoundingClientRect()
      return [box.left + box.width / 2, box.top + box.height / 2]
    })
    expect(Math.abs(dot[0]! - 640)).toBeLessThan(4)
    expect(Math.abs(dot[1]! - 360)).toBeLessThan(4)
    await press(presenter, 'd')
    await presenter.mouse.move(...at(0.25, 0.25))
    await presenter.mouse.down()
    await presenter.mouse.move(...at(0.75, 0.75), { steps: 4 })
    await presenter.mouse.up()
    await audience.waitForSelector('.slide[data-current] .sd-ink polyline')
  })

  it('survives a reload of the audience', async () => {
    const { audience, presenter } = await openBoth({ hash: '#q1-1' })
    await press(presenter, 't', 'x', 'Space', 'Space')
    await shows(audience, '이벤트로 지운다')
    await audience.reload()
    await press(presenter, 'Space')
    await shows(audience, 'TTL을 짧게 둔다')
    expect(await visibleText(audience, '.sd-ring')).toBe('3:00')
    await connected(presenter)
    await press(audience, 'ArrowLeft')
    await presenter.waitForFunction(
      () =>
        !document
          .querySelector<HTMLElement>('.slide[data-current]')!
          .innerText.includes('TTL을 짧게'),
    )
  })

  it('survives its own reload', async () => {
    const { audience, presenter } = await openBoth({ hash: '#q1-1' })
    await press(audience, 't', 'Space')
    await shows(presenter, '기본입니다')
    await presenter.reload()
    await shows(presenter, '기본입니다')
    await connected(presenter)
    await press(presenter, 'Space')
    await shows(audience, '이벤트로 지운다')
    expect(await visibleText(presenter, '.sd-big')).toBe('3:00')
  })

  it('comes back after it was closed, with slide, step and countdown', async () => {
    const { audience, presenter } = await openBoth({ hash: '#q1-1' })
    await press(presenter, 't', 'Space', 'Space')
    await shows(audience, '이벤트로 지운다')
    await presenter.close()
    const again = await present(audience)
    await shows(again, '이벤트로 지운다')
    expect(await visibleText(again, '.sd-big')).toBe('3:00')
  })

  it('brings the open window to the front on a second `s`', async () => {
    const { audience } = await openBoth()
    const before = (await room.browser.pages()).length
    await press(audience, 's')
    await pause(audience, 300)
    expect(await room.browser.pages()).toHaveLength(before)
  })

  it('says when the audience window is gone', async () => {
    const { audience, presenter } = await openBoth()
    await audience.close()
    await presenter.waitForFunction(() =>
      document.body.innerText.includes('청중 화면과 끊김'),
    )
    await press(presenter, 'Space')
    await shows(presenter, '오늘 다룰 것')
  })

  it('listens to nobody without the token', async () => {
    const { audience } = await openBoth({ hash: '#q1-1' })
    await audience.evaluate(() => {
      const state = { version: 99, by: 'z', slide: 0, step: 1 }
      for (const studydeck of ['', 'x', undefined])
        window.postMessage({ studydeck, kind: 'state', state }, '*')
      window.postMessage('text', '*')
      window.postMessage(null, '*')
    })
    await pause(audience, 100)
    expect(await hashOf(audience)).toBe('q1-1')
  })

  it('shows answers in its own overview, which the audience does not see', async () => {
    const { audience, presenter } = await openBoth({ hash: '#q1-1' })
    await press(presenter, 'o')
    expect(await visibleText(presenter, 'dialog[open]')).toContain(
      '확률적 조기 만료',
    )
    expect(await visibleText(audience)).not.toContain('확률적 조기 만료')
  })

  it('says so when the browser blocks the window', async () => {
    const page = await room.open({
      before: () => {
        window.open = () => null
      },
    })
    const said = says(page, '새 창이 막혔습니다')
    await press(page, 's')
    await said
  })
})
