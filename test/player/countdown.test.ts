import { expect, it } from 'vitest'
import { clockText } from '../../src/player/countdown.ts'

it.each([
  [0, '0:00'],
  [1, '0:01'],
  [59_001, '1:00'],
  [180_000, '3:00'],
  [3_599_500, '1:00:00'],
  [3_723_000, '1:02:03'],
  [-500, '0:00'],
  [-12_000, '-0:12'],
])('writes %i ms as %s', (milliseconds, text) => {
  expect(clockText(milliseconds)).toBe(text)
})
