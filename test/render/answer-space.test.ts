import { expect, test } from 'vitest'
import { VFile } from 'vfile'
import type { AnswerSpace, Block, QuestionPart } from '../../src/model/paper.ts'
import { parsePaper } from '../../src/parse/index.ts'
import {
  heightByHand,
  spaceFor,
  spaceHtml,
} from '../../src/render/answer-space.ts'

const open: QuestionPart = {
  id: '1-1',
  number: '1',
  kind: 'open',
  prompt: [],
  choices: [],
  line: 1,
}

/** Lines of 8 mm for a printed answer of a height in mm, 166 mm wide. */
function linesFor(printed: number, characters: number): number {
  const px = (length: number): number => (length / 25.4) * 96
  return heightByHand({ height: px(printed), width: px(166), characters }) / 8
}

test('space lies between the print and the characters of an answer', () => {
  // Print 1.3 times as tall: 8 lines. Characters of 3.6 mm: 2 lines of running text, or as many as the print.
  expect(linesFor(49.2, 92)).toBeCloseTo(5, 1)
  expect(linesFor(49.2, 369)).toBeCloseTo(8, 1)
  expect(linesFor(0, 0)).toBe(0)
})

test('space is as many lines of 8 mm as the answer needs', () => {
  expect(spaceFor(open, 'auto', 75)).toEqual({ kind: 'rule', rows: 10 })
})

test('beyond a third of a page space grows ever more slowly, and never over two thirds', () => {
  const rows = [90, 150, 300, 600, 6000].map(
    (length) => spaceFor(open, 'auto', length)?.rows,
  )
  expect(rows).toEqual([12, 15, 19, 23, 24])
})

test('even no answer at all gets three lines', () => {
  expect(spaceFor(open, 'auto', 0)).toEqual({ kind: 'rule', rows: 3 })
})

test('code questions get dots, 5 mm apart', () => {
  expect(spaceFor({ ...open, kind: 'code' }, 'auto', 75)).toEqual({
    kind: 'dots',
    rows: 15,
  })
})

const blocks = (markdown: string): QuestionPart['prompt'] =>
  parsePaper(markdown, new VFile()).children as Block[]

const table = '| 상태 | 뜻 |\n|--|--|\n| TIME_WAIT | |\n| CLOSE_WAIT | |\n'

test.each([
  ['blanks of its text', 'blank', '큐는 (     )이고 스택은 ____이다.', 40, 0],
  ['blanks of brackets', 'blank', '큐는 [    ]이다.', 40, 0],
  ['no place for its blank', 'blank', '빈칸 (①)에 알맞은 말은?', 20, 3],
  ['blanks of its code', 'blank', '```c\nint ____;\n```\n빈칸은?', 20, 3],
  ['a table that is the whole answer', 'open', table, 0, 0],
  ['a table that is a part of the answer', 'open', table, 79, 10],
  ['a table with one empty cell', 'open', '| a |\n|--|\n| |\n', 0, 3],
] as const)(
  'a question with %s gets as many lines as it needs',
  (_, kind, markdown, height, rows) => {
    const question = { ...open, kind, prompt: blocks(markdown) }
    expect(spaceFor(question, 'auto', height)?.rows ?? 0).toBe(rows)
  },
)

test.each(['choice', 'ox'] as const)(
  'a %s question is answered where it is asked',
  (kind) => {
    expect(spaceFor({ ...open, kind }, 'auto', 100)).toBeUndefined()
    expect(spaceFor({ ...open, kind }, 4, 100)).toEqual({
      kind: 'rule',
      rows: 4,
    })
  },
)

test.each<[AnswerSpace, ReturnType<typeof spaceFor>]>([
  ['none', undefined],
  [0, undefined],
  [8, { kind: 'rule', rows: 8 }],
  ['box', { kind: 'frame', rows: 15 }],
  ['grid', { kind: 'dots', rows: 24 }],
])(
  'a question that asks for %s gets it, whatever the paper says',
  (wish, space) => {
    expect(spaceFor({ ...open, answerSpace: wish }, 'auto', 150)).toEqual(space)
    expect(spaceFor({ ...open, answerSpace: wish }, 5, 150)).toEqual(space)
    expect(spaceFor(open, wish, 150)).toEqual(space)
  },
)

test('the first lines stay with the question, the rest may flow on', () => {
  const rows = (html: string): number => html.split('class="rule"').length - 1
  const { first, rest } = spaceHtml({ kind: 'rule', rows: 5 })
  expect([rows(first), rows(rest)]).toEqual([3, 2])
  expect(spaceHtml({ kind: 'rule', rows: 3 }).rest).toBe('')
  expect(spaceHtml(undefined)).toEqual({ first: '', rest: '' })
})

test('a frame is open between its parts and closed at its ends', () => {
  const { first, rest } = spaceHtml({ kind: 'frame', rows: 4 })
  expect(first + rest).toBe(
    '<div class="space"><div class="frame first"></div><div class="frame"></div><div class="frame"></div></div><div class="space"><div class="frame final"></div></div>',
  )
})
