import type { Atom } from './atoms.ts'

/** One page: atoms from `first` up to, not including, `end`. */
export interface Page {
  readonly first: number
  readonly end: number
  /** Pixels. More than the room only where one atom alone is taller. */
  readonly height: number
  /** How much wider than the slide its widest block is. */
  readonly excess: number
}

/** The best way to divide atoms over pages. */
export interface Pagination {
  readonly pages: readonly Page[]
  /** `pageCost` a page, and what its breaks and empty places cost. */
  readonly cost: number
}

/** What every page costs; everything else is compared with it. */
export const pageCost = 1000
const overflowCost = 20_000
/** A page filled less than this looks like an accident. */
const leastFill = 0.25
const widowCost = 600
const emptyCost = 300
/** A pixel rounded up. */
const tolerance = 0.5

/**
 * Divides atoms over as few pages as possible; among these ways, by good breaks and even filling.
 *
 * @param atoms in order
 * @param room height of a page
 */
export function paginate(atoms: readonly Atom[], room: number): Pagination {
  // best[end] is the best way to divide the atoms before `end`.
  const best: Pagination[] = [{ pages: [], cost: 0 }]
  for (let end = 1; end <= atoms.length; end++) {
    let least: Pagination | undefined
    for (let first = end - 1; first >= 0; first--) {
      const page = pageOf(atoms, first, end)
      const before = best[first]
      if (page.height > room + tolerance && first < end - 1) break
      if (!before) continue
      const cost = before.cost + costOf(page, atoms, room)
      if (!least || cost < least.cost)
        least = { pages: [...before.pages, page], cost }
    }
    best.push(least ?? { pages: [], cost: Infinity })
  }
  return best.at(-1) ?? { pages: [], cost: 0 }
}

function pageOf(atoms: readonly Atom[], first: number, end: number): Page {
  const inside = atoms.slice(first, end)
  const top = inside[0]?.top ?? 0
  const bottom = Math.max(...inside.map((atom) => atom.bottom))
  const besides = (inside[0]?.head ?? 0) + (inside.at(-1)?.foot ?? 0)
  return {
    first,
    end,
    height: bottom - top + besides,
    excess: Math.max(...inside.map((atom) => atom.excess)),
  }
}

function costOf(page: Page, atoms: readonly Atom[], room: number): number {
  const breaking = page.first === 0 ? 0 : (atoms[page.first]?.cost ?? 0)
  if (page.height > room + tolerance) return pageCost + breaking + overflowCost
  const only = page.first === 0 && page.end === atoms.length
  if (only) return pageCost
  const fill = page.height / room
  return (
    pageCost +
    breaking +
    emptyCost * (1 - fill) ** 2 +
    (fill < leastFill ? widowCost : 0)
  )
}
