import type { Opening } from './answer-start.ts'
import { withoutHead, type BodyPiece } from './body.ts'
import type { Marker } from './marker.ts'
import { unitAt } from './reading.ts'
import { chainOf, type Unit, type Wrapper } from './unit.ts'

/**
 * Makes a piece of an answer or a hint of its units: without the label that it begins with, and without what only holds it.
 *
 * @param base wrappers of the question
 * @param opening of the answer
 */
export function labelledPiece(
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
