import { expect, it } from 'vitest'
import { median, pairedRatio } from '../../bench/statistics.js'

it('takes the middle of an odd and of an even number of values', () => {
  expect(median([3, 1, 2])).toBe(2)
  expect(median([4, 1, 3, 2])).toBe(2.5)
})

it('compares turn by turn, so that a slow minute of the machine does not count', () => {
  expect(pairedRatio([1, 10, 1], [2, 20, 2])).toBe(0.5)
})
