import type { PhrasingContent } from 'mdast'
import { paperHeading, type PaperHeading } from './paper-heading.ts'
import type { Block, Paper } from '../model/paper.ts'

/** What is read before the meeting: the situations, and nothing that is asked or answered. */
export interface PassageView extends PaperHeading {
  /** Topics that have a situation, in the author's order. */
  readonly topics: readonly PassageTopic[]
}

/** One topic's situation. */
export interface PassageTopic {
  /** Plain text; empty for the nameless topic of a paper without sections. */
  readonly title: string
  readonly heading: readonly PhrasingContent[]
  readonly situation: readonly Block[]
}

/**
 * Takes the situations from a paper.
 *
 * @param paper paper with answers and hints
 */
export function passageView(paper: Paper): PassageView {
  return {
    ...paperHeading(paper),
    topics: paper.topics
      .filter(({ situation }) => situation.length > 0)
      .map(({ title, heading, situation }) => ({ title, heading, situation })),
  }
}
