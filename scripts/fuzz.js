// @ts-check
/**
 * Fuzzes parser, splitter and renderers for a while: `npm run fuzz -- --minutes 30 --seed 5`.
 *
 * `--repeats` tries only scraps that come again and again up to 100 kB: where hangs are found.
 * `--pairs` tries every two of them once, however long it takes.
 * `--limit` is how many seconds of the processor 100 kB may take; 2 by default, which wants a machine of its own.
 * An input that hangs ends the run and stays in `coverage/fuzz-current.md`.
 */
import { spawn } from 'node:child_process'
import { mkdirSync, statSync } from 'node:fs'
import { clearInterval, setInterval } from 'node:timers'
import { parseArgs } from 'node:util'

/** Milliseconds without a new input after which the current one hangs. */
const patience = 300_000
const current = 'coverage/fuzz-current.md'

const { values } = parseArgs({
  options: {
    minutes: { type: 'string' },
    seed: { type: 'string' },
    limit: { type: 'string' },
    repeats: { type: 'boolean', default: false },
    pairs: { type: 'boolean', default: false },
  },
})
const seconds = Number(values.minutes ?? 1) * 60
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31))
if (!(seconds > 0) || !Number.isInteger(seed)) {
  console.error('fuzz: expected --minutes <number> and --seed <whole number>')
  process.exit(2)
}
mkdirSync('coverage', { recursive: true })
console.log(
  values.pairs ? 'fuzz: every pair' : `fuzz: seed ${seed}, ${seconds} s`,
)
const vitest = spawn(
  process.execPath,
  [
    ...['node_modules/vitest/vitest.mjs', 'run', '--project', 'unit'],
    values.pairs ? 'test/fuzz/pairs.test.ts' : 'test/fuzz/',
  ],
  {
    detached: true,
    stdio: 'inherit',
    env: {
      ...process.env,
      STUDYDECK_FUZZ_SECONDS: String(seconds),
      STUDYDECK_FUZZ_SEED: String(seed),
      STUDYDECK_FUZZ_LIMIT: values.limit ?? '2',
      STUDYDECK_FUZZ_CURRENT: current,
      ...(values.repeats ? { STUDYDECK_FUZZ_REPEATS: '1' } : {}),
      ...(values.pairs ? { STUDYDECK_FUZZ_PAIRS: '1' } : {}),
    },
  },
)
const start = Date.now()
const watch = setInterval(() => {
  const last = statSync(current, { throwIfNoEntry: false })?.mtimeMs ?? 0
  if (Date.now() - Math.max(last, start) < patience) return
  console.error(`fuzz: hang, see ${current}`)
  stop()
}, 1000)
vitest.on('exit', (code) => {
  clearInterval(watch)
  process.exitCode ??= code ?? 1
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, stop)

/** Ends vitest and its workers: one that hangs answers to nothing else. */
function stop() {
  process.exitCode = 1
  if (vitest.pid !== undefined) process.kill(-vitest.pid, 'SIGKILL')
}
