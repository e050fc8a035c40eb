import type { ReadQuestion } from './assemble.ts'
import type { Holder, Trace } from './convention.ts'
import type { Reading } from './reading.ts'
import type { RegionParts } from './region.ts'
import { plainText } from './text.ts'
import { chainOf, isInside, type Unit, type Wrapper } from './unit.ts'

/**
 * How a question is written, as far as conventions differ.
 *
 * @param read question
 * @param reading units and their evidence
 * @param isMixed whether other answers of the paper have labels
 */
export function traceOf(
  read: ReadQuestion,
  reading: Reading,
  isMixed: boolean,
): Trace {
  const { parts } = read
  const opening = parts.opening
  const first = opening && reading.units[opening.at]
  const holder = holderOf(first, parts.base)
  return {
    shape: parts.region.shape,
    frame: holderOf(parts.head, new Set()),
    by: foundBy(read),
    holder,
    label: opening?.marker?.label ?? '',
    isLabelOnly: isLabelOnly(read, first),
    goesOn: first !== undefined && goesOn(read, reading, first),
    isNested:
      first !== undefined &&
      [...parts.base].some((wrapper) => isInside(first, wrapper)),
    sharesBlock: first !== undefined && sharesBlock(parts, reading, first),
    hintsInside:
      opening !== undefined &&
      parts.hints.some(({ line }) => line > (first?.line ?? 0)),
    beginsWith: beginsWith(first, parts.base),
    hasFields: hasFields(parts, reading),
    isMixed,
    hasChoices: parts.split.choices.length > 0,
  }
}

function foundBy({ parts, question, isCollected }: ReadQuestion): Trace['by'] {
  if (question.answers.length === 0) return 'none'
  if (isCollected) return 'collected'
  if (
    plainText(question.answers.flatMap(({ body }) => body)) === '' &&
    question.answers.every(({ body }) => body.length === 0)
  )
    return 'empty'
  return parts.opening?.by ?? 'none'
}

function holderOf(unit: Unit | undefined, base: ReadonlySet<Wrapper>): Holder {
  if (!unit) return 'line'
  const chain = chainOf(unit).filter((wrapper) => !base.has(wrapper))
  const outer = chain.find(
    ({ node }) => node.type !== 'list' && node.type !== 'listItem',
  )
  if (outer?.node.type === 'container') return outer.node.syntax
  if (outer?.node.type === 'blockquote') return 'quote'
  if (unit.node.type === 'heading') return 'heading'
  return chain.length > 0 ? 'item' : 'line'
}

function isLabelOnly(
  { parts }: ReadQuestion,
  first: Unit | undefined,
): boolean {
  const marker = parts.opening?.marker
  return (
    marker !== undefined &&
    first !== undefined &&
    marker.end >= first.flat.text.length
  )
}

/** Whether units of the region stand after the holder of the answer. */
function goesOn(
  { parts, region }: ReadQuestion,
  { units }: Reading,
  first: Unit,
): boolean {
  const outer = chainOf(first).find((wrapper) => !parts.base.has(wrapper))
  if (!outer) return false
  return units
    .slice(first.index, region.to)
    .some(
      (unit) =>
        !isInside(unit, outer) &&
        unit.node.type !== 'thematicBreak' &&
        !chainOf(unit).some(({ node }) => node.type === 'blockquote'),
    )
}

function sharesBlock(
  { split, question, base }: RegionParts,
  reading: Reading,
  first: Unit,
): boolean {
  const last = split.choices.at(-1)?.units.at(-1) ?? question.at(-1)
  if (!last) return false
  if (first.paragraph !== undefined && first.paragraph === last.paragraph)
    return true
  const list = chainOf(first).find(
    (wrapper) => wrapper.node.type === 'list' && !base.has(wrapper),
  )
  return list !== undefined && isInside(last, list)
}

function beginsWith(
  first: Unit | undefined,
  base: ReadonlySet<Wrapper>,
): Trace['beginsWith'] {
  if (!first) return 'other'
  if (
    chainOf(first).some(
      ({ node, ...rest }) =>
        node.type === 'list' &&
        ![...base].some((wrapper) => wrapper.node === node) &&
        rest.depth >= 0,
    )
  )
    return 'list'
  if (first.node.type === 'code') return first.node.lang ? 'other' : 'code'
  return first.node.type === 'paragraph' ? 'text' : 'other'
}

function hasFields({ question }: RegionParts, { evidence }: Reading): boolean {
  return question.slice(1).some(({ index }) => {
    const own = evidence[index]
    return own?.marker?.role === 'passage' && own.marker.label === '유형'
  })
}
