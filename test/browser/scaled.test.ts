import { afterAll, expect, test } from 'vitest'
import { Browser } from '../../src/print/index.ts'
import { buildDeckOf, type BuiltDeck } from '../support/built-deck.ts'
import { findFaults } from '../support/deck-faults.ts'
import { docBlocks } from '../support/doc-blocks.ts'

const browser = new Browser()
afterAll(() => browser.close())

const deckOf = (answer: string): Promise<BuiltDeck> =>
  buildDeckOf(
    browser,
    'paper.md',
    `# 스터디\n\n## 주제\n\n1. **흐름**: 설명하시오.\n\n> **[답변]**\n>\n${answer.replace(/^/gm, '> ')}\n`,
  )

const messagesOf = ({ file }: BuiltDeck): string[] =>
  file.messages.map(({ line, ruleId, reason, note }) =>
    [line, ruleId, reason, note].join(' | '),
  )

const chain = (direction: string, nodes: number): string =>
  [
    '```mermaid',
    `flowchart ${direction}`,
    ...Array.from(
      { length: nodes - 1 },
      (_, at) =>
        `  N${at + 1}[단계 ${at + 1} 처리] --> N${at + 2}[단계 ${at + 2} 처리]`,
    ),
    '```',
  ].join('\n')

/** What is written on the diagram and stands on the slide, row by row. */
const labelsOf = (deck: BuiltDeck): Promise<string[]> =>
  browser.withPage(deck.html, (page) =>
    page.evaluate(() => {
      const drawing = document.querySelector('svg[data-marp-mermaid]')!
      const frame = drawing.closest('.slide')!.getBoundingClientRect()
      return [...drawing.querySelectorAll('text')]
        .map((label) => ({ label, box: label.getBoundingClientRect() }))
        .filter(
          ({ box }) =>
            box.left > frame.left &&
            box.right < frame.right &&
            box.top > frame.top &&
            box.bottom < frame.bottom - 60,
        )
        .sort(({ box: a }, { box: b }) => {
          const down = a.top - b.top
          return Math.abs(down) > 20 ? down : a.left - b.left
        })
        .map(({ label }) => label.textContent)
    }, null),
  )

const steps = (nodes: number): string[] =>
  Array.from({ length: nodes }, (_, at) => `단계 ${at + 1} 처리`)

test.each(['TD', 'LR'])(
  'a flowchart of thirty nodes, drawn %s, is folded into rows that can be read',
  async (direction) => {
    const deck = await deckOf(chain(direction, 30))
    expect(messagesOf(deck)).toEqual([])
    const { small, beyond } = await browser.withPage(deck.html, (page) =>
      page.evaluate(findFaults, null),
    )
    expect({ small, beyond }).toEqual({ small: [], beyond: [] })
    expect(await labelsOf(deck)).toEqual(steps(30))
  },
)

test('one of a hundred nodes is said once, with its size and its cure', async () => {
  const deck = await deckOf(chain('TD', 100))
  expect(messagesOf(deck)).toEqual([
    '9 | content-scaled | Unexpected diagram larger than a slide, its words are shown at 8 px, expected at least 16 px | Divide it into 3 diagrams, or leave out what is not talked about.',
  ])
  expect(await labelsOf(deck)).toHaveLength(100)
})

test('a long sequence diagram goes on in columns, each below its participants', async () => {
  const messages = Array.from(
    { length: 6 },
    (_, at) => `  A->>B: 물음 ${at + 1}\n  B-->>A: 대답 ${at + 1}`,
  )
  const deck = await deckOf(
    ['```mermaid', 'sequenceDiagram', ...messages, '```'].join('\n'),
  )
  expect(messagesOf(deck)).toEqual([])
  const labels = await labelsOf(deck)
  expect(labels.filter((label) => /^[AB]$/.test(label)).length).toBeGreaterThan(
    2,
  )
  expect(labels.filter((label) => /\d/.test(label))).toHaveLength(12)
})

const svg = (width: number, height: number): string =>
  `![그림](data:image/svg+xml;base64,${Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="${width}" height="${height}" fill="teal"/></svg>`,
  ).toString('base64')})`

test.each([
  [200, 2000, '10 times as tall as wide, shown as a strip of 44 × 440 px'],
  [3000, 200, '15 times as wide as tall, shown as a strip of 1120 × 75 px'],
])('an image of %i × %i is said to be a strip', async (width, height, how) => {
  expect(messagesOf(await deckOf(svg(width, height)))).toEqual([
    `9 | content-scaled | Unexpected image ${how} | Cut it into pieces that stand one after another: people at the back cannot read it.`,
  ])
})

test.each([
  [40, 400],
  [1600, 400],
  [3000, 2000],
])('nothing is said of an image of %i × %i', async (width, height) => {
  expect(messagesOf(await deckOf(svg(width, height)))).toEqual([])
})

test('the examples of the rule break it and keep it', async () => {
  const section = docBlocks('docs/rules.md').filter(({ contents }) =>
    contents.includes('지표를 설명하시오'),
  )
  const rules: string[][] = []
  for (const { contents } of section) {
    const { file } = await buildDeckOf(browser, 'paper.md', contents)
    rules.push(file.messages.map(({ ruleId }) => ruleId ?? ''))
  }
  expect(rules).toEqual([['content-scaled'], []])
})
