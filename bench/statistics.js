// @ts-check

/**
 * The middle one of some numbers.
 *
 * @param {readonly number[]} values at least one
 */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? NaN
  return sorted.length % 2 === 1
    ? upper
    : (upper + (sorted[middle - 1] ?? NaN)) / 2
}

/**
 * Compares two programs that ran in turns: the median of the ratios of each turn, which a machine that is busy for a
 * while changes less than the ratio of the medians.
 *
 * @param {readonly number[]} ours
 * @param {readonly number[]} theirs as many
 */
export function pairedRatio(ours, theirs) {
  return median(ours.map((value, turn) => value / (theirs[turn] ?? NaN)))
}

/**
 * The value below which some part of the numbers lies.
 *
 * @param {readonly number[]} sorted at least one, in ascending order
 * @param {number} part from 0, the least, to 1, the most
 */
export function quantile(sorted, part) {
  return sorted[Math.round(part * (sorted.length - 1))] ?? NaN
}
