import { lstatSync, mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import { env, getuid } from 'node:process'

/** Folder in which studydeck keeps what it can make again, by the XDG base directory specification. */
export function cacheFolder(): string {
  const base = env['XDG_CACHE_HOME']
  return join(
    base && isAbsolute(base) ? base : join(homedir(), '.cache'),
    'studydeck',
  )
}

/**
 * Makes a folder that only we can write to.
 *
 * @throws Error when it cannot be made, or when somebody else could have put something into it
 */
export function makePrivateFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (!isPrivateFolder(folder)) {
    throw new Error(
      `${folder} is not a folder that only this user can write to`,
    )
  }
}

/** Whether a path is a real folder, no link to one, that belongs to us and that nobody else can write to. */
export function isPrivateFolder(folder: string): boolean {
  try {
    const stats = lstatSync(folder)
    return (
      stats.isDirectory() &&
      stats.uid === getuid?.() &&
      (stats.mode & 0o022) === 0
    )
  } catch {
    // Missing, or out of our reach: not a folder to run programs from either way.
    return false
  }
}
