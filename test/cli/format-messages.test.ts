import { stripVTControlCharacters } from 'node:util'
import { expect, test } from 'vitest'
import { VFile } from 'vfile'
import {
  formatMessages,
  type FormatOptions,
} from '../../src/cli/format-messages.ts'
import { report } from '../../src/model/report.ts'

const source = `# 백엔드 스터디 1회차 문제
2026-01-16

1. **락의 범위**: 락을 잡는 순서를 설명하시오.

\t> **[답변]**
> \u001b[31m빨강\u001b[0m
2. ${'아주 긴 질문입니다. '.repeat(12)}어디가 문제일까요? ${'뒤에도 글이 있습니다. '.repeat(6)}
3. ${'e\u0301'.repeat(3)}👨‍👩‍👧 ${'한글'.normalize('NFD')} 끝
`

/** Place of the first `text` on a line. */
function placeOf(line: number, text: string, endLine = line) {
  const at = source.split('\n')[line - 1]!.indexOf(text)
  if (at < 0) throw new Error(`no ${text} in line ${line}`)
  return {
    start: { line, column: at + 1 },
    end: {
      line: endLine,
      column: endLine === line ? at + 1 + text.length : 3,
    },
  }
}

function paper(): VFile {
  return new VFile({ path: 'decks/1회차.md', value: source })
}

function format(file: VFile, options?: FormatOptions): string {
  const text = formatMessages(file, options)
  expect(text).toMatch(/^$|\n\n$/)
  return text
}

test('a file without messages says nothing', () => {
  expect(formatMessages(paper())).toBe('')
})

test('messages show the line, a caret below the place, the cure and where to read on', async () => {
  const file = paper()
  report(
    file,
    'question-without-answer',
    'Unexpected question without an answer, expected one as the others have',
    placeOf(4, '**락의 범위**'),
    'Write an answer below it, or put `<!-- studydeck: omit -->` before it.',
  )
  report(
    file,
    'image-missing',
    'Unexpected image `그림.png`, expected a file',
    placeOf(4, '순서'),
  )
  report(file, 'no-question', 'Unexpected paper without questions')
  await expect(format(file)).toMatchFileSnapshot('messages/paper.txt')
})

test('carets stand right after wide, combining and joined characters', async () => {
  const file = paper()
  for (const text of ['👨‍👩‍👧', '한글'.normalize('NFD'), '끝'])
    report(file, 'content-scaled', `Look at ${text}`, placeOf(9, text))
  await expect(format(file)).toMatchFileSnapshot('messages/wide.txt')
})

test('tabs count as two columns, control characters are made visible, a place of several lines is marked to the end of the first', async () => {
  const file = paper()
  report(file, 'content-scaled', 'After a tab', placeOf(6, '답변'))
  report(
    file,
    'content-scaled',
    'With \u001b[31mcolour',
    placeOf(7, '빨강'),
    'Take \u0007 out.',
  )
  report(file, 'content-scaled', 'Several lines', placeOf(4, '락을', 7))
  await expect(format(file)).toMatchFileSnapshot('messages/control.txt')
})

test.each([40, 60, 100])(
  'in %d columns a long line is cut around the place',
  async (columns) => {
    const file = paper()
    report(file, 'content-scaled', 'Too long', placeOf(8, '어디가 문제일까요?'))
    report(file, 'content-scaled', 'All of it', placeOf(8, '2.', 9))
    const text = format(file, { columns })
    await expect(text).toMatchFileSnapshot(`messages/columns-${columns}.txt`)
  },
)

test('colours change nothing but colours', () => {
  const file = paper()
  report(file, 'file-empty', 'Unexpected file', placeOf(4, '락의'), 'Write.')
  const coloured = format(file, { hasColours: true })
  expect(coloured).toContain('\u001b[31m')
  expect(stripVTControlCharacters(coloured)).toBe(format(file))
})

test('notes are told only on request, warnings not when quiet', () => {
  const file = paper()
  report(file, 'content-scaled', 'A warning')
  file.info('A note')
  const shown = (options: FormatOptions) =>
    ['A warning', 'A note'].filter((text) =>
      formatMessages(file, options).includes(text),
    )
  expect(shown({})).toEqual(['A warning'])
  expect(shown({ verbose: true })).toEqual(['A warning', 'A note'])
  expect(shown({ quiet: true })).toEqual([])
})

test('a place beyond the text does no harm', () => {
  const file = new VFile({ path: 'a.md', value: 'x' })
  for (const line of [1, 2, 99])
    report(file, 'file-empty', 'Far away', {
      start: { line, column: 50 },
      end: { line, column: 60 },
    })
  expect(format(file)).toContain('99:50-99:60  error')
})

test('a file that could not be read has no line to show', () => {
  const file = new VFile({ path: 'none.md' })
  report(file, 'file-unreadable', 'Unexpected file that cannot be read')
  expect(format(file)).toBe(
    'none.md\n    error    Unexpected file that cannot be read  file-unreadable\n    = see: docs/rules.md#file-unreadable\n\n  1 error\n\n',
  )
})
