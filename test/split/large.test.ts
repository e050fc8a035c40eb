import { describe, expect, test } from 'vitest'
import { VFile } from 'vfile'
import { parsePaper } from '../../src/parse/index.ts'
import { splitPaper } from '../../src/split/index.ts'
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

const wide = 'a'.repeat(150)

/** Questions in shapes that the splitter goes about in ways of its own. */
const shapes: [
  name: string,
  question: (number: number) => string,
  joint?: string,
][] = [
  ['labels', (n) => `**Q${n}.** 왜 ${n}인가?\n답: 까닭`],
  ['items', (n) => `${n}. 왜 ${n}인가?\n\n> 답: 까닭`],
  ['items that ask with a noun', (n) => `${n}. ${n}의 차이\n\n> 까닭`],
  ['headings', (n) => `### ${n}. 왜 ${n}인가?\n\n까닭`],
  ['plain headings above quotes', (n) => `### ${n}호기 캐시\n\n> 까닭`],
  ['plain headings', (n) => `### ${n}호기 캐시\n\n까닭`],
  ['answer headings', (n) => `### Q${n}. 왜?\n\n### 답변\n\n까닭`],
  ['letters', (n) => `#### Q. 왜 ${n}?\n#### A: 까닭\n#### 그래서 ${n}`],
  ['topics', (n) => `## ${n}부\n\n### 상황\n\n글\n\n1. 왜?\n\n> 답: 까닭`],
  [
    'details',
    (n) => `<details><summary>왜 ${n}?</summary>\n\n까닭\n\n</details>`,
  ],
  ['options', (n) => `### 문제 ${n}\n\n왜?\n\n① 가\n② 나\n\n정답: ②`],
  ['questions without an answer', (n) => `### Q${n}. 왜 ${n}?`],
  ['quotes that ask', (n) => `> 왜 ${n}?\n\n까닭`],
  ['tables on one line', (n) => `### Q${n}. <table id="${wide}">`, ''],
]

/** Processor time, which other programs do not change; the best of three, since garbage is collected at any time. */
function timeToSplit(
  question: (number: number) => string,
  count: number,
  joint: string,
): number {
  const questions = Array.from({ length: count }, (_, at) => question(at + 1))
  const text = `# 퀴즈\n\n${questions.join(joint)}\n`
  const tree = parsePaper(text, new VFile())
  const times = [1, 2, 3].map(() => {
    const before = process.cpuUsage()
    splitPaper(tree, new VFile({ path: 'paper.md', value: text }))
    const { user, system } = process.cpuUsage(before)
    return user + system
  })
  return Math.min(...times)
}

test.each(shapes)(
  'eight times as many %s take no more than linear time',
  // Whoever shares the machine may double one of the two times; quadratic stays quadratic.
  { timeout: 120_000, retry: 2 },
  (_, question, joint = '\n\n') => {
    timeToSplit(question, 50, joint)
    const few = timeToSplit(question, 200, joint)
    // Eight where it is linear, 64 where it is quadratic.
    expect(timeToSplit(question, 1600, joint) / few).toBeLessThan(16)
  },
)

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
