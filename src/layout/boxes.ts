/** Pixels of a body that is as wide as a slide allows. */
export const bodyWidth = 1120

/** One way to set a slide's text. */
export interface MeasuredFit {
  /** Classes of the theme. */
  readonly classes: string
  /** Whether a slide that does not fit is divided: only then its boxes are needed. */
  readonly divides: boolean
  /** What a slide must have, as a selector, so that it is set in this fit. */
  readonly only?: string
}

/** A box of the page, in CSS pixels from the top of its slide. Mirrors an element, or a run of text in one. */
export interface Box {
  /** Tag name in lower case; `text` for a run of text in a box that also has blocks. */
  readonly tag: string
  readonly top: number
  readonly bottom: number
  /** How much wider than its room the widest thing in it is, in pixels of a body as wide as a slide allows; 0 for boxes in boxes. */
  readonly excess: number
  /** Boxes inside that a page may be broken between: blocks, items, rows. */
  readonly boxes: readonly Box[]
  /** Lines of text, in boxes that hold text and no blocks. */
  readonly lines: readonly Line[]
  /** Text without white space, images and formulas as U+FFFC: must be the same in the Markdown. */
  readonly ink: string
}

/** One line of text as the browser set it. */
export interface Line {
  /** How many characters of `ink` stand before it. */
  readonly start: number
  readonly top: number
  readonly bottom: number
}

/** A slide's body as set in one fit. */
export interface Setting {
  /** Height that the body may have. */
  readonly room: number
  /** Height that it has. */
  readonly height: number
  /** Whether a line of code is longer than its box and goes on below. */
  readonly wraps: boolean
  /** How much wider than its room its widest box is, in pixels of a body as wide as a slide allows. */
  readonly excess: number
  /** Empty where the body fits, since nothing has to be divided. */
  readonly boxes: readonly Box[]
}

/** An image as a slide shows it, in CSS pixels. */
export interface ShownImage {
  readonly width: number
  readonly height: number
  /** Pixels that the file has for one that is shown; 1 where it is shown as it is. */
  readonly density: number
}
