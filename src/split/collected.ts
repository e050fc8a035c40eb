import type { BodyPiece } from './body.ts'
import { withoutHead } from './body.ts'
import { hasPairs, inlineEntries } from './inline-entries.ts'
import { letterNumber, markerAt, type Marker } from './marker.ts'
import { startAt } from './question-start.ts'
import type { Reading } from './reading.ts'
import { chainOf, type Unit, type Wrapper } from './unit.ts'

/** What one entry of collected answers says, and of which question. */
export interface Entry {
  readonly ordinal: number
  readonly units: readonly Unit[]
  readonly label: string
  readonly line: number
  readonly unit: Unit
  /** Headings above the entry, to tell parts with the same numbers apart. */
  readonly part: string
}

type Form =
  'heading' | 'label' | 'letter' | 'bold-number' | 'item' | 'cell' | 'inline'

const forms: readonly Form[] = [
  'heading',
  'label',
  'letter',
  'bold-number',
  'item',
  'cell',
  'inline',
]

/**
 * Reads a section of collected answers: one entry a number.
 *
 * @param units of the section, its label included
 * @param reading for the evidence
 */
export function entriesOf(units: readonly Unit[], reading: Reading): Entry[] {
  const own = reading.evidence[units[0]?.index ?? -1]?.marker
  // `A1. …` begins them without any label.
  const isLettered = letterNumber(own) !== undefined
  const form = isLettered ? 'letter' : formOf(units)
  if (!form) return []
  if (form === 'inline') return units.flatMap(inlineEntries)
  const style = headingStyle(units)
  const open: OpenEntries = {
    entries: [],
    part: '',
    label: isLettered ? '' : (own?.label ?? ''),
  }
  units.forEach((unit, at) => {
    const own = reading.evidence[unit.index]?.marker
    const marker = own?.form === 'word' ? own : undefined
    const isOther = form === 'heading' && styleOf(unit) !== style
    const isLabel = at === 0 && !isLettered
    const number =
      isLabel || isOther ? undefined : numberIn(unit, form, units[at - 1])
    if (number) addEntry(open, unit, form, number, marker)
    else if (isPart(unit, form)) beginPart(open, unit, marker)
    else open.entries.at(-1)?.units.push(unit)
  })
  return open.entries.filter(({ ordinal }) => ordinal > 0)
}

/** The first form in which any unit behind the label has a number. */
function formOf(units: readonly Unit[]): Form | undefined {
  return forms.find((each) =>
    units.some(
      (unit, at) =>
        (at > 0 || each === 'inline') &&
        numberIn(unit, each, units[at - 1]) !== undefined,
    ),
  )
}

interface OpenEntries {
  readonly entries: (Entry & { readonly units: Unit[] })[]
  /** Heading of the part that entries stand in now. */
  part: string
  label: string
}

function addEntry(
  open: OpenEntries,
  unit: Unit,
  form: Form,
  number: EntryNumber,
  marker: Marker | undefined,
): void {
  const end = Math.max(number.end, marker?.end ?? 0)
  const rest = form === 'cell' ? undefined : withoutHead(unit, end)
  open.entries.push({
    ordinal: number.ordinal,
    units: rest ? [rest] : [],
    label: plainLabel(marker?.label ?? '', open.label),
    line: unit.line,
    unit,
    part: number.part === '' ? open.part : number.part,
  })
}

/** Whatever follows a part's heading belongs to no entry until the next number. */
function beginPart(
  open: OpenEntries,
  unit: Unit,
  marker: Marker | undefined,
): void {
  if (marker?.role === 'answer') open.label = marker.label
  else open.part = unit.flat.text
  const { label, part } = open
  open.entries.push({
    ordinal: 0,
    units: [],
    label,
    line: unit.line,
    unit,
    part,
  })
}

/** How the first numbered heading is numbered: `### 16. 다음 강의` among `### 문제 1` is no answer. */
function headingStyle(units: readonly Unit[]): string | undefined {
  return units
    .slice(1)
    .map(styleOf)
    .find((style) => style !== undefined)
}

function styleOf(unit: Unit): string | undefined {
  if (unit.node.type !== 'heading') return undefined
  const start = startAt(unit.flat, true)
  return start && start.ordinal > 0 ? start.form : undefined
}

/** `문제 1 정답` as a label would repeat the number. */
function plainLabel(label: string, otherwise: string): string {
  const plain = label.replace(/^.*\d\s*(?:번|[.):])?\s*/u, '')
  return plain === '' ? otherwise : plain
}

/** A heading without a number: a part, or a label. */
function isPart(unit: Unit, form: Form): boolean {
  if (unit.node.type !== 'heading') return false
  return form !== 'heading' || (startAt(unit.flat, true)?.ordinal ?? 0) === 0
}

interface EntryNumber {
  readonly ordinal: number
  readonly end: number
  readonly part: string
}

function numberIn(
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

/** A question that collected answers may belong to. */
export interface Slot<Question> {
  readonly question: Question
  /** Title of its topic. */
  readonly title: string
  readonly ordinal: number
}

/**
 * Gives every entry to its question: by the part's title and the number, else by the number in the order of the paper.
 *
 * @param entries of one section
 * @param slots questions that wait for an answer
 * @returns what each question gets, and entries that no question wants
 */
export function matchEntries<Question>(
  entries: readonly Entry[],
  slots: readonly Slot<Question>[],
): { found: Map<Question, BodyPiece[]>; unmatched: Entry[] } {
  const found = new Map<Question, BodyPiece[]>()
  const unmatched: Entry[] = []
  const byOrdinal = positions(slots)
  let used = new Set<number>()
  let last = -1
  let label: string | undefined
  for (const entry of entries) {
    if (label !== undefined && entry.label !== label) {
      used = new Set()
      last = -1
    }
    label = entry.label
    const free = (byOrdinal.get(entry.ordinal) ?? []).filter(
      (at) => !used.has(at),
    )
    const titled = free.filter((at) => isPartOf(entry.part, slots[at]?.title))
    const candidates = titled.length > 0 ? titled : free
    const at = candidates.find((index) => index > last) ?? candidates[0]
    const slot = at === undefined ? undefined : slots[at]
    if (at === undefined || !slot) {
      unmatched.push(entry)
      continue
    }
    used.add(at)
    last = at
    found.set(slot.question, [
      ...(found.get(slot.question) ?? []),
      pieceOf(entry),
    ])
  }
  return { found, unmatched }
}

function positions(slots: readonly Slot<unknown>[]): Map<number, number[]> {
  const byOrdinal = new Map<number, number[]>()
  slots.forEach(({ ordinal }, at) => {
    const known = byOrdinal.get(ordinal)
    if (known) known.push(at)
    else byOrdinal.set(ordinal, [at])
  })
  return byOrdinal
}

function isPartOf(part: string, topic: string | undefined): boolean {
  const [own, title] = [part, topic ?? ''].map((text) =>
    text.replace(/[^\p{L}\p{N}]+/gu, ''),
  )
  if (!own || !title) return false
  return title.includes(own) || own.includes(title)
}

function pieceOf(entry: Entry): BodyPiece {
  const strip = new Set<Wrapper>()
  for (const wrapper of chainOf(entry.unit)) strip.add(wrapper)
  return { label: entry.label, units: entry.units, strip, line: entry.line }
}
