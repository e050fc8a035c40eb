import { lstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { getuid } from 'node:process'

/** This machine, as a file name has it: containers that share a folder have process ids of their own. */
const machine = hostname().replaceAll(/[^\w-]/g, '')
const filePattern = /\.(\d+)-\d+@([\w-]*)\.tmp$/
const folderPattern = /\.(\d+)@([\w-]*)\.\w{6}$/
/** Chromium makes sockets below, whose paths have at most 107 bytes. */
const shortMachine = machine.slice(0, 16)
let count = 0

/** First part of the name of a browser's profile. */
export const profileName = 'studydeck-profile'

/**
 * Names the file that becomes another one when it is whole.
 *
 * @param path of the other one, in the same folder
 */
export function temporaryName(path: string): string {
  return `${path}.${process.pid}-${++count}@${machine}.tmp`
}

/**
 * Removes the temporary files of processes that are gone, which were killed while they wrote.
 *
 * @param folder in which they may be
 */
export async function removeLeftovers(folder: string): Promise<void> {
  // Whoever cannot read a folder can still write to it.
  const names = await readdir(folder).catch(() => [])
  const left = names.filter((name) =>
    isAbandoned(filePattern.exec(name), machine),
  )
  await Promise.all(left.map((name) => rm(join(folder, name), { force: true })))
}

/**
 * Makes a folder that only we can look into, and removes those of processes that were killed before they could.
 *
 * @param parent where to make it; others may write there, too
 * @param name what it is for, such as `studydeck-profile`
 * @throws Error when it cannot be made
 */
export function makeTemporaryFolder(parent: string, name: string): string {
  removeAbandonedFolders(parent, name)
  return mkdtempSync(join(parent, `${name}.${process.pid}@${shortMachine}.`))
}

/**
 * Removes the temporary folders of processes that are gone.
 *
 * @param parent where they may be
 * @param name what they were for
 */
export function removeAbandonedFolders(parent: string, name: string): void {
  for (const entry of namesIn(parent)) {
    if (!entry.startsWith(`${name}.`)) continue
    if (!isAbandoned(folderPattern.exec(entry), shortMachine)) continue
    try {
      // What somebody else put there may change under our hands.
      const isOurs = lstatSync(join(parent, entry)).uid === getuid?.()
      if (isOurs) rmSync(join(parent, entry), { recursive: true, force: true })
    } catch {
      // Its browser may be about to end: the next one removes it.
    }
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    // Whoever cannot read a folder can still write to it.
    return []
  }
}

function isAbandoned(match: RegExpExecArray | null, here: string): boolean {
  const [, pid, owner] = match ?? []
  return pid !== undefined && owner === here && !isRunning(Number(pid))
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: somebody else's.
    return (error as NodeJS.ErrnoException).code !== 'ESRCH'
  }
}
