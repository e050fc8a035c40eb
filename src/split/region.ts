import type { Shape } from './shape.ts'
import { unitAt, type Reading } from './reading.ts'
import { splitChoices, type ChoiceSplit } from './choices.ts'
import type { BodyPiece } from './body.ts'
import { findAnswer, type AnswerMode, type Opening } from './answer-start.ts'
import { takeHints } from './hints.ts'
import { labelledPiece } from './labelled-piece.ts'
import type { Marker } from './marker.ts'
import { optionsBehind } from './options-behind.ts'
import { chainOf, type Unit, type Wrapper } from './unit.ts'

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
    target.push(labelledPiece(own, marker, base, opening))
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
