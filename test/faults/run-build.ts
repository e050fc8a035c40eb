import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join, resolve } from 'node:path'
import { env as ownEnv, execPath } from 'node:process'

/** Outputs that are built: each kind of maker, and both groups. */
export const rigOutputs =
  'host/deck.html,share/worksheet.pdf,share/notebook.html'

/** The folders of one trial. */
export interface Place {
  readonly path: string
  readonly home: string
  readonly out: string
  readonly temporary: string
}

/** How a build ended. */
export interface Ended {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly out: string
  readonly error: string
}

/** A build that is going on. */
export interface Running {
  readonly pid: number
  readonly ended: Promise<Ended>
  /** Whether it is still going on. */
  readonly isGoingOn: () => boolean
}

/** How to build. */
export interface BuildFlags {
  readonly papers?: readonly string[]
  readonly only?: string
  readonly flags?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** Shell code that becomes the build with `exec "$@"`, such as `ulimit -n 64; exec "$@"`. */
  readonly shell?: string
}

/** How long any build may take, in milliseconds; what takes longer hangs. */
const patience = 120_000

/**
 * Starts the program that users run, in a process of its own.
 *
 * @param place with the paper
 */
export function runBuild(place: Place, given: BuildFlags = {}): Running {
  const { only = rigOutputs, flags = [], env = {}, shell = 'exec "$@"' } = given
  const { papers = [join(place.path, 'paper.md')] } = given
  const child = spawn(
    'bash',
    [
      ...['-c', shell, 'bash', execPath, resolve('dist/cli.js'), 'build'],
      ...['--out', place.out, '--only', only, ...flags, '--', ...papers],
    ],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      cwd: place.path,
      env: {
        ...ownEnv,
        HOME: place.home,
        XDG_CACHE_HOME: join(place.home, '.cache'),
        TMPDIR: place.temporary,
        NO_COLOR: '1',
        ...env,
      },
    },
  )
  let out = ''
  let error = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (error += text))
  const timer = setTimeout(() => child.kill('SIGKILL'), patience)
  const ended = once(child, 'close').then(() => {
    clearTimeout(timer)
    return { code: child.exitCode, signal: child.signalCode, out, error }
  })
  return {
    pid: child.pid!,
    ended,
    isGoingOn: () => child.exitCode === null && child.signalCode === null,
  }
}
