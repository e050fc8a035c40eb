import { env } from 'node:process'
import { expect, test } from 'vitest'
import { checkInput, type FuzzCount } from './check-input.ts'
import { longestInput, pairs, quotedAnswer, repeated } from './grammar.ts'

/** Set by `npm run fuzz -- --pairs`: seconds for 100 kB, and the file that has the current input. */
const limit = Number(env['STUDYDECK_FUZZ_LIMIT'] ?? 2)
const current = env['STUDYDECK_FUZZ_CURRENT'] ?? ''

test.runIf(env['STUDYDECK_FUZZ_PAIRS'] !== undefined)(
  'no two scraps hang that come again and again',
  async () => {
    const count: FuzzCount = { inputs: 0, certain: 0, tokens: 0, slowest: 0 }
    const check = (piece: string, size: number, most: number) =>
      checkInput(repeated(quotedAnswer, piece, size), count, {
        limit: most,
        current,
      }).then(
        () => undefined,
        (error: unknown) => `${JSON.stringify(piece)}: ${String(error)}`,
      )
    const failures: string[] = []
    for (const piece of pairs) {
      // A fifth of the length tells what is worth a closer look.
      if ((await check(piece, longestInput / 5, limit / 8)) === undefined)
        continue
      const failure = await check(piece, longestInput, limit)
      if (failure === undefined) continue
      failures.push(failure)
      // The whole sweep takes an hour: nobody waits that long for the first.
      console.log(`fuzz: ${failure}`)
    }
    console.log(
      `fuzz: ${pairs.length} pairs, ${failures.length} failures, slowest ${count.slowest.toFixed(2)} s`,
    )
    expect(failures.join('\n')).toBe('')
  },
  24 * 3_600_000,
)
