import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { platform } from 'node:process'
import { makeTemporaryFolder, profileName } from '../config/temporary-files.ts'
import { BuildError } from '../model/build-error.ts'

/**
 * Makes a fresh profile for a browser.
 *
 * @returns path of its folder
 * @throws BuildError `NOT_WRITABLE`
 */
export function makeProfile(): string {
  try {
    return makeTemporaryFolder(tmpdir(), profileName)
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    throw new BuildError(
      'NOT_WRITABLE',
      `Cannot write to the temporary folder ${tmpdir()} (${code ?? String(cause)}), make room there or set TMPDIR to a folder that you may write to`,
      { cause },
    )
  }
}

/**
 * Environment of a browser by which all its temporary files lie in its profile: one that is killed cannot remove them.
 * Elsewhere than on Linux, paths of sockets get too long.
 */
export function temporaryFolderIn(profile: string): { TMPDIR?: string } {
  return platform === 'linux' ? { TMPDIR: profile } : {}
}

/** How often a folder is emptied anew, and how many milliseconds later each time. */
const [mostTries, longer] = [12, 20]

/**
 * Removes a profile into which processes may write that have been killed and are not gone yet. Node.js's own `maxRetries`
 * tries to remove a folder again, but does not empty it again.
 *
 * @param profile path of its folder; it may be gone
 * @throws Error of the file system when it stays in use
 * @see https://github.com/nodejs/node/blob/v20.19.0/lib/internal/fs/rimraf.js `_rmdirSync`
 */
export function removeProfile(profile: string): void {
  const clock = new Int32Array(new SharedArrayBuffer(4))
  for (let tries = 1; ; tries++) {
    try {
      rmSync(profile, { recursive: true, force: true })
      return
    } catch (error) {
      if (tries === mostTries) throw error
      Atomics.wait(clock, 0, 0, tries * longer)
    }
  }
}
