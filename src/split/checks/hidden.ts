import { findableOf } from '../../model/findable.ts'
import { normalise } from '../../model/normalise.ts'
import type { Block, Question, Topic } from '../../model/paper.ts'
import { anyAnswer, type Said } from '../any-answer.ts'
import { hiddenTexts, type HiddenText } from '../hidden-text.ts'
import { ownAnswer } from '../own-answer.ts'
import { paragraphOf } from '../text.ts'
import { brief, complain, type Check, type Checked } from './check.ts'

/** What nobody sees of a question says nothing of an answer: `![휘발성 메모리](a.png)` would be in files for participants. */
export const hiddenTextsAreSilent: Check = (checked) => {
  const told = new Set<HiddenText>()
  for (const said of saidIn(checked)) {
    if (told.has(said.hidden)) continue
    told.add(said.hidden)
    tell(checked, said)
  }
}

function* saidIn({ paper }: Checked): Generator<Said> {
  const parts: Part[] = []
  const title = normalise(paper.title)
  for (const topic of paper.topics) {
    const shared = partOf([headingOf(topic), ...topic.situation], topic.line)
    parts.push(shared)
    for (const question of topic.questions) {
      const own = partOf(nodesOf(question), question.line)
      parts.push(own)
      yield* saidOf(question, [shared, own], title)
    }
  }
  yield* anyAnswer(
    parts.flatMap(({ hidden }) => hidden),
    paper.topics.flatMap(({ questions }) => questions),
    [title, ...parts.map(({ seen }) => seen)].join(' '),
  )
}

function* saidOf(
  question: Question,
  parts: readonly Part[],
  title: string,
): Generator<Said> {
  const hiddens = parts.flatMap(({ hidden }) => hidden)
  if (hiddens.length === 0) return
  const find = ownAnswer(
    question,
    [title, ...parts.map(({ seen }) => seen)].join(' '),
  )
  for (const hidden of hiddens) {
    const said = find(hidden)
    if (said !== undefined) yield { hidden, said, question }
  }
}

function tell(checked: Checked, { hidden, said, question }: Said): void {
  complain(
    checked,
    'answer-hidden',
    `Unexpected ${hidden.kind} \`${brief(hidden.text)}\` that says \`${brief(said)}\` of the answer to question ${question.number}, expected nothing of an answer where nobody sees it`,
    hidden.line,
    'Word it otherwise, or take it away. What participants may know stands where they see it, too.',
  )
}

interface Part {
  /** Normalised. */
  readonly seen: string
  readonly hidden: readonly HiddenText[]
}

function partOf(nodes: readonly Block[], line: number): Part {
  return {
    seen: normalise(findableOf(nodes).text),
    hidden: hiddenTexts(nodes, line),
  }
}

function headingOf({ heading }: Topic): Block {
  return { type: 'paragraph', children: [...heading] }
}

/** Hints are shown where they are asked for. */
function nodesOf({ title = [], prompt, choices, hints }: Question): Block[] {
  return [
    paragraphOf(title, { type: 'text', value: '' }),
    ...prompt,
    ...[...choices, ...hints].flatMap(({ body }) => body),
  ]
}
