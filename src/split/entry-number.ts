import { hasPairs } from './inline-entries.ts'
import { letterNumber } from './letter-marker.ts'
import { markerAt } from './marker-at.ts'
import { startAt } from './question-start.ts'
import { chainOf, type Unit } from './unit.ts'

/** How collected answers are numbered. */
export type Form =
  'heading' | 'label' | 'letter' | 'bold-number' | 'item' | 'cell' | 'inline'

/** The number that an entry of collected answers begins with. */
export interface EntryNumber {
  readonly ordinal: number
  /** Where the text after it begins, in the flattened text. */
  readonly end: number
  /** Word before it that tells parts apart, such as `객관식`; else empty. */
  readonly part: string
}

/**
 * Finds the number that a unit begins with, written in one form.
 *
 * @param before the unit before
 */
export function numberIn(
  unit: Unit,
  form: Form,
  before: Unit | undefined,
): EntryNumber | undefined {
  if (form === 'item') return itemNumber(unit, before)
  if (form === 'cell') return cellNumber(unit)
  if (form === 'letter') return numberedLetter(unit)
  if ((form === 'heading') !== (unit.node.type === 'heading') || unit.cell)
    return undefined
  return form === 'inline' ? pairNumber(unit) : startNumber(unit, form)
}

function cellNumber({ cell, flat }: Unit): EntryNumber | undefined {
  if (cell !== 'number') return undefined
  const ordinal = Number(/\d+/.exec(flat.text)?.[0] ?? 0)
  return { ordinal, end: 0, part: '' }
}

function numberedLetter({ flat }: Unit): EntryNumber | undefined {
  const marker = markerAt(flat, 0, 'line')
  const ordinal = letterNumber(marker)
  return marker && ordinal !== undefined
    ? { ordinal, end: marker.end, part: '' }
    : undefined
}

function pairNumber(unit: Unit): EntryNumber | undefined {
  return hasPairs([unit]) ? { ordinal: 1, end: 0, part: '' } : undefined
}

function startNumber(unit: Unit, form: Form): EntryNumber | undefined {
  const start = startAt(unit.flat, form === 'heading')
  if (!start || start.ordinal === 0)
    return form === 'label' ? numberInLabel(unit) : undefined
  const wanted = form === 'bold-number' ? 'number' : 'label'
  if (form !== 'heading' && start.form !== wanted) return undefined
  const part = /^(\p{L}{2,})/u.exec(start.number)?.[1] ?? ''
  return {
    ordinal: start.ordinal,
    end: start.end,
    part: /문제|문항|질문/u.test(part) ? '' : part,
  }
}

const numberedLabel =
  /^\s*(?:(\p{L}{2,6}) {0,2})?(\d{1,3}) {0,2}번? {0,2}(?:문제 {0,2})?(?:정 ?답|답|답안|해설|풀이|모범 ?답안) {0,2}: ?/u

/** `- 객관식 1 정답: 2.`, `1번 정답: ④`. */
function numberInLabel({ flat }: Unit): EntryNumber | undefined {
  const match = numberedLabel.exec(flat.text.slice(0, 60))
  return match
    ? { ordinal: Number(match[2]), end: match[0].length, part: match[1] ?? '' }
    : undefined
}

/** First line of an item of an ordered list that is not inside another item. */
function itemNumber(
  unit: Unit,
  before: Unit | undefined,
): EntryNumber | undefined {
  const chain = chainOf(unit)
  const item = chain.find(({ node }) => node.type === 'listItem')
  const list = item?.parent?.node
  if (!item || list?.type !== 'list' || !list.ordered) return undefined
  if (before && chainOf(before).includes(item)) return undefined
  return { ordinal: (list.start ?? 1) + item.position, end: 0, part: '' }
}
