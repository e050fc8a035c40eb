import type { Evidence } from './evidence.ts'
import type { Unit } from './unit.ts'

/** A paper while it is being read. */
export interface Reading {
  readonly units: readonly Unit[]
  /** Parallel to `units`. */
  readonly evidence: readonly Evidence[]
}

/**
 * A unit that has to be there.
 *
 * @param units to look in
 * @param at index below `units.length`
 * @throws {RangeError} when the index is a bug
 */
export function unitAt(units: readonly Unit[], at: number): Unit {
  const unit = units[at]
  if (!unit) throw new RangeError(`No unit ${at} of ${units.length}`)
  return unit
}
