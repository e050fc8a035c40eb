import { readFile, stat } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'

/** How often a file that is being written is looked at again, and how long at most, in milliseconds. */
const step = 10
const longest = 1000

/**
 * Reads a file that may be being written: as soon as it is not empty and did not change while it was read.
 *
 * @param path file that an editor just saved
 * @returns `undefined` when it is gone, also after a moment: editors that rename take a file away and bring another
 */
export async function readStable(
  path: string,
): Promise<Uint8Array | undefined> {
  let last: Uint8Array | undefined
  for (let waited = 0; waited <= longest; waited += step) {
    try {
      const before = await stampOf(path)
      last = await readFile(path)
      if (last.length > 0 && (await stampOf(path)) === before) return last
    } catch {
      last = undefined
      if (waited > 100) return undefined
    }
    await pause(step)
  }
  return last
}

/** What changes whenever a file is written; empty when there is none. */
export async function stampOf(path: string): Promise<string> {
  const { size, mtimeMs, ino } = await stat(path)
  return `${ino} ${size} ${mtimeMs}`
}
