// @ts-check
/** Injects every fault, many times, and prints what was lost: `npm run test:faults -- --seed 5 --only 'kill -9'`. Takes half an hour. */
import { parseArgs } from 'node:util'
import { startVitest } from 'vitest/node'

const { values } = parseArgs({
  options: { seed: { type: 'string' }, only: { type: 'string' } },
})
process.env['STUDYDECK_FAULTS'] = 'full'
process.env['STUDYDECK_FAULTS_SEED'] =
  values.seed ?? String(Math.floor(Math.random() * 2 ** 31))
if (values.only) process.env['STUDYDECK_FAULTS_ONLY'] = values.only
await startVitest('test', ['test/browser/faults'], {
  project: 'browser',
  run: true,
})
