import { watch } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Lost, type Fault } from './fault.ts'
import { send } from './processes.ts'
import type { Trial } from './trial.ts'

const codes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const

/** How long a build that was asked to end may take for it, in milliseconds, on a busy machine. */
const patience = 5000

async function stop(
  trial: Trial,
  signal: keyof typeof codes,
): Promise<boolean> {
  const build = trial.build()
  await trial.moment()
  // Before Node.js runs anything of ours, a signal ends it without a word.
  const isOurs = trial.around.duration / 10
  await pause(isOurs)
  const hit = build.isGoingOn()
  send(build.pid, signal)
  const start = Date.now()
  const ended = await build.ended
  if (Date.now() - start > patience) throw new Lost(`${signal} was waited for`)
  // Whoever is asked in the last milliseconds, when all is written, is done by then.
  await trial.check(ended, {
    exits: [codes[signal], signal, 0],
    isDone: ended.code === 0,
  })
  await trial.recover()
  return hit
}

/** When the first file is written, and a few milliseconds later: where most could go wrong. */
async function firstWrite({ place, around }: Trial): Promise<void> {
  const watchers = ['host', 'share'].map((name) =>
    watch(join(place.out, 'paper', name)),
  )
  await Promise.race([
    ...watchers.map(
      (watcher) => new Promise((written) => watcher.once('change', written)),
    ),
    pause(around.duration * 5),
  ])
  for (const watcher of watchers) watcher.close()
  await pause(around.random() * 15)
}

async function kill(
  trial: Trial,
  moment: (trial: Trial) => Promise<void>,
): Promise<boolean> {
  const build = trial.build()
  await moment(trial)
  const hit = build.isGoingOn()
  send(build.pid, 'SIGKILL')
  const ended = await build.ended
  await trial.check(ended, {
    exits: hit ? ['SIGKILL', 0] : [0],
    isKilled: true,
  })
  await trial.recover()
  return ended.signal === 'SIGKILL'
}

/** What is done to the build itself. */
export const signalFaults: readonly Fault[] = [
  {
    name: 'kill -9 at a random moment',
    quick: 1,
    full: 50,
    inject: (trial) => kill(trial, (one) => one.moment()),
  },
  {
    name: 'kill -9 while files are written',
    quick: 1,
    full: 50,
    inject: (trial) => kill(trial, firstWrite),
  },
  ...(['SIGINT', 'SIGTERM', 'SIGHUP'] as const).map((signal): Fault => ({
    name: `${signal} at a random moment`,
    quick: 1,
    full: 20,
    inject: (trial) => stop(trial, signal),
  })),
]
