import type { Shape } from './shape.ts'
import { unitAt, type Reading } from './reading.ts'
import { splitChoices, type ChoiceSplit } from './choices.ts'
import { withoutHead, type BodyPiece } from './body.ts'
import {
  findAnswer,
  hintContainers,
  type AnswerMode,
  type Opening,
} from './answer-start.ts'
import type { Marker } from './marker.ts'
import { optionsBehind } from './options-behind.ts'
import { chainOf, isInside, type Unit, type Wrapper } from './unit.ts'

/** From the start of a question to the start of whatever follows. */
export interface Region {
  readonly from: number
  readonly to: number
  readonly shape: Shape
}

/** A region, told apart. */
export interface RegionParts {
  readonly region: Region
  readonly head: Unit
  /** Wrappers that only hold the question: its list item, its quote. */
  readonly base: ReadonlySet<Wrapper>
  readonly opening: Opening | undefined
  /** Text of the question with its first line, options included. */
  readonly question: readonly Unit[]
  readonly split: ChoiceSplit
  readonly hints: readonly BodyPiece[]
  readonly answers: readonly BodyPiece[]
}

/**
 * Tells a region apart into question, options, hints and answers.
 *
 * An answer runs from its marker to the end of the region; only hints are taken out of it.
 *
 * @param reading units and their evidence
 * @param region of one question
 * @param mode what an answer without a label looks like here
 */
export function readRegion(
  reading: Reading,
  region: Region,
  mode: AnswerMode,
): RegionParts {
  const head = unitAt(reading.units, region.from)
  const base = new Set(region.shape === 'row' ? [] : chainOf(head))
  const opening = findAnswer(reading, region, base, mode)
  const end = opening?.at ?? region.to
  const { hints, rest } = takeHints(
    reading.units.slice(region.from, end),
    reading,
    base,
  )
  const behind = reading.units.slice(end, region.to)
  const options = optionsBehind(behind, reading, opening)
  const { kept, subQuestions } = takeSubQuestions(
    behind.filter((unit) => !options.includes(unit)),
    rest,
    reading,
    opening,
  )
  const answered =
    opening && kept.length > 0
      ? readAnswers(kept, reading, base, opening)
      : { hints: [], answers: [] }
  const question = [...rest, ...options, ...subQuestions]
  return {
    region,
    head,
    base,
    opening,
    question,
    split: splitChoices(question, reading, base),
    hints: [...hints, ...answered.hints],
    answers: answered.answers,
  }
}

/** Hints before the answer: each ends with its quote, container, item or paragraph. */
function takeHints(
  units: readonly Unit[],
  reading: Reading,
  base: ReadonlySet<Wrapper>,
): { hints: BodyPiece[]; rest: Unit[] } {
  const hints: BodyPiece[] = []
  const rest: Unit[] = []
  for (let at = 0; at < units.length; at++) {
    const unit = unitAt(units, at)
    const own = reading.evidence[unit.index]?.marker
    const marker = own?.role === 'hint' ? own : undefined
    if (at === 0 || !(marker ?? isInHint(unit, base))) {
      rest.push(unit)
      continue
    }
    const end = endOfHint(units, at, reading, base)
    hints.push(piece(units.slice(at, end), marker, base))
    at = end - 1
  }
  return { hints, rest }
}

/** `> [!hint]`, `:::tip` without a word that says so. */
function isInHint(unit: Unit, base: ReadonlySet<Wrapper>): boolean {
  return chainOf(unit).some(
    (wrapper) =>
      wrapper.node.type === 'container' &&
      !base.has(wrapper) &&
      hintContainers.has(wrapper.node.name),
  )
}

function endOfHint(
  units: readonly Unit[],
  at: number,
  { evidence }: Reading,
  base: ReadonlySet<Wrapper>,
): number {
  const hint = unitAt(units, at)
  const holder = chainOf(hint).find(
    (wrapper) => !base.has(wrapper) && wrapper.node.type !== 'list',
  )
  const free = units.findIndex(
    (unit, index) => index > at && isWord(evidence, unit),
  )
  const limit = free < 0 ? units.length : free
  let end = at + 1
  while (end < limit && isSameHolder(unitAt(units, end), hint, holder)) end++
  return end > at + 1 ? end : endOfBlock(units, at, limit, evidence)
}

/** A heading takes what is below it, a label on a line of its own takes one block. */
function endOfBlock(
  units: readonly Unit[],
  at: number,
  limit: number,
  evidence: Reading['evidence'],
): number {
  const hint = unitAt(units, at)
  let end = at + 1
  if (hint.node.type === 'heading')
    while (end < limit && units[end]?.node.type !== 'heading') end++
  else if (isLabelOnly(hint, evidence[hint.index]?.marker) && end < limit) {
    end++
    while (end < limit && sameBlock(unitAt(units, end - 1), units[end])) end++
  }
  return end
}

function isSameHolder(
  unit: Unit,
  hint: Unit,
  holder: Wrapper | undefined,
): boolean {
  return holder
    ? isInside(unit, holder)
    : unit.paragraph !== undefined && unit.paragraph === hint.paragraph
}

function isWord(
  evidence: Reading['evidence'],
  unit: Unit | undefined,
): boolean {
  return unit !== undefined && evidence[unit.index]?.marker?.form === 'word'
}

function sameBlock(unit: Unit, next: Unit | undefined): boolean {
  if (!next) return false
  const [own, other] = [chainOf(unit)[0], chainOf(next)[0]]
  return own !== undefined && own === other
}

function isLabelOnly(unit: Unit, marker: Marker | undefined): boolean {
  return marker !== undefined && marker.end >= unit.flat.text.length
}

/** `b. …?` between two quotes, where `a. …?` stands before the first: it asks, and the next quote answers. */
function takeSubQuestions(
  units: readonly Unit[],
  question: readonly Unit[],
  { evidence }: Reading,
  opening: Opening | undefined,
): { kept: readonly Unit[]; subQuestions: readonly Unit[] } {
  const first = question.find(
    ({ index }) => evidence[index]?.choice?.family === 'lower',
  )
  if (!first || !opening?.isQuote) return { kept: units, subQuestions: [] }
  let expected = (evidence[first.index]?.choice?.ordinal ?? 0) + 1
  const subQuestions: Unit[] = []
  const kept = units.filter((unit) => {
    const own = evidence[unit.index]
    const isNext =
      own?.asks === true &&
      own.choice?.family === 'lower' &&
      own.choice.ordinal === expected &&
      unit.wrapper === first.wrapper
    if (isNext) {
      expected++
      subQuestions.push(unit)
    }
    return !isNext
  })
  return { kept, subQuestions }
}

/** Everything from the opening on: one body a label. */
function readAnswers(
  units: readonly Unit[],
  reading: Reading,
  base: ReadonlySet<Wrapper>,
  opening: Opening,
): { hints: BodyPiece[]; answers: BodyPiece[] } {
  const bodies: { marker: Marker | undefined; units: Unit[] }[] = []
  units.forEach((unit, at) => {
    const marker =
      at === 0
        ? opening.marker
        : splittingMarker(unit, unitAt(units, 0), reading)
    if (at === 0 || marker) bodies.push({ marker, units: [unit] })
    else bodies.at(-1)?.units.push(unit)
  })
  const hints: BodyPiece[] = []
  const answers: BodyPiece[] = []
  for (const { marker, units: own } of bodies) {
    const target = marker?.role === 'hint' ? hints : answers
    target.push(piece(own, marker, base, opening))
  }
  return { hints, answers }
}

/** A label inside an answer begins a body of its own only on the level of the answer's own label. */
function splittingMarker(
  unit: Unit,
  opener: Unit,
  { evidence }: Reading,
): Marker | undefined {
  const marker = evidence[unit.index]?.marker
  if (marker?.form !== 'word' || marker.strength === 'weak') return undefined
  if (marker.role !== 'answer' && marker.role !== 'hint') return undefined
  return isSameLevel(unit.wrapper, opener.wrapper) ? marker : undefined
}

/** In the same holder, in a sibling of it, or in no list at all. */
function isSameLevel(
  own: Wrapper | undefined,
  opener: Wrapper | undefined,
): boolean {
  if (own === undefined || own === opener) return true
  if (own.parent === opener?.parent) return true
  if (own.depth === 0) return own.node.type !== 'list'
  return own.node.type === 'listItem' && own.parent?.parent === opener
}

function piece(
  units: readonly Unit[],
  marker: Marker | undefined,
  base: ReadonlySet<Wrapper>,
  opening?: Opening,
): BodyPiece {
  const first = unitAt(units, 0)
  const head = marker ? withoutHead(first, marker.end) : first
  return {
    label: marker?.label ?? '',
    units: [...(head ? [head] : []), ...units.slice(1)],
    strip: stripOf(units, marker, base, opening),
    line: first.line,
  }
}

function stripOf(
  units: readonly Unit[],
  marker: Marker | undefined,
  base: ReadonlySet<Wrapper>,
  opening: Opening | undefined,
): ReadonlySet<Wrapper> {
  const first = unitAt(units, 0)
  const own = chainOf(first).filter((wrapper) => !base.has(wrapper))
  const outer = own[0]
  const strip = new Set(base)
  if (marker) own.forEach((wrapper) => strip.add(wrapper))
  else if (
    outer &&
    (outer.node.type === 'blockquote' || outer.node.type === 'container')
  )
    strip.add(outer)
  if (opening?.isQuote || outer?.node.type === 'blockquote')
    for (const unit of units) {
      const other = chainOf(unit).find((wrapper) => !base.has(wrapper))
      if (other?.node.type === 'blockquote') strip.add(other)
    }
  return strip
}
