import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Lost } from './fault.ts'
import { processesOf, waitFor } from './processes.ts'
import {
  runBuild,
  type BuildFlags,
  type Ended,
  type Place,
  type Running,
} from './run-build.ts'
import { usualOutputs } from '../../src/model/output.ts'

/** What a trial knows of the others. */
export interface Surroundings {
  /** Folder of all trials. */
  readonly path: string
  readonly duration: number
  readonly random: () => number
  readonly papers: { readonly old: string; readonly new: string }
  /** Output folders of the builds without a fault. */
  readonly old: string
  readonly new: string
}

/** What must hold after a fault. */
export interface Expected {
  /** Exit codes, or names of signals, that are right. */
  readonly exits: readonly (number | NodeJS.Signals)[]
  /** What the messages must say. */
  readonly says?: RegExp
  /** Whether the process had no chance to tidy up. @default false */
  readonly isKilled?: boolean
  /** Whether the fault itself took files away. @default false */
  readonly mayMiss?: boolean
  /** Whether all files must be those of the new paper. @default false */
  readonly isDone?: boolean
  /** Whether the gallery must say that the paper was refused. @default false */
  readonly isRefused?: boolean
  /** Whether it was another paper yet, so that there is nothing to compare with. @default false */
  readonly isOther?: boolean
}

/** One build with one fault, in a folder with outputs of an older paper. */
export class Trial implements AsyncDisposable {
  readonly place: Place
  readonly around: Surroundings
  readonly #undo: (() => Promise<void>)[] = []

  constructor(place: Place, around: Surroundings) {
    this.place = place
    this.around = around
  }

  /** Starts the build. */
  build(flags?: BuildFlags): Running {
    return runBuild(this.place, flags)
  }

  /** Waits for a random moment of a build. */
  async moment(): Promise<void> {
    await pause(this.around.random() * this.around.duration)
  }

  /** Does something when the trial is over, whatever came of it. */
  later(undo: () => Promise<void>): void {
    this.#undo.unshift(undo)
  }

  /**
   * Checks what a build left.
   *
   * @throws {Lost}
   */
  async check(ended: Ended, expected: Expected): Promise<void> {
    const { code, signal, out, error } = ended
    const said = `${out}${error}`
    const exit = code ?? signal ?? 0
    if (!expected.exits.includes(exit))
      throw new Lost(`exit ${exit}, not ${expected.exits.join('/')}\n${said}`)
    if (/^\s+at .*:\d+/m.test(said)) throw new Lost(`a stack trace: ${said}`)
    if (expected.says && !expected.says.test(said))
      throw new Lost(`not a word of ${expected.says.source}: ${said}`)
    await this.#checkProcesses()
    if (!expected.isKilled) await this.#checkLeftovers()
    if (!expected.isOther) await this.checkOutputs(expected)
    if (expected.isRefused) await this.#checkRefusal()
  }

  /**
   * Builds without a fault: everything must be as if there had been none.
   *
   * @throws {Lost}
   */
  async recover(): Promise<void> {
    const ended = await this.build().ended
    await this.check(ended, { exits: [0], isDone: true })
  }

  async #checkProcesses(): Promise<void> {
    const none = await waitFor(
      () => (processesOf(this.around.path).length === 0 ? true : undefined),
      5000,
    )
    if (none) return
    const left = processesOf(this.around.path)
    for (const { pid } of left) process.kill(pid, 'SIGKILL')
    throw new Lost(
      `orphans: ${left.map(({ pid, command }) => `${pid} ${command.slice(0, 150)}`).join('\n')}`,
    )
  }

  async #checkLeftovers(): Promise<void> {
    const left = await readdir(this.place.temporary)
    if (left.length > 0) throw new Lost(`temporary: ${left.join(' ')}`)
    const names = await namesIn(this.place.out)
    const files = names.filter((name) => name.endsWith('.tmp'))
    if (files.length > 0) throw new Lost(`temporary: ${files.join(' ')}`)
    const unpacking = await readdir(join(this.place.home, '.cache/studydeck'))
    if (unpacking.some((name) => !/^headless-shell-[\d.]+$/.test(name)))
      throw new Lost(`in the cache: ${unpacking.join(' ')}`)
  }

  async #checkRefusal(): Promise<void> {
    const page = await readFile(join(this.place.out, 'index.html'), 'utf8')
    if (!page.includes('class="withheld"'))
      throw new Lost('the gallery does not say that the paper was refused')
  }

  /**
   * Every file is whole: the old one or the new one.
   *
   * @throws {Lost}
   */
  async checkOutputs({
    mayMiss = false,
    isDone = false,
  }: Expected): Promise<void> {
    const known = usualOutputs.map((name) => `paper/${name}`)
    const names = await namesIn(this.place.out)
    for (const name of names)
      if (
        ![...known, 'index.html', 'paper/.studydeck.json'].includes(name) &&
        !name.endsWith('.tmp')
      )
        throw new Lost(`unexpected ${name}`)
    for (const name of [...known, 'index.html']) {
      const [old, made, now] = await Promise.all(
        [this.around.old, this.around.new, this.place.out].map((folder) =>
          readFile(join(folder, name)).catch(() => undefined),
        ),
      )
      if (!made || !old) continue
      // A gallery says of a paper that was refused that it was.
      if (mayMiss && (!now || name === 'index.html')) continue
      if (!now) throw new Lost(`${name} is gone`)
      if (now.equals(made) || (!isDone && now.equals(old))) continue
      throw new Lost(`${name} is neither the old nor the new one`)
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const undo of this.#undo) await undo()
    // What is lost may be a process that still writes: it is told of, and not this.
    await rm(this.place.path, { recursive: true, force: true, maxRetries: 10 })
  }
}

/** Files below a folder. */
async function namesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, {
    recursive: true,
    withFileTypes: true,
  }).catch(() => [])
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) =>
      join(parentPath, name).slice(folder.length + 1),
    )
}
