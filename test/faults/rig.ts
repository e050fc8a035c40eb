import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdir, readFile, realpath, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { runBuild, type Place } from './run-build.ts'
import { Trial } from './trial.ts'
import { cacheFolder } from '../../src/print/private-folder.ts'
import { temporaryFolder } from '../support/folder.ts'

/** What all trials share. */
export interface Rig extends AsyncDisposable {
  readonly path: string
  /** Milliseconds of a build without a fault. */
  readonly duration: number
  /** The same numbers between 0 and 1 for the same seed. */
  readonly random: () => number
  /** A folder with outputs of the old paper, beside the new one. */
  readonly begin: () => Promise<Trial>
  /** The texts of both papers. */
  readonly papers: { readonly old: string; readonly new: string }
}

/**
 * Builds two papers that differ, to compare with.
 *
 * @param seed of the moments at which faults come
 */
export async function openRig(seed: number): Promise<Rig> {
  const folder = await temporaryFolder()
  // Processes are found by this path.
  const path = await realpath(folder.path)
  await shareCache(path)
  const text = await readFile('test/support/paper.md', 'utf8')
  const papers = {
    old: text.replaceAll('스탬피드', '몰려듦'),
    new: text,
  }
  let duration = 0
  for (const name of ['old', 'new'] as const) {
    await folder.write(`${name}/paper.md`, papers[name])
    await mkdir(join(path, name, 'tmp'))
    const start = performance.now()
    const { code, error } = await runBuild(rigPlace(path, name)).ended
    duration = performance.now() - start
    if (code !== 0) throw new Error(`Cannot build without a fault: ${error}`)
  }
  let trials = 0
  const random = randomFrom(seed)
  return {
    path,
    duration,
    random,
    papers,
    begin: async () => {
      const place = rigPlace(path, `trial-${++trials}`)
      await folder.write(`trial-${trials}/paper.md`, papers.new)
      await mkdir(place.temporary)
      await cp(join(path, 'old/out'), place.out, {
        recursive: true,
        preserveTimestamps: true,
      })
      return new Trial(place, {
        path,
        duration,
        random,
        papers,
        old: join(path, 'old/out'),
        new: join(path, 'new/out'),
      })
    },
    async [Symbol.asyncDispose]() {
      await rm(path, { recursive: true, force: true })
    },
  }
}

function rigPlace(rig: string, name: string): Place {
  const path = join(rig, name)
  return {
    path,
    home: join(rig, 'home'),
    out: join(path, 'out'),
    temporary: join(path, 'tmp'),
  }
}

/** A cache of its own, so that the browser's path tells our processes from others'; links cost nothing. */
async function shareCache(rig: string): Promise<void> {
  const cache = join(rig, 'home/.cache')
  await mkdir(cache, { recursive: true, mode: 0o700 })
  const from = cacheFolder()
  if (!existsSync(from)) return
  const copy = promisify(execFile)
  await copy('cp', ['-al', from, cache]).catch(() =>
    copy('cp', ['-a', from, cache]),
  )
}

/** Mulberry32: any generator will do, as long as it can be seeded. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
