import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'

/** A process, as `/proc` shows it. */
export interface ProcessInfo {
  readonly pid: number
  readonly command: string
}

/**
 * Lists the processes that have to do with a folder: by their program, their working folder or their arguments. Whoever
 * started them may be gone.
 *
 * @param folder absolute path, without links
 */
export function processesOf(folder: string): ProcessInfo[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .flatMap((name) => {
      try {
        const own = `/proc/${name}`
        const state = readFileSync(`${own}/stat`, 'utf8')
        // A zombie runs no more: its parent has only not asked yet.
        if (/\) [ZX] /.test(state)) return []
        const command = readFileSync(`${own}/cmdline`, 'utf8')
        const places = [
          readlinkSync(`${own}/exe`),
          readlinkSync(`${own}/cwd`),
          command,
        ]
        return places.some((place) => place.includes(folder))
          ? [{ pid: Number(name), command: command.replaceAll('\0', ' ') }]
          : []
      } catch {
        // It ended meanwhile, or is the kernel's.
        return []
      }
    })
}

/**
 * Lists the browsers of a folder, without their helpers.
 *
 * @param folder that has their profiles
 */
export function browsersOf(folder: string): number[] {
  return processesOf(folder)
    .filter(
      ({ command }) =>
        command.includes('--user-data-dir') && !command.includes('--type='),
    )
    .map(({ pid }) => pid)
}

/** Lists the processes of a folder that lay out pages. */
export function renderersOf(folder: string): number[] {
  return processesOf(folder)
    .filter(({ command }) => command.includes('--type=renderer'))
    .map(({ pid }) => pid)
}

/**
 * Sends a signal.
 *
 * @returns whether the process was still there
 */
export function send(pid: number, signal: NodeJS.Signals): boolean {
  try {
    process.kill(pid, signal)
    return true
  } catch {
    return false
  }
}

/**
 * Waits until something is there.
 *
 * @param look gives what is there, nothing while it is not
 * @param milliseconds how long at most
 */
export async function waitFor<T>(
  look: () => T | undefined,
  milliseconds: number,
): Promise<T | undefined> {
  const end = Date.now() + milliseconds
  for (;;) {
    const found = look()
    if (found !== undefined || Date.now() > end) return found
    await pause(2)
  }
}
