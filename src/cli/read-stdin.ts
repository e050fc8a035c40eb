import type { Terminal } from './terminal.ts'
import { BuildError } from '../model/build-error.ts'

/** Name of a paper that comes from standard input. */
export const stdinPath = 'stdin.md'

/**
 * Reads a paper from standard input.
 *
 * @throws {BuildError} `INVALID_OPTION` where there is none
 */
export async function readStdin(terminal: Terminal): Promise<Uint8Array> {
  const bytes = await terminal.readInput?.()
  if (bytes) return bytes
  throw new BuildError(
    'INVALID_OPTION',
    'Cannot read standard input, name a file instead of `-`',
  )
}
