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
