import { afterAll, beforeAll, expect, it } from 'vitest'
import { fontCss } from '../../src/fonts/index.ts'
import { Browser } from '../../src/print/index.ts'

const browser = new Browser()
beforeAll(() => {
  browser.warmUp()
})
afterAll(async () => {
  await browser.close()
})

/** Widths of strings in code, in columns: a Latin letter is one. */
async function columnsOf(strings: readonly string[]): Promise<number[]> {
  const { css } = await fontCss({ text: '', code: strings.join('') })
  const html = `<!doctype html><style>${css} pre{font:100px D2Coding,'Noto Emoji'}</style><pre>`
  return await browser.withPage(html, (page) =>
    page.evaluate((texts) => {
      const pre = document.querySelector('pre')!
      return texts.map((text) => {
        const span = document.createElement('span')
        span.textContent = text
        pre.replaceChildren(span)
        return Math.round(span.getBoundingClientRect().width) / 50
      })
    }, strings),
  )
}

it('sets diagrams in columns: Hangul and emoji take two, lines, arrows and shapes one', async () => {
  const two = ['가', '힣', '漢', '①', '✅', '👍🏽', '👩‍💻', '🇰🇷', '1️⃣']
  const one = Array.from('a~│─┌┐└┘├┤┬┴┼═║█▒→←↑↓⇒▼▲▶◀●○■□◆★…·×≤✓')
  expect(await columnsOf(two)).toEqual(two.map(() => 2))
  expect(await columnsOf(one)).toEqual(one.map(() => 1))
})
