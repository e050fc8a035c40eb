import { choiceAt, type ChoiceMark } from './choice-mark.ts'
import { markerAt, type Marker } from './marker.ts'
import { asks, startAt, type Start } from './question-start.ts'
import type { FlatText } from './text.ts'
import type { Unit } from './unit.ts'

/** What the text of a unit says about its role, before anything around it is looked at. */
export interface Evidence {
  readonly marker: Marker | undefined
  readonly start: Start | undefined
  readonly choice: ChoiceMark | undefined
  /** Whether it asks something. */
  readonly asks: boolean
}

const nothing: Evidence = {
  marker: undefined,
  start: undefined,
  choice: undefined,
  asks: false,
}

/**
 * Weighs one unit.
 *
 * A label wins over a number before it (`1. 정답: 3`, `Q1 정답: ③`), a question's name over a label (`문제 1`).
 *
 * @param unit any unit
 */
export function weigh(unit: Unit): Evidence {
  const isTitle = unit.isTitle || unit.node.type === 'heading'
  if (unit.node.type !== 'paragraph' && unit.node.type !== 'heading')
    return nothing
  const place = isTitle ? 'title' : 'line'
  const start = startAt(unit.flat, isTitle)
  const marker =
    (start ? markerAfter(unit, start.end, place) : undefined) ??
    (start?.form === 'label'
      ? undefined
      : markerAt(unit.flat, unit.boldEnd, place))
  return {
    marker,
    start: marker && marker.form !== 'letter' ? undefined : start,
    choice: isTitle ? undefined : choiceAt(unit.flat),
    asks: asks(unit.flat.text, isTitle),
  }
}

/** `문제 1 정답:`; a letter or an arrow after a number is text. */
function markerAfter(
  unit: Unit,
  from: number,
  place: 'line' | 'title',
): Marker | undefined {
  const rest: FlatText = {
    text: unit.flat.text.slice(from),
    raw: unit.flat.raw.slice(from),
  }
  const marker = markerAt(rest, Math.max(0, unit.boldEnd - from), place)
  if (marker?.form !== 'word' || isQuestionSide(marker)) return undefined
  return {
    ...marker,
    label: marker.label,
    end: marker.end + from,
  }
}

function isQuestionSide({ role }: Marker): boolean {
  return role !== 'answer' && role !== 'hint'
}
