import type { Heading, Paragraph } from 'mdast'
import type { Block, LabelledBody } from '../model/paper.ts'
import { rebuild } from './rebuild.ts'
import { paragraphOf, splitAt, trimInline } from './text.ts'
import type { Unit, Wrapper } from './unit.ts'

/** An answer or a hint, before its units are put together again. */
export interface BodyPiece {
  readonly label: string
  readonly units: readonly Unit[]
  /** Wrappers that only hold the answer: its quote, its list item. */
  readonly strip: ReadonlySet<Wrapper>
  readonly line: number
}

/**
 * Takes the label off a unit.
 *
 * @param unit a line, a heading or a title
 * @param end where its text begins, in its flattened text
 * @returns the rest as a paragraph, or nothing when there is no rest
 */
export function withoutHead(unit: Unit, end: number): Unit | undefined {
  const { node } = unit
  if (node.type !== 'paragraph' && node.type !== 'heading') return unit
  const raw = unit.flat.raw[Math.min(end, unit.flat.text.length)] ?? 0
  const rest = trimInline(splitAt(inlineOf(node), raw)[1])
  if (rest.length === 0) return undefined
  return {
    ...unit,
    node: paragraphOf(rest, node),
    isTitle: false,
    joint: 'start',
  }
}

function inlineOf(node: Paragraph | Heading): Paragraph['children'] {
  return node.children
}

/**
 * Puts an answer or a hint together.
 *
 * @param piece its units
 */
export function labelledBody({
  label,
  units,
  strip,
  line,
}: BodyPiece): LabelledBody {
  return { label, body: blocksOf(units, strip), line }
}

/**
 * Puts units together, without the separators at their ends.
 *
 * @param units in the order of the source
 * @param strip wrappers to leave out
 */
export function blocksOf(
  units: readonly Unit[],
  strip: ReadonlySet<Wrapper>,
): Block[] {
  let from = 0
  let to = units.length
  while (from < to && isSeparator(units[from])) from++
  while (to > from && isSeparator(units[to - 1])) to--
  return rebuild(units.slice(from, to), strip)
}

function isSeparator(unit: Unit | undefined): boolean {
  return unit?.node.type === 'thematicBreak' && unit.wrapper === undefined
}
