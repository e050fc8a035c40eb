import { expect, test } from 'vitest'
import { keepRecent } from '../../src/model/keep-recent.ts'
import { Memo } from '../../src/model/memo.ts'

test('what two rounds in a row did not ask for is forgotten', () => {
  const memo = new Memo()
  let made = 0
  const ask = (key: string): unknown => memo.get(key, () => ++made)
  expect([ask('가'), ask('나'), ask('가')]).toEqual([1, 2, 1])
  memo.nextRound()
  expect(ask('가')).toBe(1)
  memo.nextRound()
  expect([ask('가'), memo.find('나')]).toEqual([1, undefined])
})

test('the values that were kept last stay', () => {
  const map = new Map<string, number>()
  keepRecent(map, '가', 1, 2)
  keepRecent(map, '나', 2, 2)
  keepRecent(map, '가', 1, 2)
  keepRecent(map, '다', 3, 2)
  expect([...map.keys()]).toEqual(['가', '다'])
})
