import { readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Lost, type Fault } from './fault.ts'
import { browsersOf, send, waitFor } from './processes.ts'
import type { Trial } from './trial.ts'

/** In another process: its clock goes back a day at some moment of the build. */
const clockBack = `
const { Date: RealDate } = globalThis
const start = RealDate.now()
const shift = () => RealDate.now() - start > AFTER ? -86_400_000 : 0
globalThis.Date = class extends RealDate {
  constructor(...given) { given.length ? super(...given) : super(RealDate.now() + shift()) }
  static now() { return RealDate.now() + shift() }
}`

/** Both papers, one after the other, for as long as the build goes on. */
async function alternate(
  trial: Trial,
  isGoingOn: () => boolean,
): Promise<void> {
  const path = join(trial.place.path, 'paper.md')
  const { papers } = trial.around
  while (isGoingOn()) {
    for (const text of [papers.old, papers.new]) {
      await writeFile(path, text)
      await pause(trial.around.random() * 20)
    }
  }
}

/** What changes around a build. */
export const changeFaults: readonly Fault[] = [
  {
    name: 'paper saved again and again while building',
    quick: 0,
    full: 10,
    inject: async (trial) => {
      const build = trial.build()
      await alternate(trial, build.isGoingOn)
      const ended = await build.ended
      // Editors that write in place leave an empty file for a moment, which is a paper without questions.
      const isRefused = ended.code === 1
      await trial.check(ended, {
        exits: [0, 1],
        mayMiss: isRefused,
        isRefused,
      })
      await trial.recover()
      return true
    },
  },
  {
    name: 'paper removed while building',
    quick: 0,
    full: 10,
    inject: async (trial) => {
      const path = join(trial.place.path, 'paper.md')
      const build = trial.build()
      await trial.moment()
      await rm(path)
      const hit = build.isGoingOn()
      await trial.check(await build.ended, { exits: [0, 1] })
      await writeFile(path, trial.around.papers.new)
      await trial.recover()
      return hit
    },
  },
  {
    name: 'clock set back while building, files from the future',
    quick: 0,
    full: 6,
    inject: async (trial) => {
      const { place, around } = trial
      const tomorrow = new Date(Date.now() + 86_400_000)
      for (const entry of await readdir(place.out, { recursive: true }))
        await utimes(join(place.out, entry), tomorrow, tomorrow)
      await utimes(join(place.path, 'paper.md'), tomorrow, tomorrow)
      const clock = join(place.path, 'clock.mjs')
      const after = Math.floor(around.random() * around.duration)
      await writeFile(clock, clockBack.replace('AFTER', String(after)))
      await trial.check(
        await trial.build({ env: { NODE_OPTIONS: `--import=${clock}` } }).ended,
        { exits: [0], isDone: true },
      )
      await trial.recover()
      return true
    },
  },
  {
    name: 'paper turns doubtful, and the build is killed',
    quick: 1,
    full: 10,
    inject: async (trial) => {
      const { old } = trial.around.papers
      const path = join(trial.place.path, 'paper.md')
      await writeFile(path, old.slice(0, old.lastIndexOf('> **[답변]**')))
      const build = trial.build()
      await trial.moment()
      const hit = build.isGoingOn()
      send(build.pid, 'SIGKILL')
      await build.ended
      const isHidden = await trial.build().ended
      await trial.check(isHidden, {
        exits: [1],
        isRefused: true,
        isOther: true,
      })
      const shared = await readdir(join(trial.place.out, 'paper/share')).catch(
        () => [],
      )
      if (shared.length > 0) throw new Lost(`share/ has ${shared.join(' ')}`)
      return hit
    },
  },
  {
    name: 'two builds of one paper into one folder',
    quick: 1,
    full: 10,
    inject: async (trial) => {
      const first = trial.build({ flags: ['--force'] })
      await pause(trial.around.random() * 300)
      const second = trial.build({ flags: ['--force'] })
      const ended = [await first.ended, await second.ended]
      for (const one of ended)
        await trial.check(one, { exits: [0], isDone: true })
      await trial.recover()
      return true
    },
  },
  {
    name: 'two builds of different papers into one folder',
    quick: 0,
    full: 10,
    inject: async (trial) => {
      const { place, around } = trial
      const first = trial.build()
      await waitFor(() => browsersOf(place.path)[0], 20_000)
      await writeFile(join(place.path, 'paper.md'), around.papers.old)
      const second = trial.build({ flags: ['--force'] })
      const ended = [await first.ended, await second.ended]
      for (const one of ended) await trial.check(one, { exits: [0] })
      await writeFile(join(place.path, 'paper.md'), around.papers.new)
      await trial.recover()
      return true
    },
  },
]
