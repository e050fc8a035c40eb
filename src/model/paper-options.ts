import type { AnswerSpace, Lang } from './paper.ts'

/** Colours of the slides. */
export type Theme = 'light' | 'dark' | 'contrast'

/** Size of what is printed on paper. */
export type PaperSize = 'A4' | 'Letter' | 'B5'

/** What can be said about one paper by flags, its front matter and the configuration; whoever comes next says the rest. */
export interface PaperOptions {
  readonly lang?: Lang
  readonly theme?: Theme
  readonly paperSize?: PaperSize
  /** Minutes to discuss a question that does not name its own. */
  readonly timer?: number
  readonly answerSpace?: AnswerSpace
  /** Whether participants see hints. */
  readonly hints?: boolean
}
