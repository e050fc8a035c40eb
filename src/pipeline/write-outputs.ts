import { rmSync } from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { removeLeftovers, temporaryName } from '../config/temporary-files.ts'
import { BuildError } from '../model/build-error.ts'
import type { OutputFile } from '../model/output.ts'

/**
 * Writes files below the output folder, each whole or not at all: a temporary name beside it, then a rename. What a build
 * left that was killed while it wrote there is removed.
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
  const paths = files.map(({ path }) => join(folder, path))
  await whenAll(stale.map((path) => remove(join(folder, path))))
  await whenAll([...new Set(paths.map(dirname))].map(makeReady))
  await whenAll(
    files.map(({ contents }, index) =>
      writeWhole(paths[index] ?? '', contents),
    ),
  )
}

/** Waits for the last one, also where one failed: nobody writes any more when the caller is told. */
async function whenAll(running: readonly Promise<void>[]): Promise<void> {
  const ended = await Promise.allSettled(running)
  for (const one of ended) if (one.status === 'rejected') throw one.reason
}

async function remove(path: string): Promise<void> {
  await telling(path, () => rm(path, { force: true }))
}

async function makeReady(folder: string): Promise<void> {
  await telling(folder, () => mkdir(folder, { recursive: true }))
  await removeLeftovers(folder)
}

async function writeWhole(path: string, contents: Uint8Array): Promise<void> {
  const temporary = temporaryName(path)
  unfinished.add(temporary)
  try {
    await telling(path, async () => {
      await writeFile(temporary, contents)
      await rename(temporary, path)
    })
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

async function telling(
  path: string,
  act: () => Promise<unknown>,
): Promise<void> {
  try {
    await act()
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new BuildError(
      'NOT_WRITABLE',
      `Cannot write ${path} (${code ?? String(error)}), ${cureFor(code)}`,
      { cause: error },
    )
  }
}

function cureFor(code: string | undefined): string {
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return 'make room on the disk or choose another folder with --out'
  return code === 'EISDIR' || code === 'ENOTDIR' || code === 'EEXIST'
    ? 'move away what is in its place or choose another folder with --out'
    : 'choose another folder with --out or allow writing to it'
}
