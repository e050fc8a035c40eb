import { execFile, execFileSync } from 'node:child_process'
import {
  chmod,
  chown,
  cp,
  mkdir,
  rm,
  truncate,
  writeFile,
} from 'node:fs/promises'
import { join } from 'node:path'
import { getuid } from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import type { Fault } from './fault.ts'
import type { Trial } from './trial.ts'

const exec = promisify(execFile)

/** Somebody who owns nothing. */
const nobody = 65_534

/** Why nothing can be mounted here. */
const mounting = ((): string | undefined => {
  if (getuid?.() !== 0) return 'needs root to mount a tmpfs'
  try {
    // Of its own, so that a container without the right does not look as if it had it.
    execFileSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'x', '/mnt'], {
      stdio: 'ignore',
    })
    return undefined
  } catch {
    return 'this system mounts no tmpfs'
  }
})()

/** Puts a file system of its own over a folder of a trial, with the same files. */
async function mountOver(
  trial: Trial,
  folder: string,
  size: string,
): Promise<void> {
  const copy = `${folder}-before`
  await cp(folder, copy, { recursive: true, preserveTimestamps: true })
  await exec('mount', [
    '-t',
    'tmpfs',
    '-o',
    `size=${size}`,
    'studydeck',
    folder,
  ])
  trial.later(async () => {
    await exec('umount', ['-l', folder])
  })
  await cp(copy, folder, { recursive: true, preserveTimestamps: true })
  await rm(copy, { recursive: true })
}

/** Takes all room but some kilobytes. */
async function fill(folder: string, leave: number): Promise<string> {
  const path = join(folder, 'paper/.filling')
  const { stdout } = await exec('df', ['--output=avail', '-k', folder])
  const free = Number(stdout.trim().split('\n').at(-1))
  await writeFile(path, Buffer.alloc(Math.max(0, free - leave) * 1024))
  return path
}

/** A folder that cannot be written to while building, and can again afterwards. */
function readOnly(
  name: string,
  folder: 'out' | 'temporary',
  says: RegExp,
): Fault {
  return {
    name: `read-only ${name}`,
    quick: 0,
    full: 3,
    skip: mounting,
    inject: async (trial) => {
      const path = trial.place[folder]
      await mountOver(trial, path, '8m')
      await exec('mount', ['-o', 'remount,ro', path])
      await trial.check(await trial.build().ended, { exits: [3], says })
      await exec('mount', ['-o', 'remount,rw,size=900m', path])
      await trial.recover()
      return true
    },
  }
}

/** What is full, read-only or out of reach. */
export const diskFaults: readonly Fault[] = [
  {
    name: 'output folder full (tmpfs)',
    quick: 1,
    full: 10,
    skip: mounting,
    inject: async (trial) => {
      const { out } = trial.place
      await mountOver(trial, out, '8m')
      const filling = await fill(out, Math.floor(trial.around.random() * 150))
      const ended = await trial.build().ended
      await rm(filling)
      await trial.check(ended, {
        exits: [3],
        says: /ENOSPC.*make room on the disk or choose another folder/,
      })
      await trial.recover()
      return true
    },
  },
  {
    name: 'temporary folder full (tmpfs)',
    quick: 0,
    full: 5,
    skip: mounting,
    inject: async (trial) => {
      const { temporary } = trial.place
      const size = Math.floor(trial.around.random() * 200)
      await mountOver(trial, temporary, `${4 + size}k`)
      await trial.check(await trial.build().ended, { exits: [0, 1, 3] })
      await exec('mount', ['-o', 'remount,size=900m', temporary])
      await trial.recover()
      return true
    },
  },
  readOnly('output folder', 'out', /EROFS.*choose another folder with --out/),
  readOnly('temporary folder', 'temporary', /temporary folder.*TMPDIR/),
  {
    name: 'folder of somebody else (no permission)',
    quick: 0,
    full: 2,
    skip: getuid?.() === 0 ? undefined : 'needs root to become somebody else',
    inject: async (trial) => {
      const { place } = trial
      for (
        let folder = place.path;
        folder.length > 5;
        folder = join(folder, '..')
      )
        await chmod(folder, 0o755)
      const home = join(place.path, 'home')
      await mkdir(home)
      await chown(home, nobody, nobody)
      await chown(place.temporary, nobody, nobody)
      const ended = await trial.build({
        shell: `exec setpriv --reuid ${nobody} --regid ${nobody} --clear-groups "$@"`,
        env: {
          HOME: home,
          XDG_CACHE_HOME: join(home, '.cache'),
          STUDYDECK_NO_SANDBOX: '1',
        },
      }).ended
      await trial.check(ended, {
        exits: [3],
        says: /EACCES.*choose another folder with --out/,
      })
      await trial.recover()
      return true
    },
  },
  {
    name: 'out of file handles (ulimit -n)',
    quick: 1,
    full: 12,
    inject: async (trial) => {
      // With fewer, Node.js itself cannot start.
      const most = 20 + Math.floor(trial.around.random() ** 2 * 200)
      const ended = await trial.build({
        shell: `ulimit -n ${most}; exec "$@"`,
      }).ended
      await trial.check(
        ended,
        ended.code === 3
          ? { exits: [3], says: /too many are open|files may be open/ }
          : { exits: [0] },
      )
      await trial.recover()
      return true
    },
  },
  {
    name: 'output folder removed while building',
    quick: 1,
    full: 15,
    inject: async (trial) => {
      const build = trial.build()
      await trial.moment()
      const hit = build.isGoingOn()
      await rm(trial.place.out, { recursive: true, force: true })
      await trial.check(await build.ended, { exits: [0, 3], mayMiss: true })
      await trial.recover()
      return hit
    },
  },
  {
    name: 'output folder removed again and again',
    quick: 0,
    full: 5,
    inject: async (trial) => {
      const build = trial.build()
      while (build.isGoingOn()) {
        await rm(trial.place.out, { recursive: true, force: true }).catch(
          () => undefined,
        )
        await pause(trial.around.random() * 10)
      }
      await trial.check(await build.ended, { exits: [0, 3], mayMiss: true })
      await trial.recover()
      return true
    },
  },
  {
    name: 'unpacked browser cut short',
    quick: 0,
    full: 2,
    inject: async (trial) => {
      const cache = join(trial.place.path, 'home/.cache/studydeck')
      await mkdir(join(cache, '..'), { recursive: true, mode: 0o700 })
      const real = join(trial.place.home, '.cache/studydeck')
      await exec('cp', ['-a', real, cache])
      const [shell = ''] = execFileSync('ls', [cache], {
        encoding: 'utf8',
      }).split('\n')
      await truncate(join(cache, shell, 'chromium'), 1_000_000)
      await trial.check(
        await trial.build({ env: { XDG_CACHE_HOME: join(cache, '..') } }).ended,
        { exits: [0], isDone: true },
      )
      return true
    },
  },
]
