import type { Section } from './sections.ts'
import type { Shape } from './shape.ts'

/** A place at which something begins. Everything up to the next cut belongs to it. */
export type Cut =
  | { readonly kind: 'topic'; readonly at: number; readonly section: Section }
  | {
      readonly kind: 'question'
      readonly at: number
      readonly shape: Shape
      readonly section: Section
    }
  /** Of the questions up to `until`, where the section that it stands in ends. */
  | { readonly kind: 'situation'; readonly at: number; readonly until: number }
  /** The label above the questions: has no text of its own. */
  | { readonly kind: 'questions'; readonly at: number }
  /** Neither question nor answer; `known` says so (목차, 참고), otherwise nobody does. */
  | { readonly kind: 'notes'; readonly at: number; readonly known: boolean }
  /** Answers of all the questions before it, up to `to`. */
  | { readonly kind: 'collected'; readonly at: number; readonly to: number }

/** A place at which a question begins. */
export type QuestionCut = Extract<Cut, { kind: 'question' }>
