let collator: Intl.Collator | undefined

/**
 * Sorts names as a person would, `2회차` before `10회차`, the same on every machine.
 *
 * Names that differ in a number first, as those of a series do, need no rules of a language: loading those of Korean
 * takes longer than finding a hundred papers.
 *
 * @param a name
 * @param b another one
 * @returns less than, equal to, or more than 0
 */
export function compareNames(a: string, b: string): number {
  const start = sharedLength(a, b)
  const difference = numberAt(a, start) - numberAt(b, start)
  if (difference) return difference
  collator ??= new Intl.Collator('ko', { numeric: true })
  return collator.compare(a, b)
}

/** How far two names are the same, without the beginning of numbers that are others. */
function sharedLength(a: string, b: string): number {
  let end = 0
  while (end < a.length && a[end] === b[end]) end++
  while (/^\d/.test(a.slice(end - 1, end))) end--
  return end
}

/** `NaN` where there is none. */
function numberAt(name: string, start: number): number {
  return Number(/^\d+/.exec(name.slice(start))?.[0])
}
