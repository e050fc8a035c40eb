import { brief, complain, type Check, type Checked } from './check.ts'
import type { ReadQuestion } from '../assemble.ts'
import { asks } from '../question-start.ts'
import type { Section } from '../sections.ts'
import { outermost, type Unit } from '../unit.ts'

/**
 * A heading below an answer in the open may be a part of that answer: participants would read it as the title of a topic, or as a
 * question.
 */
export const headingsEndNoAnswer: Check = (checked) => {
  for (const heading of [
    ...doubtfulTopics(checked),
    ...doubtfulQuestions(checked),
  ])
    complain(
      checked,
      'heading-in-answer',
      `Unexpected heading \`${brief(heading.flat.text)}\` below an answer, expected a topic or the next question`,
      heading,
      'If it belongs to the answer, put the whole answer into a quote. If it is a topic, write its text below `### 상황`; if it is a question, number it as the others are.',
    )
}

/**
 * Titles below an open answer that are deeper than those of other topics by two levels, or have text that is neither situation nor
 * question, where the first topic has none.
 */
function doubtfulTopics(checked: Checked): Unit[] {
  const { topics } = checked.read
  const questions = topics.flatMap((topic) => topic.questions)
  const lost = new Set(
    checked.read.leftOut.flatMap(({ units }) =>
      units.map(({ index }) => index),
    ),
  )
  const shown = [
    ...new Set(topics.flatMap(({ draft }) => outwards(draft.section))),
  ].sort((a, b) => a.from - b.from)
  const first = depthOf(topics[0]?.draft.section?.heading)
  const isHabit = outwards(topics[0]?.draft.section).some((section) =>
    losesText(section, lost),
  )
  return shown.flatMap(({ heading, depth, from, bodyTo }) => {
    const isDeep = depth > Math.max(first, 2) + 1
    const isLost =
      losesText({ from, bodyTo }, lost) && (depth > first || !isHabit)
    return heading &&
      (isDeep || isLost) &&
      followsOpen(checked, questionBefore(questions, heading), heading, isDeep)
      ? [heading]
      : []
  })
}

/** A section and those around it that have a heading: a title may have all of these. */
function outwards(section: Section | undefined): Section[] {
  return section?.heading ? [section, ...outwards(section.parent)] : []
}

function losesText(
  { from, bodyTo }: Pick<Section, 'from' | 'bodyTo'>,
  lost: ReadonlySet<number>,
): boolean {
  for (let at = from; at < bodyTo; at++) if (lost.has(at)) return true
  return false
}

function depthOf(heading: Unit | undefined): number {
  const node = heading?.node
  return node?.type === 'heading' ? node.depth : 0
}

/** Whether an answer runs in the open down to a heading. Below a question that is a heading itself, one of a higher level ends it. */
function followsOpen(
  checked: Checked,
  before: ReadQuestion | undefined,
  heading: Unit,
  isDeep: boolean,
): boolean {
  return (
    before !== undefined &&
    (isDeep ||
      before.region.shape !== 'heading' ||
      depthOf(heading) > before.region.section.depth) &&
    (isOpenAbove(checked, heading, before) || (isDeep && beginsOpen(before)))
  )
}

/** Halves what is left at each step: papers have thousands of headings. Questions stand in the order of the paper. */
function questionBefore(
  questions: readonly ReadQuestion[],
  { index }: Unit,
): ReadQuestion | undefined {
  let low = 0
  let high = questions.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((questions[middle]?.region.from ?? index) < index) low = middle + 1
    else high = middle
  }
  return questions[low - 1]
}

function isOpenAbove(
  { reading: { units } }: Checked,
  { index }: Unit,
  { question }: ReadQuestion,
): boolean {
  const above = units[index - 1]
  return question.answers.length > 0 && !(above && isClosed(above))
}

/** `<details>더 보기` ends no answer that began in the open. */
function beginsOpen({ parts }: ReadQuestion): boolean {
  const first = parts.answers[0]?.units.find(({ flat }) => flat.text !== '')
  return first !== undefined && !isClosed(first)
}

function isClosed(unit: Unit): boolean {
  const type = outermost(unit)?.node.type
  return type === 'blockquote' || type === 'container'
}

/** `## 장점` below the answer of `1. …?`: a heading without a number among questions that are none, and without a label for its answer. */
function doubtfulQuestions(checked: Checked): Unit[] {
  const { reading, read } = checked
  const questions = read.topics.flatMap((topic) => topic.questions)
  return questions
    .map(({ parts, region }) => ({ ...parts, region }))
    .filter(({ head, region, opening }) => {
      if (region.shape !== 'heading') return false
      const before = questionBefore(questions, head)
      if (
        before === undefined ||
        before.region.shape === 'heading' ||
        head.directive !== undefined ||
        reading.evidence[head.index]?.start
      )
        return false
      const isNoun = !asks(head.flat.text)
      const isOpen = isOpenAbove(checked, head, before)
      const isUnlabelled = !opening || opening.by === 'body'
      return isOpen ? isNoun || isUnlabelled : isNoun && isUnlabelled
    })
    .map(({ head }) => head)
}
