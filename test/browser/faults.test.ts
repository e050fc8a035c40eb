import { env } from 'node:process'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { browserFaults } from '../faults/browser-faults.ts'
import { changeFaults } from '../faults/change-faults.ts'
import { diskFaults } from '../faults/disk-faults.ts'
import { faultTable, injectAll, type FaultRow } from '../faults/fault.ts'
import { openRig, type Rig } from '../faults/rig.ts'
import { signalFaults } from '../faults/signal-faults.ts'

/** Set by `npm run test:faults`; without them, some of each, at moments that are always the same. */
const isFull = env['STUDYDECK_FAULTS'] === 'full'
const seed = Number(env['STUDYDECK_FAULTS_SEED'] ?? 8)
/** Injections of one fault. */
const most = Number(env['STUDYDECK_FAULTS_MOST'] ?? Infinity)
const chosen = new RegExp(env['STUDYDECK_FAULTS_ONLY'] ?? '')

const faults = [
  ...browserFaults,
  ...diskFaults,
  ...changeFaults,
  ...signalFaults,
].filter(({ name, quick }) => chosen.test(name) && (isFull || quick > 0))

let rig: Rig
const rows: FaultRow[] = []

// Where there is no /proc, nobody can tell which processes are left.
const isLinux = process.platform === 'linux'

beforeAll(async () => {
  if (isLinux) rig = await openRig(seed)
}, 300_000)

afterAll(async () => {
  if (!isLinux) return
  await rig[Symbol.asyncDispose]()
  console.log(`faults: seed ${seed}\n${faultTable(rows)}`)
})

test.runIf(isLinux).each(faults)(
  '$name: nothing is lost',
  async (fault) => {
    const row = await injectAll(
      fault,
      isFull ? Math.min(fault.full, most) : fault.quick,
      () => rig.begin(),
    )
    rows.push(row)
    if (isFull) console.log(faultTable([row]))
    expect(row.lost).toEqual([])
    if (row.skip === undefined) expect(row.injected).toBeGreaterThan(0)
  },
  3_600_000,
)
