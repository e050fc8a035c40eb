/** How much of a long paper the browser lays out at once: it keeps all that it shows and prints in memory. */
export interface Portions {
  /** Slides, before the tall ones are divided. */
  readonly slides: number
  /** Characters of HTML, without pictures, of a document that flows over pages. */
  readonly characters: number
  /** Characters up to which such a document is not divided. */
  readonly whole: number
}

/** Papers for one meeting are laid out in one piece. */
export const standardPortions: Portions = {
  slides: 150,
  characters: 100_000,
  whole: 300_000,
}
