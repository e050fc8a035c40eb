import { brief, complain, type Check, type Checked } from './check.ts'
import type { ReadTopic } from '../assemble.ts'
import { outermost, type Unit } from '../unit.ts'

/**
 * A heading below an answer in the open may be a part of that answer: participants would read it as the title of a topic. It is doubtful
 * where it is deeper than those of other topics and has text that asks nothing, or where it is deeper by two levels.
 */
export const headingsEndNoAnswer: Check = (checked) => {
  const { topics, leftOut } = checked.read
  const first = depthOf(topics[0]?.draft.section?.heading)
  const lost = new Set(leftOut.map(({ units }) => units))
  for (const { draft } of topics.slice(1)) {
    const heading = draft.section?.heading
    if (!heading) continue
    const most = lost.has(draft.intro) ? first : Math.max(first, 2) + 1
    if (depthOf(heading) > most && followsOpenAnswer(checked, heading))
      complain(
        checked,
        'heading-in-answer',
        `Unexpected heading \`${brief(heading.flat.text)}\` below an answer, deeper than those of other topics, expected a topic or the next question`,
        heading,
        'If it belongs to the answer, put the whole answer into a quote. If it is a topic, give it as many `#` as the others have, and its text `### 상황`.',
      )
  }
}

function depthOf(heading: Unit | undefined): number {
  const node = heading?.node
  return node?.type === 'heading' ? node.depth : 0
}

function followsOpenAnswer({ read, reading }: Checked, heading: Unit): boolean {
  const before = read.topics
    .flatMap(({ questions }: ReadTopic) => questions)
    .findLast(({ region }) => region.from < heading.index)
  const type = outermost(reading.units[heading.index - 1] ?? heading)?.node.type
  return (
    before !== undefined &&
    before.question.answers.length > 0 &&
    type !== 'blockquote' &&
    type !== 'container'
  )
}
