import { choiceAt, type ChoiceMark } from './choice-mark.ts'
import type { Marker } from './marker.ts'
import { markerAt } from './marker-at.ts'
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
  const isHeading = unit.node.type === 'heading'
  if (unit.node.type !== 'paragraph' && !isHeading) return nothing
  const isTitle = unit.isTitle || isHeading
  const place = isTitle ? 'title' : 'line'
  const start = startOf(unit, isTitle)
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

function startOf(unit: Unit, isTitle: boolean): Start | undefined {
  return startAt(unit.flat, isTitle) ?? boldLabel(unit)
}

/** `- **질문** 캐시란?`: in a list, a bold word needs no colon before what asks. */
function boldLabel({ flat, boldEnd, wrapper }: Unit): Start | undefined {
  if (boldEnd === 0) return undefined
  const [label, rest] = [flat.text.slice(0, boldEnd), flat.text.slice(boldEnd)]
  return wrapper?.node.type === 'listItem' &&
    /^\s*(?:Q|질 ?문)\s*$/u.test(label) &&
    rest.startsWith(' ') &&
    asks(rest)
    ? { form: 'label', number: '', ordinal: 0, end: boldEnd + 1 }
    : undefined
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
