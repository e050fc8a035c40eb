import { existsSync } from 'node:fs'
import { chmod, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Fault } from './fault.ts'
import { browsersOf, renderersOf, send, waitFor } from './processes.ts'
import type { Trial } from './trial.ts'

/** Seconds that the browser gets where the fault is that it takes them all. */
const short = ['--limits', 'page=3']

/** Waits for a process of the browser, and a random moment of its life. */
async function processAt(
  { around, place }: Trial,
  list: (folder: string) => number[],
): Promise<number | undefined> {
  const pid = await waitFor(() => list(place.path)[0], 20_000)
  await pause((around.random() * around.duration) / 2)
  return pid
}

/** A process that gets a signal, once. */
function signalled(
  name: string,
  full: number,
  signal: 'SIGKILL' | 'SIGSTOP',
  list: (folder: string) => number[],
  quick = 0,
): Fault {
  const isHung = signal === 'SIGSTOP'
  return {
    name,
    quick,
    full,
    inject: async (trial) => {
      const build = trial.build({ flags: isHung ? short : [] })
      const pid = await processAt(trial, list)
      const hit = pid !== undefined && send(pid, signal) && build.isGoingOn()
      await trial.check(
        await build.ended,
        isHung ? { exits: [0, 1, 3] } : { exits: [0], isDone: true },
      )
      await trial.recover()
      return hit
    },
  }
}

/** A program that is named as the browser. */
async function fakeBrowser(trial: Trial, script: string): Promise<string[]> {
  const path = join(trial.place.path, 'browser')
  await writeFile(path, `#!/bin/sh\n${script}\n`)
  await chmod(path, 0o700)
  return ['--browser', path, ...short]
}

async function brokenBrowser(trial: Trial, script: string): Promise<boolean> {
  const flags = await fakeBrowser(trial, script)
  await trial.check(await trial.build({ flags }).ended, {
    exits: [3],
    says: /Cannot start `.*--browser/,
  })
  await trial.recover()
  return true
}

/** What happens to the browser. */
export const browserFaults: readonly Fault[] = [
  signalled('browser killed at a random moment', 25, 'SIGKILL', browsersOf, 1),
  signalled(
    'page process killed at a random moment',
    15,
    'SIGKILL',
    renderersOf,
  ),
  {
    name: 'browser killed as soon as it starts, once',
    quick: 0,
    full: 10,
    inject: async (trial) => {
      const build = trial.build()
      const pid = await waitFor(() => browsersOf(trial.place.path)[0], 20_000)
      await pause(trial.around.random() * 60)
      const hit = pid !== undefined && send(pid, 'SIGKILL')
      await trial.check(await build.ended, { exits: [0], isDone: true })
      return hit
    },
  },
  {
    name: 'browser killed again and again',
    quick: 0,
    full: 10,
    inject: async (trial) => {
      const build = trial.build()
      let kills = 0
      while (build.isGoingOn()) {
        for (const pid of browsersOf(trial.place.path))
          if (send(pid, 'SIGKILL')) kills++
        await pause(trial.around.random() * 100)
      }
      await trial.check(await build.ended, {
        exits: [1, 3],
        says: /browser crashed twice|Cannot start/,
      })
      await trial.recover()
      return kills > 1
    },
  },
  signalled(
    'browser paused (SIGSTOP) at a random moment',
    10,
    'SIGSTOP',
    browsersOf,
  ),
  signalled(
    'page process paused (SIGSTOP): a page that hangs',
    10,
    'SIGSTOP',
    renderersOf,
  ),
  {
    name: 'browser that crashes on launch',
    quick: 1,
    full: 3,
    inject: (trial) => brokenBrowser(trial, 'kill -SEGV $$'),
  },
  {
    name: 'browser that never answers',
    quick: 0,
    full: 2,
    inject: (trial) => brokenBrowser(trial, 'exec sleep 600'),
  },
  {
    name: 'browser that never answers, then Ctrl-C',
    quick: 0,
    full: 2,
    inject: async (trial) => {
      const started = join(trial.place.path, 'started')
      const script = `touch '${started}'\nexec sleep 600`
      const flags = await fakeBrowser(trial, script)
      const build = trial.build({ flags })
      await waitFor(() => existsSync(started) || undefined, 20_000)
      await pause(500)
      send(build.pid, 'SIGINT')
      const start = Date.now()
      const ended = await build.ended
      await trial.check(ended, { exits: [130] })
      return Date.now() - start < 2000
    },
  },
]
