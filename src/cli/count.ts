/**
 * Counts things in words: `1 paper`, `2 papers`.
 *
 * @param noun in the singular, with its plural in `s`
 */
export function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`
}
