import type { Cut } from './cut.ts'
import { roleOf, type Headings } from './headings.ts'
import type { Section } from './sections.ts'

/**
 * Whether a section is a question as most of its neighbours are, in a paper without any label.
 *
 * @param headings of the paper
 * @param section whose heading says nothing
 */
export function isLikeNeighbours(
  headings: Headings,
  section: Section,
): boolean {
  if (!headings.isUnlabelled || section.from >= section.bodyTo) return false
  const { parent } = section
  return (
    parent !== undefined &&
    countOfQuestions(headings, parent) * 2 > parent.children.length
  )
}

/** Asked for every plain heading: counted once. */
function countOfQuestions(headings: Headings, parent: Section): number {
  const known = headings.counts.get(parent)
  if (known !== undefined) return known
  const count = parent.children.filter(
    (child) => roleOf(headings, child) === 'question',
  ).length
  headings.counts.set(parent, count)
  return count
}

/**
 * Topics and questions of a paper in which nothing else was found, and nothing is labelled: its deepest headings are the questions.
 *
 * @param headings of the paper
 * @param root sections of the paper
 * @returns cuts in the order of the source; none where this is no such paper
 */
export function everyHeading(headings: Headings, root: Section): Cut[] {
  const leaves: Section[] = []
  collectLeaves(headings, root, leaves)
  if (!headings.isUnlabelled || leaves.length < 2) return []
  const cuts: Cut[] = []
  const parents = new Set<Section>()
  for (const section of leaves) {
    const { parent, heading } = section
    if (!heading) continue
    if (parent?.heading && !parents.has(parent)) {
      parents.add(parent)
      cuts.push({
        kind: 'topic',
        at: parent.heading.index,
        section: parent,
      })
    }
    cuts.push({
      kind: 'question',
      at: heading.index,
      shape: 'heading',
      section,
    })
  }
  return cuts
}

function collectLeaves(
  headings: Headings,
  section: Section,
  leaves: Section[],
): void {
  for (const child of section.children)
    if (child.children.length > 0) collectLeaves(headings, child, leaves)
    else if (child.from < child.bodyTo && roleOf(headings, child) === 'plain')
      leaves.push(child)
}
