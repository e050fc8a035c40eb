import { expect, test } from 'vitest'
import { everyOutput } from '../support/every-output.ts'
import {
  answersText,
  isRefused,
  messagesText,
  split,
} from '../support/split.ts'

test('an answer in the open before a collapsed block without a label is refused', () => {
  const result = split(
    '## 1. 캐시를 설명하시오.\n\n답입니다.\n\n이어집니다.\n\n<details>\n<summary>더 보기</summary>\n\n더.\n\n</details>\n\n끝.\n',
  )
  expect(messagesText(result)).toMatch(/^3: error prompt-unclear/)
  expect(isRefused(result)).toBe(true)
})

test('a collapsed block in the indented text of an admonition is read as one', async () => {
  const { paper } = split(
    '### 1. 캐시를 설명하시오.\n\n??? success "정답"\n\n    답입니다.\n\n    > <details>\n    > <summary>더 보기</summary>\n    >\n    > AK1a\n    >\n    > </details>\n',
  )
  expect(answersText(paper)).toContain('AK1a')
  expect([...(await everyOutput(paper)).keys()]).toContain('host/deck.md')
})

test('items behind a collapsed block that goes on after its list stay items of a list', async () => {
  const { paper } = split(
    '1. 왜?\n\n   - 정답\n\n     답입니다.\n\n     - - <details>\n         \n         AK1a\n         \n         </details>\n       - 둘\n\n2. 왜?\n\n   - 정답\n\n     <details>\n\n     AK2a\n\n     </details>\n',
  )
  expect((await everyOutput(paper)).get('host/deck.md')).toContain('AK2a')
})

test.each(['답입니다.', '- 답입니다.', '```c\nint x;\n```', '| 답 |\n|--|'])(
  'an answer below a summary that asks is no question, though the rest of it is collapsed: %s',
  (answer) => {
    const result = split(
      `<details>\n<summary>캐시를 설명하시오.</summary>\n\n${answer}\n\n<details>\n<summary>더 보기</summary>\n\n더.\n\n</details>\n\n</details>\n`,
    )
    expect(messagesText(result)).toMatch(/error prompt-unclear/)
    expect(isRefused(result)).toBe(true)
  },
)

test('what stands below $$ in a formula is no Markdown of a slide', async () => {
  const { paper } = split(
    '1. 왜?\n\n> **[답변]**\n>\n> $$\n> a$$\n> <style>section{color:#abcdef}</style>\n> $$\n>\n> $$b\n> <style>section{color:#abcdef}</style> $$\n',
  )
  const deck = (await everyOutput(paper)).get('host/deck.html') ?? ''
  const shown = '&lt;style&gt;section{color:#abcdef}'
  expect(deck).toContain(shown)
  expect(deck.replaceAll(shown, '')).not.toContain('#abcdef')
})

test.each([
  ['a word of 100,000 letters', '가'.repeat(100_000)],
  ['a formula of 10,000 openings', '$$\n<style>'.repeat(10_000)],
])('%s is shown before the test runs out of time', async (_, answer) => {
  await expectShown(answer)
})

// It overflowed the stack. It is linear, and twice as long as a paper may be: beside other tests it takes half a minute.
test('a paragraph of 70,000 lines is shown', { timeout: 120_000 }, async () => {
  await expectShown('가:\n'.repeat(70_000))
})

async function expectShown(answer: string): Promise<void> {
  const { paper } = split(`1. 왜?\n\n> **[답변]**\n\n${answer}\n`)
  const deck = (await everyOutput(paper)).get('host/deck.md') ?? ''
  expect(deck.length).toBeGreaterThan(answer.length)
}
