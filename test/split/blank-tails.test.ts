import { expect, test } from 'vitest'
import { VFile } from 'vfile'
import { parsePaper } from '../../src/parse/index.ts'
import { splitPaper } from '../../src/split/index.ts'

/** Rules that a paper of two blanks breaks, one of which is ours. */
function errorsOf(line: string): string[] {
  const value = `# 스터디\n\n1. ${line}\n2. 자료는 ____에 있다.\n`
  const file = new VFile({ path: 'paper.md', value })
  splitPaper(parsePaper(value, file), file)
  return file.messages
    .filter(({ fatal }) => fatal)
    .map(({ ruleId }) => ruleId ?? '')
}

test.each([
  '캐시는 ____(디스크)보다 빠르다.',
  '캐시는 ____[디스크]보다 빠르다.',
  '캐시는 ____보다 빠르다 (디스크)',
  '캐시는 ____보다 빠르다. (디스크)',
  '캐시는 (      )보다 빠르다. 디스크',
  '캐시는 (      )보다 빠르다. **디스크**',
  '캐시는 (      )보다 빠르다. `디스크`',
  '캐시는 (      )보다 빠르다 - 디스크',
  '캐시는 (      )보다 빠르다: 디스크',
  '캐시는 ( ㉠ )보다 빠르다. ㉠: 디스크',
  '캐시는 ( A )보다 빠르다. A = 디스크',
])('%s is refused', (line) => {
  expect(errorsOf(line)).toEqual(['answer-in-line'])
})

test('a statement whose blank is filled is refused', () => {
  expect(errorsOf('캐시는 (디스크)보다 빠르다.')).toEqual(['blank-filled'])
})

test.each([
  '캐시는 ____보다 빠르다.',
  '캐시는 ____보다 빠르다. 이때 캐시는 CPU 가까이에 있다.',
  '캐시는 ____보다 빠르고, 메모리는 ____보다 빠르다.',
  '캐시는 ____보다 빠르다. 메모리는 ____',
  '캐시는 ____(영문 약자)보다 빠르다.',
  '캐시는 ____보다 빠르다. (3글자)',
  '캐시는 ____보다 빠르다. [5점]',
  '캐시는 ____보다 빠르다. (단답형)',
  '캐시는 ____보다 빠르다. #메모리 ⭐⭐',
])('%s is a question', (line) => {
  expect(errorsOf(line)).toEqual([])
})
