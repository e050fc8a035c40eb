import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PaperResult } from './build-paper.ts'
import { mergeCards } from './gallery-card.ts'
import { writeOutputs } from './write-outputs.ts'
import { parseRecord, type PaperRecord } from '../config/paper-record.ts'

/** Name of the file in a paper's output folder in which a build tells the next one, and the gallery, what it made. */
const recordName = '.studydeck.json'

/**
 * Reads what the last build of a paper left.
 *
 * @param folder of the paper's outputs
 * @returns `undefined` where there is nothing, or nothing that this version wrote
 */
export async function readRecord(
  folder: string,
): Promise<PaperRecord | undefined> {
  const text = await readFile(join(folder, recordName), 'utf8').catch(
    () => undefined,
  )
  return text === undefined ? undefined : parseRecord(text)
}

/**
 * Writes a paper's outputs, takes back what must not stay, and leaves a record of it.
 *
 * @param out output folder
 * @param result of building the paper
 * @throws {BuildError} `NOT_WRITABLE`
 */
export async function writePaper(
  out: string,
  { folder, files, stale, card }: PaperResult,
): Promise<void> {
  const earlier = await readRecord(join(out, folder))
  await writeOutputs(out, files, stale)
  if (card === undefined) return
  const record: PaperRecord = { card: mergeCards(earlier?.card, card) }
  await writeOutputs(out, [
    {
      path: `${folder}/${recordName}`,
      contents: Buffer.from(`${JSON.stringify(record)}\n`),
    },
  ])
}
