import type { Draft, TopicDraft } from './draft.ts'
import type { Reading } from './reading.ts'
import type { Section } from './sections.ts'
import type { Unit } from './unit.ts'

/**
 * Cuts up a paper that is for reading (`kind: reading`): each section is a topic, all of its text is there to be read.
 *
 * @param reading units and their evidence
 * @param root the whole paper
 * @param taken indexes of units that are title or metadata
 */
export function readingDraft(
  { units }: Reading,
  root: Section,
  taken: ReadonlySet<number>,
): Draft {
  const shown = (from: number, to: number): Unit[] =>
    units
      .slice(from, to)
      .filter(
        ({ index, node }) => !taken.has(index) && node.type !== 'thematicBreak',
      )
  const topicOf = (section: Section): TopicDraft => ({
    section: section.heading ? section : undefined,
    prefix: '',
    situation: shown(section.from, section.heading ? section.to : root.bodyTo),
    intro: [],
    regions: [],
  })
  const isOmitted = ({ heading }: Section): boolean =>
    heading?.directive === 'omit'
  return {
    topics: [root, ...root.children]
      .filter((section) => !isOmitted(section))
      .map(topicOf)
      .filter(({ section, situation }) => section ?? situation.length > 0),
    leftOut: root.children.filter(isOmitted).map(({ from, to }) => ({
      units: units.slice(from - 1, to),
      isKnown: true,
    })),
    collected: [],
  }
}
