import type { LabelKind } from './labels.ts'

/** A label that stands where a marker can stand. */
export interface Marker extends LabelKind {
  /** As written: `답변`, `정답 및 해설`; empty for `→` and the like. */
  readonly label: string
  /** Where the text after the label begins, in the flattened text. */
  readonly end: number
  /** `A.` and `→` prove nothing by themselves: only right after a question. */
  readonly form: 'word' | 'letter' | 'arrow'
}

/** Where the text stands: titles (headings, summaries, callouts) are short and need no colon. */
export type MarkerPlace = 'line' | 'title'
