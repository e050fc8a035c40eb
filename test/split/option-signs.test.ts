import { describe, expect, test } from 'vitest'
import { isRefused, participantsText, split } from '../support/split.ts'

/** How the right option, or each wrong one, may be marked: what stands behind each. */
const behind: readonly (readonly [right: string, wrong: string])[] = [
  ...['(정답)', '[정답]', '<정답>', '정답', '정답!', '(답)', '(correct)'].map(
    (sign) => [` ${sign}`, ''] as const,
  ),
  ...[
    '<= 정답',
    '← 정답',
    '←',
    '<-- 답',
    '-> 정답',
    '// 정답',
    '# 정답',
    '← 이거',
  ].map((sign) => [` ${sign}`, ''] as const),
  ...[
    '✅',
    '✔️',
    '✓',
    '⭐',
    '★',
    '👍',
    '👈',
    '☜',
    '◀',
    '!!',
    '*',
    'V',
    '(v)',
  ].map((sign) => [` ${sign}`, ''] as const),
  ...['(선택)', '(내가 고른 답)', '- 참', ': O'].map(
    (sign) => [` ${sign}`, ''] as const,
  ),
  [' O', ' X'],
  [' (O)', ' (X)'],
  [' [O]', ' [X]'],
  [': O', ': X'],
  [' - O', ' - X'],
  [' ⭕', ' ❌'],
  [' ○', ' ×'],
  [' o', ' x'],
  [' 맞음', ' 틀림'],
  [' (맞음)', ' (틀림)'],
  [' - 참', ' - 거짓'],
  [' (True)', ' (False)'],
  ['', ' X'],
  ['', ' (X)'],
  ['', ' ❌'],
  ['', ' (오답)'],
  ['', ' - 오답'],
]
const before = [
  ...['✅ ', '✔ ', '👉 ', '→ ', '▶ ', '★ ', 'O ', '(O) ', '[O] ', '⭕ ', '=='],
  ...['> ', '◎ ', '● ', '🔴 '],
]
const between = ['✅ ', '✔ ', '👉 ', '→ ', '★ ', 'O ', '(O) ', '⭕ ']

/** Either nothing is handed out, or all options look alike. */
function expectAlike(options: string): void {
  const markdown = `# 시험\n\n### 문제 1\n\n전원을 끄면 내용이 사라지는 것은?\n\n${options}\n\n정답: ②\n`
  const result = split(markdown)
  if (isRefused(result)) return
  const plain = split(markdown.replace(options, '① 디스크\n② 메모리\n③ 테이프'))
  expect(participantsText(result.paper)).toBe(participantsText(plain.paper))
}

describe('the right option does not show', () => {
  test.each(behind)(
    'by `%s` behind it and `%s` behind the others',
    (right, wrong) => {
      expectAlike(`① 디스크${wrong}\n② 메모리${right}\n③ 테이프${wrong}`)
    },
  )

  test.each(before)('by `%s` before its mark', (sign) => {
    expectAlike(`① 디스크\n${sign}② 메모리\n③ 테이프`)
  })

  test.each(between)('by `%s` behind its mark', (sign) => {
    expectAlike(`① 디스크\n② ${sign}메모리\n③ 테이프`)
  })

  test.each([
    '**메모리**',
    '*메모리*',
    '<u>메모리</u>',
    '<mark>메모리</mark>',
    '[메모리](https://example.org)',
    '<span style="color:red">메모리</span>',
  ])('as `%s`', (text) => {
    expectAlike(`① 디스크\n② ${text}\n③ 테이프`)
  })

  test('by the others, struck out', () => {
    expectAlike('① ~~디스크~~\n② 메모리\n③ ~~테이프~~')
  })
})

test.each([
  ['① 🐶 개\n② 🐱 고양이', '🐱'],
  ['① 계획 O\n② 계획 P', 'P'],
  ['① `x <- 5`\n② `x = 5`', 'x <- 5'],
  ['① Hello, World!\n② Hello', 'World!'],
  ['① A형\n② O형', 'O형'],
])('signs that tell nothing stay: %j', (options, kept) => {
  const result = split(
    `# 시험\n\n### 문제 1\n\n다음 중 알맞은 것은?\n\n${options}\n\n정답: ②\n`,
  )
  expect(isRefused(result)).toBe(false)
  expect(participantsText(result.paper)).toContain(kept)
})
