import { expect, test } from 'vitest'
import { startAt } from '../../src/split/question-start.ts'
import { flatten } from '../../src/split/text.ts'

test.each([
  ['Q. 3계층은 무엇인가?', '', '3계층은 무엇인가?'],
  ['Q. 3-way handshake란?', '', '3-way handshake란?'],
  ['Q: 2PC란?', '', '2PC란?'],
  ['질문: 1바이트는 몇 비트인가?', '', '1바이트는 몇 비트인가?'],
  ['Q. 3) 계층이란?', 'Q. 3', '계층이란?'],
  ['Q.3 계층이란?', 'Q.3', '계층이란?'],
  ['Q3 계층이란?', 'Q3', '계층이란?'],
  ['문제 2 - 계층이란?', '문제 2', '계층이란?'],
])('%s is question "%s" and asks "%s"', (text, number, rest) => {
  const flat = flatten(text)
  const start = startAt(flat, false)
  expect(start?.form).toBe('label')
  expect(start?.number).toBe(number)
  expect(flat.text.slice(start?.end)).toBe(rest)
})
