/** Spearman's rank correlation of two lists of the same length. */
export function rankCorrelation(
  a: readonly number[],
  b: readonly number[],
): number {
  const ranks = (values: readonly number[]): number[] =>
    values.map(
      (value) =>
        values.filter((other) => other < value).length +
        (values.filter((other) => other === value).length - 1) / 2,
    )
  const [x, y] = [ranks(a), ranks(b)]
  const mean = (a.length - 1) / 2
  const cov = (p: readonly number[], q: readonly number[]): number =>
    p.reduce((sum, value, i) => sum + (value - mean) * (q[i]! - mean), 0)
  return cov(x, y) / Math.sqrt(cov(x, x) * cov(y, y))
}
