import { afterAll, beforeAll, expect, test } from 'vitest'
import { Browser } from '../../src/print/index.ts'
import { buildDeckOf } from '../support/built-deck.ts'

const source = `# 백엔드 스터디 5회차

2026-01-09

## 캐시 설계

### 상황

상품 목록을 여는 데 3초가 걸립니다.

### 문제

1. **캐시 무효화**: 왜 어렵습니까?

> **[답변]** 복사본이 여럿이기 때문입니다. 하나를 바꾸면 나머지도 바꾸어야 합니다.

2. **도식**: 아래를 설명하시오.

   \`\`\`text
   ┌──────┐
   │ 가나 │
   └──────┘
   \`\`\`

> **[답변]** 상자입니다. 한글 두 글자가 들어 있습니다.

## 트랜잭션

1. **격리 수준**: 왜 필요합니까?

> **[답변]** 동시에 바꾸기 때문입니다. 차례로 바꾼 것과 같아야 합니다.
`

const browser = new Browser()
let html: string
beforeAll(async () => {
  html = (await buildDeckOf(browser, 'paper.md', source)).html
})
afterAll(() => browser.close())

test('every slide says where we are, with the title and its page below', async () => {
  const seen = await browser.withPage(html, (page) =>
    page.evaluate(
      () =>
        [...document.querySelectorAll('.slide > section')].map((section) => {
          const text = (selector: string): string =>
            section
              .querySelector(selector)
              ?.textContent.trim()
              .replace(/\s+/g, ' ') ?? ''
          const { content } = getComputedStyle(section, '::after')
          return [text('header'), text('footer'), content]
        }),
      null,
    ),
  )
  const title = '백엔드 스터디 5회차'
  expect(seen).toEqual([
    ['', '', '""'],
    [title, title, '"2"'],
    ['', '', '""'],
    ['캐시 설계', title, '"4"'],
    ['문제 1/2 캐시 설계', title, '"5"'],
    ['문제 1/2 캐시 설계', title, '"6"'],
    ['문제 2/2 캐시 설계', title, '"7"'],
    ['문제 2/2 캐시 설계', title, '"8"'],
    ['', '', '""'],
    ['문제 1/1 트랜잭션', title, '"10"'],
    ['문제 1/1 트랜잭션', title, '"11"'],
  ])
})

test.each(['light', 'dark', 'contrast'])(
  'title, topic, situation, question and answer differ at a glance in %s',
  async (look) => {
    const looks = await browser.withPage(
      html.replace(/data-theme="\w+"/, `data-theme="${look}"`),
      (page) =>
        page.evaluate(
          () =>
            ['title', 'topic', 'situation', 'question', 'answer'].map(
              (kind) => {
                const section = document.querySelector(`section.${kind}`)!
                const band = getComputedStyle(section, '::before')
                return [
                  getComputedStyle(section).backgroundColor,
                  band.content === 'none' ? '' : `${band.width} ${band.height}`,
                ].join()
              },
            ),
          null,
        ),
    )
    expect(new Set(looks)).toHaveLength(5)
  },
)

test('each topic has its accent', async () => {
  const fills = await browser.withPage(html, (page) =>
    page.evaluate(
      () =>
        ['1-1', '1-2', '2-1'].map((id) => {
          const section = document.querySelector(
            `[data-kind=question][data-question="${id}"] > section`,
          )!
          return getComputedStyle(section, '::before').backgroundColor
        }),
      null,
    ),
  )
  expect(fills[0]).toBe(fills[1])
  expect(fills[0]).not.toBe(fills[2])
})

test('a topic breaks behind its colon where it has no room in one line', async () => {
  const paper = `# 스터디

## 분산 락과 리더 선출: 한 번만 나가야 하는 정산금

1. 왜?

> **[답변]** 그래서.

## 캐시: 언제 지울 것인가

1. 왜?

> **[답변]** 그래서.
`
  const deck = await buildDeckOf(browser, 'paper.md', paper)
  const lines = await browser.withPage(deck.html, (page) =>
    page.evaluate(
      () =>
        [...document.querySelectorAll('.topic h1 .subtitle')].map(
          (subtitle) => {
            const { height } = subtitle.getBoundingClientRect()
            const isBelow =
              subtitle.getBoundingClientRect().left ===
              subtitle.closest('h1')?.getBoundingClientRect().left
            const { lineHeight } = getComputedStyle(subtitle)
            return [isBelow, Math.round(height / parseFloat(lineHeight))]
          },
        ),
      null,
    ),
  )
  expect(lines).toEqual([
    [true, 1],
    [false, 1],
  ])
})

test('a question of few words is large and stands in the middle of its area', async () => {
  const { sizes, middle, keeps } = await browser.withPage(html, (page) =>
    page.evaluate(() => {
      const section = document.querySelector('section.question')!
      const size = (selector: string): number =>
        parseFloat(getComputedStyle(section.querySelector(selector)!).fontSize)
      const box = (selector: string): DOMRect =>
        section.querySelector(selector)!.getBoundingClientRect()
      const { top } = section.getBoundingClientRect()
      return {
        sizes: [size('h1 .number'), size('h1'), size('p')],
        middle: (box('h1').top + box('p').bottom) / 2 - top,
        keeps: getComputedStyle(section.querySelector('p')!).wordBreak,
      }
    }, null),
  )
  expect(sizes[0]).toBeGreaterThanOrEqual(96)
  expect(sizes[1]).toBeGreaterThanOrEqual(40)
  expect(sizes[2]).toBeGreaterThanOrEqual(44)
  expect(Math.abs(middle - 374)).toBeLessThan(30)
  expect(keeps).toBe('keep-all')
})

test('a drawing of characters has columns: Hangul takes exactly two', async () => {
  const ends = await browser.withPage(html, (page) =>
    page.evaluate(() => {
      const code = document.querySelector('pre code')!
      const walker = document.createTreeWalker(code, NodeFilter.SHOW_TEXT)
      const found: [string, number, number][] = []
      while (walker.nextNode()) {
        const node = walker.currentNode as Text
        for (let at = 0; at < node.length; at++) {
          const range = document.createRange()
          range.setStart(node, at)
          range.setEnd(node, at + 1)
          const { right, width } = range.getBoundingClientRect()
          if (width > 0) found.push([node.data[at] ?? '', right, width])
        }
      }
      return found
    }, null),
  )
  const widthOf = (wanted: string): number =>
    ends.find(([character]) => character === wanted)![2]
  for (const character of ['│', '┌', ' '])
    expect(widthOf(character), character).toBeCloseTo(widthOf('─'), 1)
  for (const character of ['가', '나'])
    expect(widthOf(character), character).toBeCloseTo(2 * widthOf('─'), 1)
  const corners = ends.filter(([character]) => '┐┘'.includes(character))
  const bars = ends.filter(([character]) => character === '│')
  const right = [...corners, bars.at(-1)!].map(([, end]) => end)
  expect(Math.max(...right) - Math.min(...right)).toBeLessThan(0.2)
})

test('a long list of short items stands in two columns instead of on two slides', async () => {
  const items = Array.from({ length: 13 }, (_, at) => `> - 항목 ${at + 1}\n`)
  const deck = await buildDeckOf(
    browser,
    'paper.md',
    `# 스터디\n\n## 주제\n\n1. **목록**: 왜?\n\n> **[답변]** 다음과 같습니다:\n>\n${items.join('')}`,
  )
  const places = await browser.withPage(deck.html, (page) =>
    page.evaluate(
      () =>
        [...document.querySelectorAll('section.answer')].map((section) =>
          [...section.querySelectorAll('li')].map(
            (item) => item.getBoundingClientRect().left,
          ),
        ),
      null,
    ),
  )
  expect(places).toHaveLength(1)
  expect(places[0]).toHaveLength(13)
  expect(new Set(places[0])).toHaveLength(2)
})
