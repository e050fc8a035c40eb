import fc from 'fast-check'
import { env } from 'node:process'
import { expect, test } from 'vitest'
import { checkInput, type FuzzCount } from './check-input.ts'
import { inputs, repetitions, type FuzzInput } from './grammar.ts'

/** Set by `npm run fuzz`; without them, a few inputs that are always the same. */
const seconds = Number(env['STUDYDECK_FUZZ_SECONDS'] ?? 0)
const seed = Number(env['STUDYDECK_FUZZ_SEED'] ?? 8)
const current = env['STUDYDECK_FUZZ_CURRENT']
/** Whether only scraps are tried that come again and again: where what hangs is looked for. */
const repeats = env['STUDYDECK_FUZZ_REPEATS'] !== undefined

/** Seconds for 100 kB; where others use the processor too, more than the 2 that are promised: what hangs takes minutes. */
const limit = Number(env['STUDYDECK_FUZZ_LIMIT'] ?? 10)

test(
  'no input crashes, hangs, or shows an answer to participants',
  async () => {
    const count: FuzzCount = { inputs: 0, certain: 0, tokens: 0, slowest: 0 }
    const property = fc.asyncProperty(repeats ? repetitions : inputs, (input) =>
      checkInput(
        input,
        count,
        current === undefined ? { limit } : { limit, current },
      ),
    )
    const failures = new Map<string, string>()
    const end = Date.now() + seconds * 1000
    for (let batch = 0; batch === 0 || Date.now() < end; batch++) {
      const run = await fc.check(property, {
        seed: seed + batch,
        numRuns: seconds > 0 ? 200 : 50,
        ...(seconds > 0
          ? { interruptAfterTimeLimit: Math.max(1, end - Date.now()) }
          : {}),
      })
      if (run.failed && run.counterexample)
        failures.set(String(run.errorInstance).slice(0, 80), reportOf(run))
    }
    if (seconds > 0)
      console.log(
        `fuzz: seed ${seed}, ${count.inputs} inputs, ${count.certain} of them certain, ${count.tokens} tokens looked for, slowest ${count.slowest.toFixed(2)} s, ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB, ${failures.size} different failures`,
      )
    expect([...failures.values()].join('\n\n')).toBe('')
    if (repeats) return
    expect(count.certain).toBeGreaterThan(10)
    expect(count.tokens).toBeGreaterThan(50)
  },
  seconds * 1000 + 120_000,
)

function reportOf(run: fc.RunDetails<[FuzzInput]>): string {
  const [input] = run.counterexample ?? []
  const { stack = '' } = run.errorInstance as Error
  return `seed ${run.seed}, path ${run.counterexamplePath ?? ''}\n${stack}\n${JSON.stringify(input?.markdown.slice(0, 1000))}`
}
