// @ts-check
/**
 * Injects every fault, many times, and prints what was lost: `npm run test:faults -- --seed 5 --only 'kill -9' --most 10`.
 * All of them take half an hour.
 */
import { parseArgs } from 'node:util'
import { startVitest } from 'vitest/node'

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    only: { type: 'string' },
    most: { type: 'string' },
  },
})
process.env['STUDYDECK_FAULTS'] = 'full'
process.env['STUDYDECK_FAULTS_SEED'] =
  values.seed ?? String(Math.floor(Math.random() * 2 ** 31))
if (values.most) process.env['STUDYDECK_FAULTS_MOST'] = values.most
if (values.only) process.env['STUDYDECK_FAULTS_ONLY'] = values.only
await startVitest('test', ['test/browser/faults'], {
  project: 'browser',
  run: true,
})
