import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { VFile } from 'vfile'
import { wordsOf } from '../../src/config/words.ts'
import { outputNames } from '../../src/model/output.ts'
import { buildAnswerKey } from '../../src/pipeline/answer-key.ts'
import { buildWorksheet } from '../../src/pipeline/worksheet.ts'
import { Browser, type DocumentPage } from '../../src/print/index.ts'
import { buildDeckOf, type BuiltDeck } from '../support/built-deck.ts'
import { findFaults, type Faults } from '../support/deck-faults.ts'
import { onePixel } from '../support/on-paper.ts'
import { pdfItems } from '../support/pdf-items.ts'

const browser = new Browser()
afterAll(() => browser.close())

let deck: BuiltDeck
beforeAll(async () => {
  deck = await buildDeckOf(browser, 'test/fixtures/deck/formulas.md')
})

describe('formulas wider than their slide', () => {
  let faults: Faults
  let rows: number
  beforeAll(async () => {
    await browser.withPage(deck.html, async (page: DocumentPage) => {
      faults = await page.evaluate(findFaults, null)
      rows = await page.evaluate(() => {
        const parts = document.querySelectorAll(
          '[data-question="1-1"][data-kind="question"] .katex-base',
        )
        const tops = [...parts].map((part) => part.getBoundingClientRect().top)
        return new Set(tops.map((top) => Math.round(top / 10))).size
      }, null)
    })
  })

  test('stand inside it, with everything else as large as ever', () => {
    expect(faults).toMatchObject({ beyond: [], small: [], broken: [] })
  })

  test('go on in the next line where a sum does', () => {
    expect(rows).toBeGreaterThan(1)
  })

  test('are told of with their line where they had to be made smaller', () => {
    expect(
      deck.file.messages.map(({ line, ruleId, reason }) => [
        line,
        ruleId,
        reason,
      ]),
    ).toEqual([
      [
        23,
        'content-scaled',
        'Unexpected formula larger than a slide, shown at 25 %',
      ],
      [
        34,
        'content-scaled',
        'Unexpected formula larger than a slide, shown at 85 %',
      ],
    ])
  })
})

describe('formulas wider than their column on paper', () => {
  const context = {
    file: new VFile({ path: 'paper.md' }),
    browser,
    images: onePixel,
    words: wordsOf('ko'),
    wanted: new Set(outputNames),
  }

  test.each([
    ['worksheet', buildWorksheet, '다음 식을 설명하시오.', 210 - 18, 3.7],
    ['answer key', buildAnswerKey, '한 덩이로 된 식이다.', 210 - 17, 3.28],
  ] as const)(
    'stay in it and leave the text of the %s its size',
    async (_, build, sentence, right, size) => {
      const [file] = await build(deck.paper, context)
      const items = await pdfItems(file!.contents)
      const beyond = items.filter((item) => item.right > right + 0.2)
      expect(beyond.map(({ text }) => text)).toEqual([])
      const text = items.find((item) => item.text.includes(sentence))!
      expect(text.size).toBeCloseTo(size, 1)
    },
  )
})
