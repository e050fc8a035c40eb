/** What one paper may cost; more is damage, or somebody's bad intent. Every number can be changed: see docs/options.md. */
export const standardLimits = {
  /** Megabytes of the paper. */
  file: 5,
  /** Cells of one table. */
  cells: 20_000,
  /** Slides of one deck, before the tall ones are divided. */
  slides: 10_000,
  /** Paragraphs, items, cells and other blocks of one slide, before it is divided. */
  blocks: 20_000,
  /** Lines, cells, tags and marks of containers in 100,000 characters of the paper; papers have up to 3,250. */
  pieces: 6500,
  /** Blocks, marked words, links and texts in 100,000 characters of the paper; papers have up to 7,500. */
  nodes: 15_000,
  /** Characters of one formula. */
  formula: 10_000,
  /** Characters of one diagram. */
  diagram: 20_000,
  /** Megabytes of one image. */
  image: 20,
  /** Megapixels of one image. */
  pixels: 100,
  /** Seconds for the browser to lay out one document, and to start. */
  page: 60,
} as const

/** What one paper may cost. */
export type Limits = Readonly<Record<keyof typeof standardLimits, number>>

/**
 * Puts what somebody chose over the usual limits.
 *
 * @param chosen limits by name
 */
export function limitsOf(
  chosen: { readonly [Name in keyof Limits]?: number | undefined } = {},
): Limits {
  const given = Object.entries(chosen).filter(
    ([, value]) => value !== undefined,
  )
  return { ...standardLimits, ...Object.fromEntries(given) }
}
