import { readdir, rm } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'

/** This machine, as a file name has it: containers that share a folder have process ids of their own. */
const machine = hostname().replaceAll(/[^\w-]/g, '')
const pattern = /\.(\d+)-\d+@([\w-]*)\.tmp$/
let count = 0

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
  const left = names.filter((name) => {
    const [, pid, owner] = pattern.exec(name) ?? []
    return pid !== undefined && owner === machine && !isRunning(Number(pid))
  })
  await Promise.all(left.map((name) => rm(join(folder, name), { force: true })))
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
