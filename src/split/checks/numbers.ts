import type { ReadQuestion, ReadTopic } from '../assemble.ts'
import { complain, type Check, type Checked } from './check.ts'

/** Numbers count up in each topic: a jump is a question that was not recognised, a repetition an answer that was. */
export const numbersCountUp: Check = (checked) => {
  let before = lastOfMeetingBefore(checked)
  for (const topic of checked.read.topics) {
    before = checkTopic(checked, topic, before)
  }
}

/**
 * 10, where a paper goes on from 11: at least two questions count up without a gap, and nothing stands above them that could be
 * questions. 0 otherwise.
 */
function lastOfMeetingBefore({ read, reading }: Checked): number {
  const [first, ...others] = read.topics.flatMap(({ questions }) => questions)
  const [topic] = read.topics
  if (!first || !topic || others.length === 0) return 0
  const isGapless = others.every(
    ({ ordinal }, at) => ordinal === first.ordinal + at + 1,
  )
  const above = [
    ...read.leftOut
      .filter(({ isKnown }) => !isKnown)
      .flatMap(({ units }) => units)
      .filter(({ index }) => index < first.region.from),
    ...topic.draft.situation,
  ]
  const mayBeQuestions = above.some(({ index, wrapper }) => {
    const { asks = false, start, marker } = reading.evidence[index] ?? {}
    return asks || [wrapper, start, marker].some((found) => found !== undefined)
  })
  return isGapless && !mayBeQuestions ? Math.max(0, first.ordinal - 1) : 0
}

function checkTopic(
  checked: Checked,
  { questions }: ReadTopic,
  before: number,
): number {
  if (isAlwaysOne(questions)) return before
  let last: ReadQuestion | undefined
  let expected = 1
  for (const read of questions) {
    const { ordinal, question } = read
    if (ordinal === 0 || question.number.includes('-')) {
      expected++
      continue
    }
    const restarts =
      last === undefined ||
      (last.region.section !== read.region.section &&
        read.region.shape !== 'heading')
    const allowed = restarts ? [expected, 1, before + 1] : [expected]
    if (!allowed.includes(ordinal))
      complainAbout(checked, read, ordinal < expected && !restarts, expected)
    last = read
    expected = ordinal + 1
    before = ordinal
  }
  return before
}

/** `1.` before every question is how some write Markdown lists. */
function isAlwaysOne(questions: readonly ReadQuestion[]): boolean {
  return (
    questions.length > 1 &&
    questions.every(
      ({ ordinal, region }) => ordinal === 1 && region.shape === 'item',
    )
  )
}

function complainAbout(
  checked: Checked,
  { question }: ReadQuestion,
  isRepeated: boolean,
  expected: number,
): void {
  if (isRepeated)
    complain(
      checked,
      'number-repeated',
      `Unexpected question ${question.number} again, expected ${expected}`,
      question.line,
      'Numbers begin again only below a new `##` heading. If this is a part of an answer, move it into the answer.',
    )
  else
    complain(
      checked,
      'number-jumped',
      `Unexpected question ${question.number}, expected ${expected}`,
      question.line,
      'A question before this one was not recognised, or the number is wrong. `studydeck inspect` shows what was found.',
    )
}

/** `(20문항)` says how many questions there are. */
export const countIsKept: Check = (checked) => {
  const { count, title } = checked.head
  const found = checked.paper.topics.reduce(
    (sum, { questions }) => sum + questions.length,
    0,
  )
  if (count !== undefined && found > 0 && count !== found)
    complain(
      checked,
      'count-differs',
      `Unexpected ${found} questions in a paper that says ${count}, expected as many`,
      title,
      'Correct the number, or look with `studydeck inspect` which question was not recognised.',
    )
}

/** Two topics with the same title are questions, and their answers further down. */
export const topicsDiffer: Check = (checked) => {
  const known = new Map<string, number>()
  for (const { title, line } of checked.paper.topics) {
    const before = known.get(title)
    if (before !== undefined && title !== '')
      complain(
        checked,
        'topic-repeated',
        `Unexpected topic \`${title}\` again (first at line ${before}), expected every topic once`,
        line,
        'If these are the answers, put them under one heading `## 정답`. Otherwise rename one topic.',
      )
    known.set(title, line)
  }
}

/** In a paper without answers, a topic that asks nothing while others ask may be the answers. */
export const topicsAsk: Check = (checked) => {
  const { topics } = checked.read
  const all = topics.flatMap(({ questions }) => questions)
  if (all.some(({ question }) => question.answers.length > 0)) return
  const asking = topics.filter((topic) => doesAsk(checked, topic))
  if (asking.length === 0 || asking.length === topics.length) return
  for (const topic of topics)
    if (!asking.includes(topic))
      complain(
        checked,
        'topic-asks-nothing',
        `Unexpected topic \`${topic.topic.title}\` in which nothing asks, expected questions`,
        topic.topic.line,
        'If these are the answers, put them under one heading `## 정답`.',
      )
}

function doesAsk({ reading }: Checked, { questions }: ReadTopic): boolean {
  return questions.some(({ parts }) =>
    parts.question.some(({ index }) => reading.evidence[index]?.asks),
  )
}
