import { createHash } from 'node:crypto'
import { lstatSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { getuid } from 'node:process'
import { isPrivateFolder } from './private-folder.ts'

/** What is written beside the unpacked files, so that they can be recognised at the next start. */
interface Receipt {
  readonly files: readonly FileRecord[]
}

interface FileRecord {
  readonly path: string
  readonly size: number
  readonly mtimeMs: number
  readonly mode: number
  readonly sha256: string
}

const receiptName = 'unpacked.json'

/**
 * Writes down what was unpacked: the last file of a folder, so that half of a browser is never taken for a whole.
 *
 * @param folder of the files
 * @param paths of the files in it
 */
export function writeReceipt(folder: string, paths: readonly string[]): void {
  const files = paths.map((path) => recordOf(folder, path))
  writeFileSync(
    join(folder, receiptName),
    JSON.stringify({ files } satisfies Receipt, undefined, 2),
    { mode: 0o600, flag: 'wx' },
  )
}

function recordOf(folder: string, path: string): FileRecord {
  const { size, mtimeMs, mode } = lstatSync(join(folder, path))
  const sha256 = createHash('sha256')
    .update(readFileSync(join(folder, path)))
    .digest('hex')
  return { path, size, mtimeMs, mode, sha256 }
}

/**
 * Whether the unpacked files are ours and as we left them; hashing 190 MB at every start would cost too much.
 *
 * @param folder of the files
 */
export function isIntact(folder: string): boolean {
  if (!isPrivateFolder(folder)) return false
  if (!isPrivateFolder(join(folder, 'lib'))) return false
  if (!isPrivateFolder(join(folder, 'fonts'))) return false
  try {
    const receipt = JSON.parse(
      readFileSync(join(folder, receiptName), 'utf8'),
    ) as Receipt
    return (
      receipt.files.length > 0 &&
      receipt.files.every((record) => isUnchanged(folder, record))
    )
  } catch {
    // No receipt or a damaged one: unpack again.
    return false
  }
}

function isUnchanged(folder: string, record: FileRecord): boolean {
  const stats = lstatSync(join(folder, record.path))
  return (
    stats.isFile() &&
    stats.uid === getuid?.() &&
    stats.size === record.size &&
    stats.mtimeMs === record.mtimeMs &&
    stats.mode === record.mode
  )
}
