import { join } from 'node:path'
import type { PaperResult } from '../pipeline/index.ts'

/**
 * Lists what building one paper gave: files, sizes, and what the gate saw.
 *
 * @param result of the paper
 * @param out output folder
 */
export function paperReport(result: PaperResult, out: string): string {
  const { files, stale, receipt } = result
  const width = Math.max(...files.map(({ path }) => path.length), 0)
  const lines = files.map(
    ({ path, contents }) =>
      `  ${join(out, path).padEnd(width + out.length + 1)}  ${kilobytes(contents.length)}`,
  )
  const withheld =
    stale.length > 0
      ? ['  share/ withheld: the paper has errors, see the messages']
      : []
  return [
    result.path,
    ...lines,
    ...(receipt ? [`  ${receipt}`] : []),
    ...withheld,
    '',
  ].join('\n')
}

/** What to print at the end. */
export interface BuildTotals {
  readonly papers: number
  readonly failed: number
  /** Files that were written, and their bytes; missing when nothing is written. */
  readonly files?: number
  readonly bytes?: number
  readonly seconds: number
}

/**
 * Sums a build up in one line.
 *
 * @param totals counts, and the time in seconds
 */
export function buildReport(totals: BuildTotals): string {
  const { papers, failed, files, bytes = 0, seconds } = totals
  return `${[
    count(papers, 'paper'),
    ...(failed > 0 ? [`${failed} with errors`] : []),
    ...(files === undefined
      ? []
      : [`${count(files, 'file')} (${(bytes / 1e6).toFixed(1)} MB)`]),
    `${seconds.toFixed(1)} s`,
  ].join(', ')}\n`
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(0).padStart(5)} kB`
}
