import type { PhrasingContent, RootContent } from 'mdast'

/** What a slide is for; each kind has its own look. */
export type SlideKind =
  'title' | 'agenda' | 'topic' | 'situation' | 'question' | 'answer'

/** One slide, before or after it is fitted. */
export interface Slide {
  readonly kind: SlideKind
  /** Further classes of the section: what the theme needs to know beyond the kind. */
  readonly classes: readonly string[]
  /** 1-based topic. */
  readonly topic?: number
  /** Id of the question, `2-3`. */
  readonly question?: string
  /** Planned minutes of the question. */
  readonly minutes?: number
  /** Where we are, at the left of the header: the topic. Plain text. */
  readonly header: string
  /** Where we are, at the right of the header: `문제 2/4`. Plain text. */
  readonly place: string
  /** Number of the question as authored. */
  readonly number?: string
  /** Quiet label beside the title: `답변`, `힌트`. */
  readonly tag?: string
  /** Empty when the slide needs no title: a question without one. */
  readonly title: readonly PhrasingContent[]
  readonly body: readonly RootContent[]
  /** For the presenter alone: plain text. */
  readonly notes?: readonly string[]
  /** Which of several slides with the same title this is. */
  readonly part?: SlidePart
}

/** "1 of 3". */
export interface SlidePart {
  readonly index: number
  readonly of: number
}

/** Topics have six accents, over and over. */
export function accentOf(topic: number): number {
  return ((topic - 1) % 6) + 1
}
