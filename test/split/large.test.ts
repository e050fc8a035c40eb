import { describe, expect, test } from 'vitest'
import { isRefused, messagesText, split } from '../support/split.ts'

test('five thousand questions keep their answers', () => {
  const many = Array.from(
    { length: 5000 },
    (_, at) => `**Q${at + 1}.** 왜 ${at + 1}인가?\n답: 까닭은 ${at + 1}입니다.`,
  )
  const result = split(`# 퀴즈\n\n${many.join('\n\n')}\n`)
  const questions = result.paper.topics.flatMap((topic) => topic.questions)
  expect(messagesText(result)).toBe('')
  expect(questions).toHaveLength(5000)
  expect(JSON.stringify(questions[4321]?.answers)).toContain('까닭은 4322')
})

const lineOf = (text: string): string => text.repeat(100_000 / text.length)

/** A regular expression that backtracks needs hours for one of these lines; the others fit into the test's time limit. */
describe.each([
  ['*', lineOf('*')],
  ['[', lineOf('[')],
  ['>', lineOf('> ')],
  ['<details>', lineOf('<details> ')],
  ['<summary>', lineOf('<summary>정답</summary>')],
  ['?', lineOf('? ')],
  ['시오.', lineOf('하시오. → ')],
  ['(', lineOf('(')],
  ['(점)', lineOf('(3점) (하) ')],
  ['정답:', lineOf('정답: ③ ')],
  ['blanks', `왜?${lineOf(' ')}끝`],
  ['①', lineOf('① 가 ② 나 ')],
  ['print', `\`\`\`js\n${lineOf('print(1)// ')}\n\`\`\``],
  ['|', lineOf('| 문제 | 답 ')],
  ['1.', lineOf('1. ③ 2. ② ')],
])('100 kB of %s', (_, line) => {
  test.each([
    ['as a question', `# 퀴즈\n\n1. 왜 ${line}\n2. 출력은?\n`],
    ['as an answer', `# 퀴즈\n\n1. 왜?\n\n> 답: ${line}\n\n2. 출력은?\n`],
  ])('%s', (_place, markdown) => {
    const result = split(markdown)
    expect(result.paper.certain).toBe(!isRefused(result))
  })
})
