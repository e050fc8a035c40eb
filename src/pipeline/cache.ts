import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { VFile } from 'vfile'
import type { PaperResult } from './build-paper.ts'
import { buildKey, type KeyOptions } from './build-key.ts'
import { hashImages } from './image-hashes.ts'
import { readRecord } from './paper-record.ts'
import type { FileMark, PaperRecord, RecordedMessage } from './record-text.ts'
import { hashOfFile } from './sha256.ts'
import { stalePaths } from './stale-paths.ts'
import { isShared, type OutputName } from '../model/output.ts'
import { decodePaper } from '../parse/decode.ts'

/** What a build is about to make. */
export interface CacheOptions extends KeyOptions {
  readonly papers: readonly string[]
  /** Where each of them goes, below the output folder. */
  readonly folders: ReadonlyMap<string, string>
  /** Output folder. */
  readonly out: string
  readonly wanted: ReadonlySet<OutputName>
  /** Bytes of papers that are not read from disk, by path. */
  readonly contents: ReadonlyMap<string, Uint8Array>
  /** Makes everything again. @default false */
  readonly force?: boolean
}

/** What is known of papers before anything is built. */
export interface CacheState {
  /** Results of papers whose outputs on disk are what would be made. */
  readonly unchanged: ReadonlyMap<string, PaperResult>
  /** Bytes that the keys were made of: only of these may the others be built. */
  readonly contents: ReadonlyMap<string, Uint8Array>
  /** Key by path; missing for papers that cannot be read. */
  readonly keys: ReadonlyMap<string, string>
}

/**
 * Finds the papers that need not be built, since their outputs on disk are what would be made.
 *
 * Reads one file after the other: handing each to another thread takes longer than reading it.
 *
 * Nothing is taken on trust: participants' files are hashed and must be what the gate let pass; the host's must be the
 * files that were written. Records that are damaged, or of something else, count as none.
 *
 * @param options what would be built
 */
export async function findUnchanged(
  options: CacheOptions,
): Promise<CacheState> {
  const keyOf = buildKey(options)
  const unchanged = new Map<string, PaperResult>()
  const contents = new Map(options.contents)
  const keys = new Map<string, string>()
  for (const path of options.papers) {
    const bytes = contents.get(path) ?? bytesOf(path)
    if (!bytes) continue
    const key = keyOf(path, bytes)
    contents.set(path, bytes)
    keys.set(path, key)
    if (options.force) continue
    const folder = options.folders.get(path) ?? path
    const record = readRecord(join(options.out, folder))
    if (record?.key === key && (await isCurrent(path, folder, record, options)))
      unchanged.set(path, resultOf(path, folder, bytes, record))
  }
  return { unchanged, contents, keys }
}

/** What cannot be read, or is gone: whoever builds it tells. */
function bytesOf(path: string): Buffer | undefined {
  try {
    return readFileSync(path)
  } catch {
    return undefined
  }
}

async function isCurrent(
  path: string,
  folder: string,
  record: PaperRecord,
  { out, wanted }: CacheOptions,
): Promise<boolean> {
  if ([...wanted].some((name) => !record.wanted.includes(name))) return false
  // A server that did not answer may do so now.
  if (record.messages.some(({ ruleId }) => ruleId === 'image-unreachable'))
    return false
  const images = await hashImages(path, Object.keys(record.images))
  if (Object.entries(images).some(([url, hash]) => hash !== record.images[url]))
    return false
  return Object.entries(record.files)
    .filter(([name]) => wanted.has(name as OutputName))
    .every(([name, mark]) => {
      const file = join(out, folder, name)
      return (!isShared(name) && hasMark(file, mark)) || hasHash(file, mark)
    })
}

/** Time and size tell that nobody wrote a file since; where they do not, and for participants' files, its hash does. */
function hasMark(path: string, { bytes, mtimeMs }: FileMark): boolean {
  const stats = statSync(path, { throwIfNoEntry: false })
  return stats?.size === bytes && stats.mtimeMs === mtimeMs
}

function hasHash(path: string, mark: FileMark): boolean {
  return hashOfFile(path, mark.bytes) === mark.sha256
}

function resultOf(
  path: string,
  folder: string,
  bytes: Uint8Array,
  record: PaperRecord,
): PaperResult {
  const { messages, files, images, receipt, card } = record
  return {
    path,
    folder,
    file: fileWith(path, bytes, messages),
    card,
    images,
    files: [],
    kept: Object.entries(files).map(([name, mark]) => ({
      path: `${folder}/${name}`,
      bytes: mark.bytes,
    })),
    stale: card.withheld ? stalePaths(folder) : [],
    ...(receipt === undefined ? {} : { receipt }),
  }
}

/** A file that says again what was said when it was built. */
function fileWith(
  path: string,
  bytes: Uint8Array,
  messages: readonly RecordedMessage[],
): VFile {
  const file = new VFile({ path })
  if (messages.length === 0) return file
  file.value = decodePaper(bytes, new VFile({ path }))
  for (const { reason, place, ruleId, ...rest } of messages)
    Object.assign(
      file.message(reason, {
        source: 'studydeck',
        ...(place === undefined ? {} : { place }),
        ...(ruleId === undefined ? {} : { ruleId }),
      }),
      { fatal: undefined },
      rest,
    )
  return file
}
