import * as z from 'zod'
import type { GalleryCard } from '../model/gallery-card.ts'
import { outputNames } from '../model/output.ts'

const count = z.number().int().nonnegative()

const card = z.object({
  title: z.string(),
  lang: z.enum(['ko', 'en']),
  round: z.number().optional(),
  date: z.string().optional(),
  topics: count,
  questions: count,
  pages: z.partialRecord(z.enum(outputNames), count),
  thumbnail: z.string().startsWith('data:image/png;base64,').optional(),
  withheld: z.boolean(),
})

const record = z.object({ card })

/** What a build leaves in the folder of a paper for the next one. */
export interface PaperRecord {
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
