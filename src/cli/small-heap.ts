import { setFlagsFromString } from 'node:v8'
import type { SizedPaper } from '../pipeline/shard.ts'

/** Bytes of a paper of some hundred questions. */
const longPaper = 500_000

/**
 * Lets garbage be collected as soon as memory has grown by a third, where a paper is long.
 *
 * Otherwise V8 waits until it has doubled or more, which for a paper of 2,000 questions is as much as the browser takes.
 *
 * @param papers what will be built
 * @see https://github.com/v8/v8/blob/main/src/flags/flag-definitions.h `heap_growing_percent`
 */
export function keepHeapSmall(papers: readonly SizedPaper[]): void {
  if (papers.some(({ bytes }) => bytes > longPaper))
    setFlagsFromString('--heap-growing-percent=33')
}
