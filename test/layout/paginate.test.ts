import fc from 'fast-check'
import { expect, test } from 'vitest'
import { costs, emptyAtom, type Atom } from '../../src/layout/atoms.ts'
import { paginate } from '../../src/layout/paginate.ts'

/** Atoms below each other, 10 pixels apart. */
function atomsOf(
  heights: readonly number[],
  change: Partial<Atom>[] = [],
): Atom[] {
  let top = 100
  return heights.map((height, index) => {
    const atom = {
      ...emptyAtom,
      top,
      bottom: top + height,
      cost: costs.block,
      ...change[index],
    }
    top += height + 10
    return atom
  })
}

function ranges(atoms: Atom[], room: number): number[][] {
  return paginate(atoms, room).pages.map(({ first, end }) => [first, end])
}

test('what fits stays on one page', () => {
  expect(ranges(atomsOf([100, 100, 100]), 320)).toEqual([[0, 3]])
})

test('two pages are filled evenly instead of leaving a widow', () => {
  expect(ranges(atomsOf([50, 50, 50, 50, 50, 50]), 300)).toEqual([
    [0, 3],
    [3, 6],
  ])
})

test('what introduces the next atom does not end a page', () => {
  const atoms = atomsOf(
    [100, 100, 30, 100, 100, 100],
    [{}, {}, {}, { cost: costs.never }],
  )
  expect(ranges(atoms, 300)).toEqual([
    [0, 2],
    [2, 4],
    [4, 6],
  ])
})

test('a table head that is repeated takes its room', () => {
  const rows = atomsOf(
    [40, 40, 40, 40],
    [{ top: 50 }, { head: 60 }, { head: 60 }, { head: 60 }],
  )
  expect(paginate(rows, 200).pages.map(({ height }) => height)).toEqual([
    140, 150,
  ])
})

test('one atom that is taller than a page stands alone', () => {
  expect(ranges(atomsOf([50, 900, 50]), 300)).toEqual([
    [0, 1],
    [1, 2],
    [2, 3],
  ])
})

test('every atom stands on exactly one page, in order, and no page is too tall', () => {
  const heights = fc.array(fc.integer({ min: 1, max: 400 }), {
    minLength: 1,
    maxLength: 40,
  })
  fc.assert(
    fc.property(heights, fc.integer({ min: 50, max: 600 }), (list, room) => {
      const atoms = atomsOf(list)
      const { pages } = paginate(atoms, room)
      expect(
        pages.flatMap(({ first, end }) => atoms.slice(first, end)),
      ).toEqual(atoms)
      for (const { first, end, height } of pages)
        expect(end - first === 1 || height <= room + 0.5).toBe(true)
    }),
  )
})
