import { stat } from 'node:fs/promises'
import type { Shard } from '../model/shard.ts'

/** A paper and how much there is to do. */
export interface SizedPaper {
  readonly path: string
  readonly bytes: number
}

/**
 * Chooses the papers of one part, so that all parts together have every paper once and take about as long.
 *
 * The largest paper goes first, each to the part that has least so far; which part gets which paper depends on paths and
 * sizes alone, never on the order in which the papers were named.
 *
 * @param papers all papers, the same for every part
 * @see https://en.wikipedia.org/wiki/Longest-processing-time-first_scheduling
 */
export function papersOfShard(
  papers: readonly SizedPaper[],
  { index, count }: Shard,
): string[] {
  const bytes = Array<number>(count).fill(0)
  const own = new Set<string>()
  for (const paper of [...papers].sort(byWork)) {
    const part = bytes.indexOf(Math.min(...bytes))
    bytes[part] = (bytes[part] ?? 0) + paper.bytes + startBytes
    if (part === index - 1) own.add(paper.path)
  }
  return papers.flatMap(({ path }) => (own.has(path) ? [path] : []))
}

/** What a paper takes besides its own bytes, as bytes: an empty one still opens four documents. */
const startBytes = 8192

function byWork(a: SizedPaper, b: SizedPaper): number {
  return b.bytes - a.bytes || (a.path < b.path ? -1 : Number(a.path > b.path))
}

/**
 * Looks up how large papers are; one that cannot be read has no bytes, and is told when it is built.
 *
 * @param contents bytes of papers that are not read from disk
 */
export async function sizesOf(
  papers: readonly string[],
  contents: ReadonlyMap<string, Uint8Array>,
): Promise<SizedPaper[]> {
  return Promise.all(
    papers.map(async (path) => ({
      path,
      bytes:
        contents.get(path)?.length ??
        (await stat(path).catch(() => undefined))?.size ??
        0,
    })),
  )
}
