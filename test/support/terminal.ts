import { run } from '../../src/cli/run.ts'

/** What a command printed, and its exit code. */
export interface Ran {
  readonly code: number
  readonly out: string
  readonly error: string
}

/**
 * Runs studydeck in this process.
 *
 * @param argv arguments after the program's name
 */
export async function studydeck(...argv: string[]): Promise<Ran> {
  let out = ''
  let error = ''
  const code = await run(argv, {
    out: (text) => {
      out += text
    },
    error: (text) => {
      error += text
    },
  })
  return { code, out, error }
}
