import {
  existsSync,
  lstatSync,
  mkdirSync,
  realpathSync,
  statSync,
  type Stats,
} from 'node:fs'
import { homedir } from 'node:os'
import { dirname, isAbsolute, join } from 'node:path'
import { env, getuid } from 'node:process'
import { isPrivateGroup } from './private-group.ts'

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

/**
 * Whether nobody else can put another folder in the place of this one: whoever can write to a folder above it could,
 * unless that is sticky, such as `/tmp`. Our own group is nobody else.
 *
 * @param folder may be missing yet
 * @see https://man7.org/linux/man-pages/man1/chmod.1.html "Restricted deletion flag or sticky bit"
 */
export function isOutOfReach(folder: string): boolean {
  try {
    // In containers, root may have another number outside.
    const owners = [getuid?.(), 0, statSync('/').uid]
    let above = realpathSync(nearest(dirname(folder)))
    for (;;) {
      const stats = statSync(above)
      if (isOpen(stats) || !owners.includes(stats.uid)) return false
      if (dirname(above) === above) return true
      above = dirname(above)
    }
  } catch {
    // What cannot be looked at is not trusted.
    return false
  }
}

/** Whether others can replace what is in a folder. */
function isOpen({ mode, gid }: Stats): boolean {
  const isSticky = (mode & 0o1000) !== 0
  const isOfGroup = (mode & 0o020) !== 0 && !isPrivateGroup(gid)
  return !isSticky && ((mode & 0o002) !== 0 || isOfGroup)
}

/** The folder itself, or what of its path is there already. */
function nearest(folder: string): string {
  return existsSync(folder) || dirname(folder) === folder
    ? folder
    : nearest(dirname(folder))
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
