import { expect, test } from 'vitest'
import { messagesText, split } from '../support/split.ts'

const answer = '\n\n이유: 그렇다.\n\n### 2. 버퍼란 무엇인가?\n\n정답: 임시\n'

test.each([
  ['let a = 1', '```js\nlet a = 1\nlet b\n```', 'code `let a = 1`'],
  ['a picture', '![그림](a.png)', 'picture'],
  ['a table', '| 항목 |\n|--|\n| 사본 |', 'table'],
  ['a text', '사본', 'text `사본`'],
])('a message says that %s stands between question and answer', (...row) => {
  const [, block, name] = row
  const result = split(`# 퀴즈\n\n### 1. 캐시란 무엇인가?\n\n${block}${answer}`)
  expect(messagesText(result)).toContain(
    `5: error prompt-unclear: Unexpected ${name} between question 1 and its answer`,
  )
})
