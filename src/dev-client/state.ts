/** What the server tells an open page. */
export interface LiveState {
  /** Of what is to be seen. */
  readonly revision: string
  /** How a page that shows the revision before gets there without being loaded again. */
  readonly patch?: SlidePatch
  readonly problems: readonly ShownProblem[]
}

/** How one page of slides becomes another without being loaded again. */
export interface SlidePatch {
  /** How many slides the page must have. */
  readonly before: number
  /** Slides of the new page: what stays by its index in the old one, what is new as HTML. */
  readonly slides: readonly (number | string)[]
  /** Faces, where they are others. */
  readonly fonts?: string
}

/** One problem of a paper. */
export interface ShownProblem {
  readonly severity: 'error' | 'warning'
  /** `decks/1회차.md:12:4` */
  readonly place: string
  readonly reason: string
  /** The line of the paper; empty where the whole file is meant. */
  readonly line: string
  /** How to fix it. */
  readonly note: string
  readonly rule: string
}
