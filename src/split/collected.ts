import { withoutHead } from './body.ts'
import { numberIn, type EntryNumber, type Form } from './entry-number.ts'
import { inlineEntries } from './inline-entries.ts'
import { letterNumber } from './letter-marker.ts'
import type { Marker } from './marker.ts'
import { startAt } from './question-start.ts'
import type { Reading } from './reading.ts'
import type { Unit } from './unit.ts'

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
