// @ts-check
import { spawn } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { performance } from 'node:perf_hooks'
import { platform } from 'node:process'
import { setTimeout } from 'node:timers/promises'

/**
 * One run of a program.
 *
 * @typedef {object} Run
 * @property {number} seconds from its start until it has ended
 * @property {number} [cpuSeconds] of it and all that it started and waited for; Linux only
 * @property {number} [peakBytes] of memory of its whole process tree; Linux only, and only when it was watched
 * @property {number} [peakResidentBytes] the same, with what processes share counted for each of them (RSS)
 * @property {number} [treeCpuSeconds] of the whole tree as it was watched: a browser does not wait for all that it started
 * @property {string} output standard output
 */

/**
 * A program with its arguments and environment.
 *
 * @typedef {object} Command
 * @property {string} program
 * @property {readonly string[]} args
 * @property {Readonly<Record<string, string>>} [env] beyond our own
 */

/**
 * Runs a program to its end.
 *
 * @param {Command} command
 * @param {{ watch?: (sample: MemorySample) => void }} [options] watching costs time: whoever is timed is not watched
 * @returns {Promise<Run>}
 * @throws Error with what the program said, when it fails
 */
export async function run({ program, args, env = {} }, { watch } = {}) {
  const cpuBefore = await childCpuSeconds()
  const start = performance.now()
  const child = spawn(program, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  let complaints = ''
  child.stdout.on('data', (data) => (output += data))
  child.stderr.on('data', (data) => (complaints += data))
  const watching =
    watch && child.pid !== undefined
      ? watchMemory(child.pid, (bytes) => watch({ bytes, output }))
      : undefined
  const code = await new Promise((resolve, reject) => {
    child.on('error', reject).on('close', resolve)
  })
  const seconds = (performance.now() - start) / 1000
  const watched = await watching?.stop()
  if (code !== 0)
    throw new Error(
      `${program} ${args.join(' ')} ended with ${code}\n${complaints.slice(-2000)}`,
    )
  const cpuAfter = await childCpuSeconds()
  return {
    seconds,
    output,
    ...(cpuAfter === undefined || cpuBefore === undefined
      ? {}
      : { cpuSeconds: cpuAfter - cpuBefore }),
    ...watched,
  }
}

/** @typedef {{ bytes: number, output: string }} MemorySample memory of the tree when so much had been printed */

/**
 * Adds up the memory of a process and its descendants ten times a second. What they share is counted once (PSS).
 *
 * @param {number} pid
 * @param {(bytes: number) => void} tell
 */
function watchMemory(pid, tell) {
  let peakBytes = 0
  let peakResidentBytes = 0
  /** @type {Map<number, number>} */
  const cpu = new Map()
  let isOver = false
  const loop = async () => {
    while (!isOver && platform === 'linux') {
      const processes = await treeOf(pid)
      const bytes = sum(processes.map(({ pss }) => pss))
      peakBytes = Math.max(peakBytes, bytes)
      peakResidentBytes = Math.max(
        peakResidentBytes,
        sum(processes.map(({ rss }) => rss)),
      )
      for (const { pid, cpuSeconds } of processes) cpu.set(pid, cpuSeconds)
      if (bytes > 0) tell(bytes)
      await setTimeout(100)
    }
  }
  const done = loop()
  return {
    stop: async () => {
      isOver = true
      await done
      return peakBytes > 0
        ? {
            peakBytes,
            peakResidentBytes,
            treeCpuSeconds: sum([...cpu.values()]),
          }
        : {}
    },
  }
}

/** @param {number} root */
async function treeOf(root) {
  const stats = await statsByPid()
  const processes = []
  for (const [pid, { cpuSeconds }] of stats) {
    let ancestor = pid
    while (ancestor > 1 && ancestor !== root)
      ancestor = stats.get(ancestor)?.parent ?? 0
    if (ancestor === root)
      processes.push({ pid, cpuSeconds, ...(await memoryOf(pid)) })
  }
  return processes
}

async function statsByPid() {
  const pids = (await readdir('/proc')).map(Number).filter(Boolean)
  const entries = await Promise.all(
    pids.map(async (pid) => /** @type {const} */ ([pid, await statOf(pid)])),
  )
  return new Map(entries)
}

/** A process may end while it is looked at; then it has no parent and no memory. @param {number} pid */
async function statOf(pid) {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return {
    parent: Number(fields[1] ?? 0),
    cpuSeconds: (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / 100,
  }
}

/** @param {number} pid */
async function memoryOf(pid) {
  const text = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(
    () => '',
  )
  /** @param {RegExp} line */
  const bytes = (line) => Number(line.exec(text)?.[1] ?? 0) * 1024
  return { pss: bytes(/^Pss:\s+(\d+)/m), rss: bytes(/^Rss:\s+(\d+)/m) }
}

/** @param {readonly number[]} numbers */
function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0)
}

/** What the kernel has counted for children that have ended; in hundredths of a second, as on every Linux today. */
async function childCpuSeconds() {
  const stat = await readFile('/proc/self/stat', 'utf8').catch(() => undefined)
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')
  return fields && (Number(fields[13]) + Number(fields[14])) / 100
}
