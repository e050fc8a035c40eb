import type { BodyPiece } from './body.ts'
import type { Entry } from './collected.ts'
import { chainOf } from './unit.ts'

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
  const strip = new Set(chainOf(entry.unit))
  return { label: entry.label, units: entry.units, strip, line: entry.line }
}
