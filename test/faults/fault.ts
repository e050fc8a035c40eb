import type { Trial } from './trial.ts'

/** Something that goes wrong around a build, injected for real. */
export interface Fault {
  readonly name: string
  /** How often it is injected in `npm test`. */
  readonly quick: number
  /** How often it is injected by `npm run test:faults`. */
  readonly full: number
  /** Why it cannot be injected on this machine. */
  readonly skip?: string | undefined
  /**
   * Builds, injects the fault, and checks what is left.
   *
   * @param trial with a paper that was built and has changed since
   * @returns whether the fault came in time
   * @throws {Lost} what did not hold
   */
  readonly inject: (trial: Trial) => Promise<boolean>
}

/** A promise that was not kept. */
export class Lost extends Error {}

/** What injecting faults gave, for one row of the table. */
export interface FaultRow {
  readonly name: string
  readonly injected: number
  readonly survived: number
  readonly lost: readonly string[]
  readonly skip?: string | undefined
  readonly seconds: number
}

/**
 * Injects one fault again and again, until it came in time as often as asked for.
 *
 * @param times how often
 * @param begin makes a fresh trial
 */
export async function injectAll(
  { name, skip, inject }: Fault,
  times: number,
  begin: () => Promise<Trial>,
): Promise<FaultRow> {
  const row = { name, injected: 0, survived: 0, lost: [] as string[] }
  if (skip !== undefined) return { ...row, skip, seconds: 0 }
  const start = performance.now()
  for (let tries = 0; row.injected < times && tries < times * 3; tries++) {
    await using trial = await begin()
    try {
      if (!(await inject(trial))) continue
      row.injected++
      row.survived++
    } catch (error) {
      if (!(error instanceof Lost)) throw error
      row.injected++
      row.lost.push(error.message)
    }
  }
  return { ...row, seconds: (performance.now() - start) / 1000 }
}

/** Draws the rows as a table. */
export function faultTable(rows: readonly FaultRow[]): string {
  const lines = rows.map(({ name, injected, survived, lost, skip, seconds }) =>
    skip === undefined
      ? [name, injected, survived, lost.length, seconds.toFixed(0)]
      : [name, `skipped: ${skip}`, '', '', ''],
  )
  const table = [['fault', 'injected', 'survived', 'lost', 's'], ...lines]
  return table
    .map(([first = '', ...cells]) =>
      [
        String(first).padEnd(52),
        ...cells.map((cell) => String(cell).padStart(8)),
      ]
        .join(' ')
        .trimEnd(),
    )
    .join('\n')
}
