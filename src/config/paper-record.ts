import * as z from 'zod'
import type { GalleryCard } from '../model/gallery-card.ts'
import { outputNames, type OutputName } from '../model/output.ts'

const count = z.number().int().nonnegative()
const name = z.enum(outputNames)
const point = z.object({ line: count, column: count })

const card = z.object({
  title: z.string(),
  lang: z.enum(['ko', 'en']),
  round: z.number().optional(),
  date: z.string().optional(),
  topics: count,
  questions: count,
  pages: z.partialRecord(name, count),
  thumbnail: z.string().startsWith('data:image/png;base64,').optional(),
  withheld: z.boolean(),
})

const mark = z.object({
  sha256: z.string(),
  bytes: count,
  mtimeMs: z.number(),
})

const message = z.object({
  reason: z.string(),
  place: z.union([z.object({ start: point, end: point }), point]).optional(),
  ruleId: z.string().optional(),
  fatal: z.boolean().optional(),
  note: z.string().optional(),
  url: z.string().optional(),
})

const record = z.object({
  key: z.string(),
  images: z.record(z.string(), z.string()),
  wanted: z.array(name),
  files: z.partialRecord(name, mark),
  messages: z.array(message),
  receipt: z.string().optional(),
  card,
})

/** How a file on disk is known again. */
export type FileMark = z.output<typeof mark>

/** A message of a paper, as it is told again. */
export type RecordedMessage = z.output<typeof message>

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

/**
 * Reads the text of a record.
 *
 * @param text of the file
 * @returns `undefined` for a damaged one, and for one that another version or somebody else wrote
 */
export function parseRecord(text: string): PaperRecord | undefined {
  try {
    return record.safeParse(JSON.parse(text)).data as PaperRecord | undefined
  } catch {
    // Not even JSON.
    return undefined
  }
}
