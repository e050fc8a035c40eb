import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Paper } from '../../src/model/paper.ts'
import { split } from './split.ts'

/** Papers of a folder, split; none where the folder is not there. */
export function papersIn(folder: string): Paper[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md') && name !== 'README.md')
    .sort()
    .map((name) => split(readFileSync(join(folder, name)), name).paper)
}

/** Papers beside the checkout, where they are: a real one, and one for each of the common ways to write. */
export const sharedPapers = {
  series: papersIn('../shared/series'),
  corpus: papersIn('../shared/corpus'),
}
