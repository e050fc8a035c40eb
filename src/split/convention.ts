import type { Shape } from './shape.ts'

/** What holds an answer. */
export type Holder =
  | 'quote'
  | 'details'
  | 'callout'
  | 'admonition'
  | 'directive'
  | 'aside'
  | 'heading'
  | 'item'
  | 'line'

/** How one question is written, as far as conventions differ. */
export interface Trace {
  /** How the question begins. */
  readonly shape: Shape | 'front-matter'
  /** What holds the question, where something does: its own callout, details … */
  readonly frame: Holder
  /** What says that the answer begins. */
  readonly by:
    | 'label'
    | 'letter'
    | 'arrow'
    | 'container'
    | 'directive'
    | 'cell'
    | 'quote'
    | 'body'
    | 'collected'
    | 'empty'
    | 'none'
  readonly holder: Holder
  readonly label: string
  /** The label has no text after it in its holder. */
  readonly isLabelOnly: boolean
  /** The answer goes on after its quote. */
  readonly goesOn: boolean
  /** The answer stands in the same list item, quote or container as the question. */
  readonly isNested: boolean
  /** The answer begins in the paragraph or list that holds the options or the question's text. */
  readonly sharesBlock: boolean
  /** A hint stands behind the answer's label. */
  readonly hintsInside: boolean
  /** What the answer begins with. */
  readonly beginsWith: 'text' | 'list' | 'code' | 'other'
  /** The question has labels of its own: `**문제**:`, `**유형**:`. */
  readonly hasFields: boolean
  /** Other answers of the paper have labels. */
  readonly isMixed: boolean
  readonly hasChoices: boolean
}

/** One way in which papers write questions and answers. */
export interface Convention {
  /** Number in the survey of Korean study papers, such as `1`, `1b` or `26`; docs/writing.md lists them. */
  readonly id: string
  readonly name: string
  /** Whether a question is written this way. */
  readonly recognises: (trace: Trace) => boolean
}
