import { expect, it } from 'vitest'
import { judge } from '../../bench/targets.js'

const seriesOf = (...seconds: number[]) => ({
  seconds,
  cpuSeconds: [],
  bytes: 1000,
})

it('says which targets hold and which were not measured', () => {
  const memory = Array.from({ length: 100 }, (_, papers) => ({
    papers,
    bytes: papers < 20 ? 1 : 200,
  }))
  expect(
    judge({
      pdf: { ours: seriesOf(0.9, 1), theirs: seriesOf(2, 2) },
      all: { ours: seriesOf(1), theirs: seriesOf(2) },
      many: [
        { count: 12, ours: 1, theirs: 1, memory: [] },
        { count: 100, ours: 10, theirs: 40, memory },
      ],
      growth: [
        { questions: 100, seconds: 1 },
        { questions: 2000, seconds: 40, peakBytes: 8e8 },
        { questions: 5000, seconds: 100 },
      ],
      unchanged: 2.5,
    }).map(({ target, value, holds }) => [target.slice(0, 2), value, holds]),
  ).toEqual([
    ['1a', 0.475, false],
    ['1b', undefined, undefined],
    ['2 ', 0.5, true],
    ['3 ', undefined, undefined],
    ['4a', 4, true],
    ['4b', 1, true],
    ['5 ', undefined, undefined],
    ['6 ', 2, false],
    ['7a', undefined, undefined],
    ['7b', undefined, undefined],
    ['8 ', 800, false],
    ['9 ', 2.5, true],
  ])
})
