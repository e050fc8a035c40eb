/** Type for the parts of a slide, largest first; `air` is how much taller it is than tight type of the same size. */
const larger = [
  { classes: 'size-28', size: 28, air: 1.15 },
  { classes: 'size-28 tight', size: 28, air: 1 },
  { classes: 'size-26 tight', size: 26, air: 1 },
] as const

/** How full a part may become: lines that break elsewhere make it taller than its area says. */
const mostFull = 0.95

/**
 * Chooses larger type for one part of a divided slide: all parts were set small because of the fullest.
 *
 * @param classes how all parts were set
 * @param height of the part, in pixels
 * @param room height that it may have
 * @returns the same classes where there is no room for more
 */
export function enlarged(
  classes: string,
  height: number,
  room: number,
): string {
  const size = Number(/^size-(\d\d) tight$/.exec(classes)?.[1] ?? Infinity)
  const found = larger.find(
    (type) =>
      type.size > size &&
      height * type.air * (type.size / size) ** 2 <= room * mostFull,
  )
  return found?.classes ?? classes
}
