import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** Shared libraries that the headless shell needs and that a minimal system may not have. */
const needed = [
  'libnspr4.so',
  'libnss3.so',
  'libnssutil3.so',
  'libexpat.so.1',
] as const

/** Where the loader looks on the distributions that the shell runs on. */
const folders = [
  '/lib/x86_64-linux-gnu',
  '/usr/lib/x86_64-linux-gnu',
  '/lib64',
  '/usr/lib64',
  '/lib',
  '/usr/lib',
] as const

/** Whether this Linux system lacks a library of the headless shell. */
export function missesLibraries(): boolean {
  return needed.some(
    (name) => !folders.some((folder) => existsSync(join(folder, name))),
  )
}
