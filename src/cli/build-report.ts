import { join } from 'node:path'
import { count } from './count.ts'
import type { PaperResult } from '../pipeline/index.ts'

/** One file of a paper, as it is listed. */
interface ListedFile {
  /** Below the output folder. */
  readonly path: string
  readonly bytes: number
}

/**
 * Files of a paper that are what was asked for: just made, or kept from an earlier build.
 *
 * @param result of the paper
 */
export function filesOf({ files, kept }: PaperResult): readonly ListedFile[] {
  return (
    kept ??
    files.map(({ path, contents }) => ({ path, bytes: contents.length }))
  )
}

/**
 * Lists what building one paper gave: files, sizes, and what the gate saw.
 *
 * @param result of the paper
 * @param out output folder
 */
export function paperReport(result: PaperResult, out: string): string {
  const { stale, receipt, kept } = result
  const files = filesOf(result)
  const width = Math.max(...files.map(({ path }) => path.length), 0)
  const lines = files.map(
    ({ path, bytes }) =>
      `  ${join(out, path).padEnd(width + out.length + 1)}  ${kilobytes(bytes)}`,
  )
  const withheld =
    stale.length > 0
      ? ['  share/ withheld: the paper has errors, see the messages']
      : []
  return [
    kept ? `${result.path}  unchanged` : result.path,
    ...(kept ? [] : lines),
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
  /** Papers whose files are those of an earlier build. */
  readonly unchanged?: number
  readonly seconds: number
}

/**
 * Sums a build up in one line.
 *
 * @param totals counts, and the time in seconds
 */
export function buildReport(totals: BuildTotals): string {
  const { papers, failed, files, bytes = 0, unchanged = 0, seconds } = totals
  return `${[
    count(papers, 'paper'),
    ...(unchanged > 0 ? [`${unchanged} unchanged`] : []),
    ...(failed > 0 ? [`${failed} with errors`] : []),
    ...(files === undefined
      ? []
      : [`${count(files, 'file')} (${(bytes / 1e6).toFixed(1)} MB)`]),
    `${seconds.toFixed(1)} s`,
  ].join(', ')}\n`
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(0).padStart(5)} kB`
}
