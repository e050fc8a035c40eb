import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  notesFromMarkdown,
  notesToMarkdown,
} from '../../src/notebook-page/markdown.ts'

const titles = [
  { id: '1-1', title: '1. 병목의 원인' },
  { id: '2-1', title: 'Q1. 다음 중 옳은 것은?' },
  { id: '2-2', title: 'Q2.' },
]

test('notes become one section a question, in the order of the paper', () => {
  const notes = {
    '2-1': { text: '', picks: ['②', '④'] },
    '1-1': { text: '조인이 많다.\n\n- 집계', picks: [] },
    '2-2': { text: '  ', picks: [] },
  }
  expect(notesToMarkdown('3회차', titles, notes)).toBe(`# 3회차

## 1. 병목의 원인 <!-- note 1-1 -->

조인이 많다.

- 집계

## Q1. 다음 중 옳은 것은? <!-- note 2-1 -->

- [x] ②
- [x] ④
`)
})

test('what was exported comes back as it was', () => {
  const text = fc
    .stringMatching(/^[가-힣a-z #*`\-\n[\]]*$/)
    .map((value) =>
      value
        .split('\n')
        .filter((line, index, { length }) =>
          index === 0 || index === length - 1 ? line.trim() !== '' : true,
        )
        .join('\n')
        .trim(),
    )
    .filter((value) => value !== '' && !value.startsWith('- [x] '))
  fc.assert(
    fc.property(text, fc.subarray(['①', '②', 'A.', 'O']), (value, picks) => {
      const notes = { '2-1': { text: value, picks } }
      expect(notesFromMarkdown(notesToMarkdown('제목', titles, notes))).toEqual(
        notes,
      )
    }),
  )
})

test('a file of somebody else has no notes', () => {
  expect(notesFromMarkdown('# 회의록\n\n## 안건\n\n- [x] 끝')).toEqual({})
  expect(notesFromMarkdown('')).toEqual({})
})

test('a file that an editor saved with Windows line ends comes back too', () => {
  expect(
    notesFromMarkdown(
      '# 3회차\r\n\r\n## 1. 원인 <!-- note 1-1 -->\r\n\r\n가\r\n나\r\n',
    ),
  ).toEqual({ '1-1': { text: '가\n나', picks: [] } })
})
