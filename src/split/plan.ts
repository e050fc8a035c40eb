import { collectedInBody, hasAnswer } from './answers-below.ts'
import type { Cut, QuestionCut } from './cut.ts'
import {
  headingsOf,
  holdsQuestions,
  roleOf,
  startsOf,
  type Headings,
} from './headings.ts'
import { everyHeading, isLikeNeighbours } from './plain-headings.ts'
import type { Reading } from './reading.ts'
import type { Section } from './sections.ts'
import type { BodyStart } from './shape.ts'
import { outermost } from './unit.ts'

interface Planner {
  readonly headings: Headings
  readonly cuts: Cut[]
  /** Questions since the last collected answers that have no answer of their own, but for the last one. */
  waiting: number
  /** The last question since the last collected answers. */
  last: QuestionCut | undefined
}

/**
 * Finds where topics, situations, questions, notes and collected answers begin.
 *
 * @param reading units and their evidence
 * @param root sections of the paper
 * @returns cuts in the order of the source
 */
export function planOf(reading: Reading, root: Section): Cut[] {
  const planner: Planner = {
    headings: headingsOf(reading),
    cuts: [],
    waiting: 0,
    last: undefined,
  }
  visitBody(planner, root)
  for (const child of root.children) visit(planner, child)
  if (planner.cuts.some(({ kind }) => kind === 'question')) return planner.cuts
  const headings = everyHeading(planner.headings, root)
  return headings.length > 0 ? headings : planner.cuts
}

const visitors: Readonly<
  Record<
    ReturnType<typeof roleOf>,
    (planner: Planner, section: Section, at: number) => void
  >
> = {
  question: (planner, section, at) => {
    if (isInAnswer(planner, section, at)) visitInside(planner, section)
    else pushQuestion(planner, { at, shape: 'heading' }, section)
  },
  topic: visitTopic,
  questions: visitQuestions,
  situation: visitSituation,
  answer: visitAnswers,
  passage: (planner, section, at) => {
    if (!lastQuestion(planner)) visitSituation(planner, section, at)
  },
  hint: skip,
  more: visitMore,
  notes: (planner, _section, at) => {
    planner.cuts.push({ kind: 'notes', at, known: true })
  },
  plain: visitPlain,
}

function visit(planner: Planner, section: Section): void {
  const at = section.heading?.index
  if (at !== undefined)
    visitors[roleOf(planner.headings, section)](planner, section, at)
}

/** Goes on with the question before it; without one, nobody knows what it is. */
function skip(planner: Planner, section: Section, at: number): void {
  if (!lastQuestion(planner)) visitPlain(planner, section, at)
}

/** `### 꼬리 질문` goes on with the question before it; without one, it has the questions of its paper. */
function visitMore(planner: Planner, section: Section, at: number): void {
  const { headings } = planner
  const label = headings.reading.evidence[at]?.marker?.label ?? ''
  if (
    !lastQuestion(planner) &&
    label.includes('질문') &&
    holdsQuestions(headings, section)
  )
    visitQuestions(planner, section, at)
  else skip(planner, section, at)
}

function visitTopic(planner: Planner, section: Section, at: number): void {
  const question = lastQuestion(planner)
  if (
    question?.shape === 'heading' &&
    continuesAnswer(planner, question, section)
  )
    return
  planner.cuts.push({ kind: 'topic', at, section })
  visitInside(planner, section)
}

/** `1. …?`, `답변: …`, and then `#### 장점`: where questions are no headings, a deeper one without a number is a part of the answer. */
function isInAnswer(
  { headings, cuts }: Planner,
  section: Section,
  at: number,
): boolean {
  const { evidence, units } = headings.reading
  const question = cuts.at(-1)
  if (question?.kind !== 'question' || question.shape === 'heading')
    return false
  const before = units[at - 1]
  return (
    section.depth > question.section.depth &&
    evidence[at]?.start === undefined &&
    units[at]?.directive === undefined &&
    before !== undefined &&
    outermost(before)?.node.type !== 'blockquote' &&
    hasAnswer(headings.reading, question.at + 1, at)
  )
}

function visitInside(planner: Planner, section: Section): void {
  visitBody(planner, section)
  for (const child of section.children) visit(planner, child)
}

function visitQuestions(planner: Planner, section: Section, at: number): void {
  const hasText = section.from < section.bodyTo
  if (!holdsQuestions(planner.headings, section) && hasText) {
    pushQuestion(planner, { at, shape: 'heading' }, section)
    return
  }
  planner.cuts.push({ kind: 'questions', at })
  visitInside(planner, section)
}

/** Questions below a situation only where they are answered, or are called `Q.`: its lists are its own. */
function visitSituation(planner: Planner, section: Section, at: number): void {
  const { reading } = planner.headings
  const starts = startsOf(planner.headings, section)
  const isAnswered = reading.evidence
    .slice(section.from, section.bodyTo)
    .some(({ marker }) => marker?.role === 'answer' && marker.form === 'word')
  const question = lastQuestion(planner)
  const isOfQuestion =
    question && starts.length === 0 && !hasAnswer(reading, question.at + 1, at)
  // `### 1. 무엇이 문제인가?`, `### 상황` and then the answer: the question goes on.
  if (isOfQuestion && isAnswered) return
  const until = section.parent?.to ?? reading.units.length
  planner.cuts.push({ kind: 'situation', at, until })
  if (isAnswered || starts[0]?.shape === 'label')
    pushStarts(planner, section, starts)
  for (const child of section.children) visit(planner, child)
}

function visitBody(planner: Planner, section: Section): void {
  const starts = startsOf(planner.headings, section)
  const { evidence, units } = planner.headings.reading
  for (let at = section.from; at < (starts[0]?.at ?? section.bodyTo); at++) {
    const marker = evidence[at]?.marker
    if (
      units[at]?.directive === 'situation' ||
      (marker?.role === 'situation' && units[at]?.joint === 'start')
    )
      planner.cuts.push({ kind: 'situation', at, until: section.to })
  }
  pushStarts(planner, section, starts)
}

function pushStarts(
  planner: Planner,
  section: Section,
  starts: readonly BodyStart[],
): void {
  for (const start of starts) pushQuestion(planner, start, section)
  const from = collectedInBody(planner.headings.reading, section, starts)
  if (from !== undefined) pushCollected(planner, from, section.bodyTo)
}

/** A section of answers: of the question right before it, or of several questions at once. */
function visitAnswers(planner: Planner, section: Section, at: number): void {
  const { last, waiting } = planner
  if (last) {
    const lastWaits = !hasAnswer(planner.headings.reading, last.at + 1, at)
    if (waiting + (lastWaits ? 1 : 0) > 1 || (waiting > 0 && !lastWaits))
      pushCollected(planner, at, section.to)
  } else if (
    planner.cuts.at(-1)?.kind !== 'collected' &&
    holdsQuestions(planner.headings, section)
  )
    visitTopic(planner, section, at)
  else pushCollected(planner, at, section.to)
}

function pushCollected(planner: Planner, at: number, to: number): void {
  planner.cuts.push({ kind: 'collected', at, to })
  planner.waiting = 0
  planner.last = undefined
}

function pushQuestion(
  planner: Planner,
  start: BodyStart,
  section: Section,
): void {
  const { last } = planner
  if (last && !hasAnswer(planner.headings.reading, last.at + 1, start.at))
    planner.waiting++
  planner.last = { kind: 'question', ...start, section }
  planner.cuts.push(planner.last)
}

function lastQuestion(planner: Planner): QuestionCut | undefined {
  const cut = planner.cuts.at(-1)
  return cut?.kind === 'question' ? cut : undefined
}

/** A heading that says nothing: it goes on with an answer, is a question like its neighbours, or is left out. */
function visitPlain(planner: Planner, section: Section, at: number): void {
  const question = lastQuestion(planner)
  if (question && continuesAnswer(planner, question, section)) return
  if (isLikeNeighbours(planner.headings, section)) {
    pushQuestion(planner, { at, shape: 'heading' }, section)
    return
  }
  planner.cuts.push({ kind: 'notes', at, known: false })
  for (const child of section.children)
    if (roleOf(planner.headings, child) === 'situation') visit(planner, child)
}

/** `#### A: …` and then `#### 그래서 …`; or a heading below the section that the question stands in. */
function continuesAnswer(
  { headings }: Planner,
  question: QuestionCut,
  section: Section,
): boolean {
  if (question.shape !== 'heading')
    return section.depth > question.section.depth
  const siblings = section.parent?.children ?? []
  const from = siblings.indexOf(question.section)
  return (
    from >= 0 &&
    siblings
      .slice(from + 1, siblings.indexOf(section))
      .some((sibling) => roleOf(headings, sibling) === 'answer')
  )
}
