import { rmSync } from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { BuildError } from '../model/build-error.ts'
import type { OutputFile } from '../model/output.ts'

/**
 * Writes files below the output folder, each whole or not at all: a temporary name beside it, then a rename.
 *
 * @param folder output folder, made when missing
 * @param files what to write
 * @param stale paths below the folder that an earlier build may have left and that must not stay
 * @throws {BuildError} `NOT_WRITABLE`, naming the path and the cause
 */
export async function writeOutputs(
  folder: string,
  files: readonly OutputFile[],
  stale: readonly string[] = [],
): Promise<void> {
  try {
    await Promise.all(
      stale.map((path) => rm(join(folder, path), { force: true })),
    )
    await Promise.all(files.map((file) => writeWhole(folder, file)))
  } catch (error) {
    const { code, path } = error as NodeJS.ErrnoException
    throw new BuildError(
      'NOT_WRITABLE',
      `Cannot write ${path ?? folder} (${code ?? String(error)}), ${cureFor(code)}`,
      { cause: error },
    )
  }
}

function cureFor(code: string | undefined): string {
  return code === 'ENOSPC' || code === 'EDQUOT'
    ? 'make room on the disk or choose another folder with --out'
    : 'choose another folder with --out or allow writing to it'
}

async function writeWhole(folder: string, file: OutputFile): Promise<void> {
  const path = join(folder, file.path)
  await mkdir(dirname(path), { recursive: true })
  const temporary = `${path}.${String(process.pid)}.tmp`
  unfinished.add(temporary)
  try {
    await writeFile(temporary, file.contents)
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  } finally {
    unfinished.delete(temporary)
  }
}

/** Files that are being written: a process that is told to stop takes them with it. */
const unfinished = new Set<string>()

process.on('exit', () => {
  for (const path of unfinished) rmSync(path, { force: true })
})
