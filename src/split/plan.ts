import type { BodyStart, Shape } from './body-starts.ts'
import { hasPairs } from './inline-entries.ts'
import type { Reading } from './reading.ts'
import {
  headingsOf,
  holdsQuestions,
  roleOf,
  startsOf,
  type Headings,
} from './headings.ts'
import type { Section } from './sections.ts'
import { outermost } from './unit.ts'

/** A place at which something begins. Everything up to the next cut belongs to it. */
export type Cut =
  | { readonly kind: 'topic'; readonly at: number; readonly section: Section }
  | {
      readonly kind: 'question'
      readonly at: number
      readonly shape: Shape
      readonly section: Section
    }
  | { readonly kind: 'situation'; readonly at: number }
  /** The label above the questions: has no text of its own. */
  | { readonly kind: 'questions'; readonly at: number }
  /** Neither question nor answer; `known` says so (목차, 참고), otherwise nobody does. */
  | { readonly kind: 'notes'; readonly at: number; readonly known: boolean }
  /** Answers of all the questions before it, up to `to`. */
  | { readonly kind: 'collected'; readonly at: number; readonly to: number }

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
  if (!planner.cuts.some(({ kind }) => kind === 'question'))
    takeEveryHeading(planner, root)
  return planner.cuts
}

const visitors: Readonly<
  Record<
    ReturnType<typeof roleOf>,
    (planner: Planner, section: Section, at: number) => void
  >
> = {
  question: (planner, section, at) => {
    pushQuestion(planner, { at, shape: 'heading' }, section)
  },
  topic: visitTopic,
  questions: visitQuestions,
  situation: visitSituation,
  answer: visitAnswers,
  passage: (planner, section, at) => {
    if (!lastQuestion(planner)) visitSituation(planner, section, at)
  },
  hint: skip,
  more: skip,
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

/** Questions below a situation only where they are answered: its lists are its own. */
function visitSituation(planner: Planner, section: Section, at: number): void {
  planner.cuts.push({ kind: 'situation', at })
  const { evidence } = planner.headings.reading
  const starts = startsOf(planner.headings, section)
  const isAnswered = evidence
    .slice(section.from, section.bodyTo)
    .some(({ marker }) => marker?.role === 'answer' && marker.form === 'word')
  if (isAnswered) pushStarts(planner, section, starts)
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
      planner.cuts.push({ kind: 'situation', at })
  }
  pushStarts(planner, section, starts)
}

function pushStarts(
  planner: Planner,
  section: Section,
  starts: readonly BodyStart[],
): void {
  for (const start of starts) pushQuestion(planner, start, section)
  const from = collectedInBody(planner, section, starts)
  if (from !== undefined) pushCollected(planner, from, section.bodyTo)
}

/** `**정답**` and then a list, below questions of which none has an answer of its own. */
function collectedInBody(
  { headings }: Planner,
  section: Section,
  starts: readonly BodyStart[],
): number | undefined {
  const last = starts.at(-1)
  const first = starts[0]
  if (!last || !first || starts.length < 2) return undefined
  const { reading } = headings
  if (hasAnswer(reading, first.at + 1, last.at)) return undefined
  for (let at = last.at + 1; at < section.bodyTo; at++) {
    const marker = reading.evidence[at]?.marker
    if (marker?.role !== 'answer' || marker.strength === 'weak') continue
    return hasNumbers(reading, at, section.bodyTo) ||
      hasPairs(reading.units.slice(at, section.bodyTo))
      ? at
      : undefined
  }
  return undefined
}

/** Whether at least two numbered things stand here. */
function hasNumbers(
  { units, evidence }: Reading,
  from: number,
  to: number,
): boolean {
  const items = new Set<object>()
  for (let at = from; at < to; at++) {
    const unit = units[at]
    if (!unit) continue
    if (evidence[at]?.start) items.add(unit)
    for (let wrapper = unit.wrapper; wrapper; wrapper = wrapper.parent)
      if (
        wrapper.node.type === 'listItem' &&
        wrapper.parent?.node.type === 'list' &&
        wrapper.parent.node.ordered
      )
        items.add(wrapper)
    if (items.size > 1) return true
  }
  return false
}

function hasAnswer(
  { units, evidence }: Reading,
  from: number,
  to: number,
): boolean {
  for (let at = from; at < to; at++) {
    const marker = evidence[at]?.marker
    if (marker?.role === 'answer' && marker.strength !== 'weak') return true
    const unit = units[at]
    const type = unit && outermost(unit)?.node.type
    if (
      type === 'blockquote' ||
      (type === 'container' && marker?.role !== 'hint')
    )
      return true
  }
  return false
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

type QuestionCut = Extract<Cut, { kind: 'question' }>

function lastQuestion(planner: Planner): QuestionCut | undefined {
  const cut = planner.cuts.at(-1)
  return cut?.kind === 'question' ? cut : undefined
}

/** A heading that says nothing: it goes on with an answer, is a question like its neighbours, or is left out. */
function visitPlain(planner: Planner, section: Section, at: number): void {
  const question = lastQuestion(planner)
  if (question && continuesAnswer(planner, question, section)) return
  if (isLikeNeighbours(planner, section)) {
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

/** In a paper without any label, a section among questions is a question. */
function isLikeNeighbours({ headings }: Planner, section: Section): boolean {
  if (!headings.isUnlabelled || section.from >= section.bodyTo) return false
  const siblings = section.parent?.children ?? []
  const questions = siblings.filter(
    (sibling) => roleOf(headings, sibling) === 'question',
  ).length
  return questions * 2 > siblings.length
}

/** A paper in which nothing else was found, and nothing is labelled: its deepest headings are the questions. */
function takeEveryHeading(planner: Planner, root: Section): void {
  const { headings } = planner
  const leaves: Section[] = []
  collectLeaves(headings, root, leaves)
  if (!headings.isUnlabelled || leaves.length < 2) return
  planner.cuts.length = 0
  const parents = new Set<Section>()
  for (const section of leaves) {
    const { parent, heading } = section
    if (!heading) continue
    if (parent?.heading && !parents.has(parent)) {
      parents.add(parent)
      planner.cuts.push({
        kind: 'topic',
        at: parent.heading.index,
        section: parent,
      })
    }
    planner.cuts.push({
      kind: 'question',
      at: heading.index,
      shape: 'heading',
      section,
    })
  }
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
