import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareNames } from '../../src/model/natural-order.ts'

const name = fc
  .array(fc.constantFrom(...['회차', '가', '나', 'a', 'B', '-', ' ', '.', '́']))
  .chain((words) =>
    fc
      .array(fc.nat({ max: 120 }).map(String), { maxLength: 3 })
      .map((numbers) => [...words, ...numbers]),
  )
  .chain((parts) => fc.shuffledSubarray(parts, { minLength: parts.length }))
  .map((parts) => parts.join(''))

test('names are sorted as Korean is, whether or not its rules had to be loaded', () => {
  const rules = new Intl.Collator('ko', { numeric: true })
  fc.assert(
    fc.property(name, name, name, (shared, left, right) => {
      const [a, b] = [shared + left, shared + right]
      expect([a, b, Math.sign(compareNames(a, b))]).toEqual([
        a,
        b,
        Math.sign(rules.compare(a, b)),
      ])
    }),
    { numRuns: 2000 },
  )
})

test('what is numbered stands in the order of its numbers', () => {
  const names = ['10회차', '2회차', '2회차 보충', '2회차-1', '1주차', '02회차']
  expect([...names].sort(compareNames)).toMatchInlineSnapshot(`
    [
      "1주차",
      "2회차",
      "02회차",
      "2회차 보충",
      "2회차-1",
      "10회차",
    ]
  `)
})
