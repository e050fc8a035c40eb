import { readFileSync, statSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { VFileMessage } from 'vfile-message'
import type { PaperResult } from './build-paper.ts'
import { mergeCards } from './gallery-card.ts'
import {
  parseRecord,
  recordText,
  type FileMark,
  type PaperRecord,
  type RecordedMessage,
} from './record-text.ts'
import { sha256 } from './sha256.ts'
import { writeOutputs } from './write-outputs.ts'
import { BuildError } from '../model/build-error.ts'
import type { OutputFile, OutputName } from '../model/output.ts'

/** Name of the file in a paper's output folder in which a build tells the next one, and the gallery, what it made. */
const recordName = '.studydeck.json'

/**
 * Reads what the last build of a paper left.
 *
 * @param folder of the paper's outputs
 * @returns `undefined` where there is nothing, or nothing that this version wrote
 */
export function readRecord(folder: string): PaperRecord | undefined {
  const path = join(folder, recordName)
  try {
    const { ino, size, mtimeMs } = statSync(path)
    const stamp = `${ino} ${size} ${mtimeMs}`
    const seen = lastSeen.get(path)
    if (seen?.stamp === stamp) return seen.record
    const record = parseRecord(readFileSync(path))
    lastSeen.set(path, { stamp, record })
    return record
  } catch {
    // Missing, or out of our reach: what cannot be known is made again.
    return undefined
  }
}

/** Records as they were read: the gallery asks for those that the papers were looked up by. */
const lastSeen = new Map<
  string,
  { readonly stamp: string; readonly record: PaperRecord | undefined }
>()

/** What a paper was built for. */
export interface PaperOrigin {
  /** From `buildKey`. */
  readonly key: string
  readonly wanted: ReadonlySet<OutputName>
}

/**
 * Writes a paper's outputs, takes back what must not stay, and leaves a record of it last: a build that is stopped
 * before leaves none that its files would match.
 *
 * @param out output folder
 * @param result of building the paper
 * @param origin what it was built for; missing for a paper that cannot be read
 * @throws {BuildError} `NOT_WRITABLE`
 */
export async function writePaper(
  out: string,
  result: PaperResult,
  origin: PaperOrigin | undefined,
): Promise<void> {
  const { folder, files, stale, card, kept } = result
  await writeOutputs(out, files, stale)
  if (kept) return
  const earlier = readRecord(join(out, folder))
  let record: PaperRecord | undefined
  if (card && origin)
    record = merged(earlier, {
      key: origin.key,
      images: result.images,
      wanted: [...origin.wanted],
      files: await marksOf(out, folder, files),
      messages: result.file.messages.map(recorded),
      ...(result.receipt === undefined ? {} : { receipt: result.receipt }),
      card,
    })
  else if (earlier && stale.length > 0) record = refused(earlier)
  if (record)
    await writeOutputs(out, [
      {
        path: `${folder}/${recordName}`,
        contents: Buffer.from(recordText(record)),
      },
    ])
}

/** Of a paper that cannot be read any more: the gallery says that nothing is handed out, and no build takes it for built. */
function refused({ card, ...earlier }: PaperRecord): PaperRecord {
  return { ...earlier, key: '', files: {}, card: { ...card, withheld: true } }
}

/** What an earlier build of the very same paper made beside stays true; of another one only what the gallery shows. */
function merged(
  earlier: PaperRecord | undefined,
  record: PaperRecord,
): PaperRecord {
  const card = mergeCards(earlier?.card, record.card)
  if (earlier?.key !== record.key || !haveSameImages(earlier, record))
    return { ...record, card }
  const { receipt = earlier.receipt } = record
  return {
    ...record,
    wanted: [...new Set([...earlier.wanted, ...record.wanted])],
    files: { ...earlier.files, ...record.files },
    messages: distinct([...earlier.messages, ...record.messages]),
    ...(receipt === undefined ? {} : { receipt }),
    card: { ...card, withheld: card.withheld || earlier.card.withheld },
  }
}

function haveSameImages(a: PaperRecord, b: PaperRecord): boolean {
  return JSON.stringify(a.images) === JSON.stringify(b.images)
}

function distinct(messages: readonly RecordedMessage[]): RecordedMessage[] {
  return [
    ...new Map(
      messages.map((message) => [JSON.stringify(message), message]),
    ).values(),
  ]
}

async function marksOf(
  out: string,
  folder: string,
  files: readonly OutputFile[],
): Promise<Record<string, FileMark>> {
  const marks = files.map(async ({ path, contents }) => {
    const { mtimeMs } = await stat(join(out, path)).catch((cause: unknown) => {
      throw new BuildError(
        'NOT_WRITABLE',
        `Cannot find ${path} right after it was written, leave the output folder alone and build again`,
        { cause },
      )
    })
    const mark = { sha256: sha256(contents), bytes: contents.length, mtimeMs }
    return [path.slice(folder.length + 1), mark] as const
  })
  return Object.fromEntries(await Promise.all(marks))
}

function recorded(message: VFileMessage): RecordedMessage {
  const { reason, place, ruleId, fatal, note, url } = message
  return {
    reason,
    ...(place ? { place: bare(place) } : {}),
    ...(ruleId === undefined ? {} : { ruleId }),
    ...(typeof fatal === 'boolean' ? { fatal } : {}),
    ...(note === undefined ? {} : { note }),
    ...(url === undefined ? {} : { url }),
  }
}

/** Without offsets, which nobody prints. */
function bare(
  place: NonNullable<VFileMessage['place']>,
): RecordedMessage['place'] {
  if (!('start' in place)) return { line: place.line, column: place.column }
  const { start, end } = place
  return {
    start: { line: start.line, column: start.column },
    end: { line: end.line, column: end.column },
  }
}
