import { isSureStart, type Shape } from './shape.ts'
import { endOfQuestion } from './question-end.ts'
import { unitAt, type Reading } from './reading.ts'
import type { Marker } from './marker.ts'
import { chainOf, isInside, type Unit, type Wrapper } from './unit.ts'

/** A quote, everything after the question's first line, or nothing. */
export type AnswerForm = 'quote' | 'body' | 'none'

/** Where the answer of a question begins, and what says so. */
export interface Opening {
  readonly at: number
  /** Missing where the answer has no label. */
  readonly marker: Marker | undefined
  readonly isQuote: boolean
  /** What was found: names in the table of docs/writing.md. */
  readonly by:
    | 'label'
    | 'letter'
    | 'arrow'
    | 'container'
    | 'quote'
    | 'body'
    | 'cell'
    | 'directive'
}

/** What answers without a label look like around a question. */
export interface AnswerMode {
  readonly form: AnswerForm
  /** Whether a quote is an answer even where a label follows it. */
  readonly quotesAnswer: boolean
}

interface Place {
  readonly from: number
  readonly to: number
  readonly shape: Shape
}

/**
 * Finds where the answer of a question begins: at its first label, else at what has no label.
 *
 * @param reading units and their evidence
 * @param place of the question
 * @param base wrappers of the question itself
 * @param mode what an answer without a label looks like here
 */
export function findAnswer(
  reading: Reading,
  place: Place,
  base: ReadonlySet<Wrapper>,
  mode: AnswerMode,
): Opening | undefined {
  const inner = innerPlace(reading, place, base)
  return (
    (inner && findIn(reading, inner, base, { ...mode, form: 'body' })) ??
    findIn(reading, place, base, mode)
  )
}

/** A container whose title asks answers inside, before anything after it is looked at. */
function innerPlace(
  { units }: Reading,
  place: Place,
  base: ReadonlySet<Wrapper>,
): Place | undefined {
  const frame = [...base][0]
  if (place.shape !== 'title' || !frame) return undefined
  let to = place.from + 1
  while (to < place.to && isInside(unitAt(units, to), frame)) to++
  return { ...place, to }
}

function findIn(
  reading: Reading,
  place: Place,
  base: ReadonlySet<Wrapper>,
  mode: AnswerMode,
): Opening | undefined {
  const label = firstLabel(reading, place, base)
  const container = firstContainer(reading, place, base)
  const labelled =
    label && container
      ? label.at <= container.at
        ? label
        : container
      : (label ?? container)
  if (!labelled) return unlabelled(reading, place, base, mode.form)
  if (isFollowUp(labelled.marker) && isSureStart(place.shape))
    return unlabelled(reading, place, base, mode.form) ?? labelled
  const quote = mode.quotesAnswer
    ? unlabelled(reading, { ...place, to: labelled.at }, base, 'quote')
    : undefined
  return quote ?? labelled
}

/** `### 꼬리 질문` stands below an answer more often than it is one. */
function isFollowUp(marker: Marker | undefined): boolean {
  return marker?.strength === 'weak' && marker.label.endsWith('질문')
}

function firstLabel(
  reading: Reading,
  place: Place,
  base: ReadonlySet<Wrapper>,
): Opening | undefined {
  let weak: Opening | undefined
  for (let at = place.from + 1; at < place.to; at++) {
    const unit = unitAt(reading.units, at)
    const forced = forcedOpening(unit, at)
    if (forced) return forced
    const marker = reading.evidence[at]?.marker
    if (marker?.role !== 'answer' || !isPlausible(reading, marker, at, place))
      continue
    const opening = openingAt(reading, at, marker, place, base)
    if (marker.strength !== 'weak')
      return weak && isAsked(reading, place, weak.at, at) ? weak : opening
    weak ??= opening
  }
  return weak
}

/**
 * Whether the question is complete at a weak label (키워드, 질문 의도): then the label begins the answer, and the stronger
 * one after it only goes on. `**설명**: …` above the sentence that asks is the question's own.
 */
function isAsked(
  { units, evidence }: Reading,
  { from }: Place,
  at: number,
  to: number,
): boolean {
  const asksIn = (first: number, end: number) =>
    evidence.slice(first, end).some(({ asks }) => asks)
  if (asksIn(from, at)) return true
  const isNamed =
    unitAt(units, from).flat.text.length > (evidence[from]?.start?.end ?? 0)
  return isNamed && !asksIn(at, to)
}

function forcedOpening(unit: Unit, at: number): Opening | undefined {
  if (unit.directive === 'answer')
    return { at, marker: undefined, isQuote: false, by: 'directive' }
  if (unit.cell === 'answer')
    return { at, marker: undefined, isQuote: false, by: 'cell' }
  return undefined
}

/** `A.` answers a `Q.` unless it is the first of several options; an arrow answers only right after the question. */
function isPlausible(
  { evidence, units }: Reading,
  marker: Marker,
  at: number,
  place: Place,
): boolean {
  if (marker.form === 'word') return true
  if (marker.form === 'arrow')
    return units[at]?.joint !== 'start' || at === place.from + 1
  for (let next = at + 1; next < place.to; next++) {
    const choice = evidence[next]?.choice
    if (choice?.family === 'upper') return choice.ordinal !== 2
    if (evidence[next]?.marker?.form === 'word') return true
  }
  return true
}

/** A label in the middle of a quote or a container makes all of it the answer. */
function openingAt(
  { units }: Reading,
  at: number,
  marker: Marker,
  place: Place,
  base: ReadonlySet<Wrapper>,
): Opening {
  const unit = unitAt(units, at)
  const holder = chainOf(unit).find(
    ({ node }) => node.type === 'blockquote' || node.type === 'container',
  )
  const isQuote = holder?.node.type === 'blockquote'
  let first = at
  if (holder && !base.has(holder))
    while (first - 1 > place.from && isInside(unitAt(units, first - 1), holder))
      first--
  const by =
    marker.form === 'word'
      ? holder?.node.type === 'container'
        ? 'container'
        : 'label'
      : marker.form
  return { at: first, marker: first === at ? marker : undefined, isQuote, by }
}

const questionContainers = new Set([
  'question',
  'quiz',
  'example',
  'note',
  'info',
])
/** Names of containers that hold a hint. */
export const hintContainers: ReadonlySet<string> = new Set(['hint', 'tip'])

/** A `<details>` or a callout that is neither hint nor question holds the answer, whatever its title says. */
function firstContainer(
  { units, evidence }: Reading,
  place: Place,
  base: ReadonlySet<Wrapper>,
): Opening | undefined {
  let hint: Wrapper | undefined
  for (let at = place.from + 1; at < place.to; at++) {
    const unit = unitAt(units, at)
    const holder = chainOf(unit).find(
      (wrapper) => wrapper.node.type === 'container' && !base.has(wrapper),
    )
    if (holder?.node.type !== 'container' || holder === hint) continue
    const { name, syntax } = holder.node
    if (syntax === 'aside' || questionContainers.has(name)) continue
    if (evidence[at]?.marker?.role === 'hint' || hintContainers.has(name))
      hint = holder
    else return { at, marker: undefined, isQuote: false, by: 'container' }
  }
  return undefined
}

function unlabelled(
  reading: Reading,
  place: Place,
  base: ReadonlySet<Wrapper>,
  mode: AnswerForm,
): Opening | undefined {
  if (mode === 'none') return undefined
  const at =
    mode === 'quote'
      ? firstQuote(reading, place, base)
      : endOfQuestion(reading, place)
  if (at === undefined) return undefined
  const isQuote = chainOf(unitAt(reading.units, at)).some(
    (wrapper) => wrapper.node.type === 'blockquote' && !base.has(wrapper),
  )
  return { at, marker: undefined, isQuote, by: isQuote ? 'quote' : 'body' }
}

function firstQuote(
  { units }: Reading,
  place: Place,
  base: ReadonlySet<Wrapper>,
): number | undefined {
  let skipped: Wrapper | undefined
  for (let at = place.from + 1; at < place.to; at++) {
    const unit = unitAt(units, at)
    const quote = chainOf(unit).find(
      (wrapper) => wrapper.node.type === 'blockquote' && !base.has(wrapper),
    )
    if (quote && unit.directive === 'question') skipped = quote
    if (quote && quote !== skipped) return at
  }
  return undefined
}
