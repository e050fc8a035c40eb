import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  papersOfShard,
  sizesOf,
  type SizedPaper,
} from '../../src/pipeline/shard.ts'
import { temporaryFolder } from '../support/folder.ts'

const papers = fc.uniqueArray(
  fc.record({
    path: fc.string({ minLength: 1, unit: 'grapheme' }),
    bytes: fc.nat(1_000_000),
  }),
  { selector: ({ path }) => path, maxLength: 60 },
)
const count = fc.integer({ min: 1, max: 12 })

function partsOf(papers: readonly SizedPaper[], count: number): string[][] {
  return Array.from({ length: count }, (_, index) =>
    papersOfShard(papers, { index: index + 1, count }),
  )
}

test('all parts together have every paper once', () => {
  fc.assert(
    fc.property(papers, count, (papers, count) => {
      const paths = papers.map(({ path }) => path)
      expect(partsOf(papers, count).flat().sort()).toEqual(paths.sort())
    }),
  )
})

test('the order in which papers are named changes only the order of each part', () => {
  fc.assert(
    fc.property(
      papers.chain((papers) =>
        fc.tuple(
          fc.constant(papers),
          fc.shuffledSubarray(papers, { minLength: papers.length }),
        ),
      ),
      count,
      ([papers, shuffled], count) => {
        const sorted = (parts: string[][]): string[][] =>
          parts.map((part) => part.sort())
        expect(sorted(partsOf(shuffled, count))).toEqual(
          sorted(partsOf(papers, count)),
        )
      },
    ),
  )
})

test('a part keeps the order in which its papers were named', () => {
  fc.assert(
    fc.property(papers, count, (papers, count) => {
      const places = new Map(papers.map(({ path }, place) => [path, place]))
      for (const part of partsOf(papers, count)) {
        const own = part.map((path) => places.get(path) ?? -1)
        expect(own).toEqual([...own].sort((a, b) => a - b))
      }
    }),
  )
})

test('no part has more than another by more than its smallest paper', () => {
  fc.assert(
    fc.property(papers, count, (papers, count) => {
      // With what opening a document costs.
      const work = new Map(
        papers.map(({ path, bytes }) => [path, bytes + 8192]),
      )
      const loads = partsOf(papers, count).map((part) =>
        part.map((path) => work.get(path) ?? NaN),
      )
      const total = (load: number[]): number =>
        load.reduce((sum, one) => sum + one, 0)
      const least = Math.min(...loads.map(total))
      for (const load of loads)
        if (load.length > 1)
          expect(total(load) - Math.min(...load)).toBeLessThanOrEqual(least)
    }),
  )
})

test('sizes are those on disk, or of what was piped; a paper that is not there is for its part to tell', async () => {
  await using folder = await temporaryFolder()
  const path = await folder.write('1회차.md', '가나다')
  const sizes = await sizesOf(
    [path, 'stdin.md', 'none.md'],
    new Map([['stdin.md', new Uint8Array(5)]]),
  )
  expect(sizes.map(({ bytes }) => bytes)).toEqual([9, 5, 0])
})
