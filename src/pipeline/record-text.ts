import { hash } from 'node:crypto'
import type { GalleryCard } from '../model/gallery-card.ts'
import type { OutputName } from '../model/output.ts'

/** How a file on disk is known again. */
export interface FileMark {
  readonly sha256: string
  readonly bytes: number
  readonly mtimeMs: number
}

/** A message of a paper, as it is told again. */
export interface RecordedMessage {
  readonly reason: string
  readonly place?:
    Point | { readonly start: Point; readonly end: Point } | undefined
  readonly ruleId?: string
  readonly fatal?: boolean
  readonly note?: string
  readonly url?: string
}

interface Point {
  readonly line: number
  readonly column: number
}

/** What a build leaves in the folder of a paper for the next one. */
export interface PaperRecord {
  /** Hash of everything that the outputs depend on, but for the paper's images. */
  readonly key: string
  /** Hashes of the images beside the paper, by the URL that the author wrote. */
  readonly images: Readonly<Record<string, string>>
  /** Outputs that were asked for. */
  readonly wanted: readonly OutputName[]
  /** Outputs that were written, as the gate let them pass. */
  readonly files: Readonly<Partial<Record<OutputName, FileMark>>>
  readonly messages: readonly RecordedMessage[]
  /** What the gate saw. */
  readonly receipt?: string
  /** For the gallery. */
  readonly card: GalleryCard
}

/** To be raised when `PaperRecord` changes: records of another shape are none. */
const format = 1

/**
 * Writes a record as JSON of two lines, of which the first has the hash of the second: a damaged one is told without
 * looking at its shape. In ASCII, which is read fastest.
 *
 * @param record of a paper
 */
export function recordText(record: PaperRecord): string {
  const body = JSON.stringify(record).replaceAll(
    /[^\0-~]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  return `${headOf(body)}${body}${tail}`
}

/**
 * Reads a record.
 *
 * @param bytes of the file
 * @returns `undefined` for a damaged one, and for one that somebody else wrote
 */
export function parseRecord(bytes: Buffer): PaperRecord | undefined {
  const start = bytes.indexOf('\n') + 1
  const body = bytes.subarray(start, -tail.length)
  return bytes.toString('latin1', 0, start) === headOf(body)
    ? (JSON.parse(body.toString('latin1')) as PaperRecord)
    : undefined
}

const tail = ']\n'

function headOf(body: Buffer | string): string {
  return `["studydeck ${format}","${hash('sha256', body)}",\n`
}
