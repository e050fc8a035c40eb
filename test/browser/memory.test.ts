import { readFile, readdir } from 'node:fs/promises'
import { platform } from 'node:process'
import { expect, test } from 'vitest'
import { measureGrowth } from '../../bench/measure.js'
import { poolOf } from '../../bench/papers.js'
import { temporaryFolder } from '../support/folder.ts'

// Memory of processes is read from /proc.
test.runIf(platform === 'linux')(
  'a paper of 2,000 questions takes less than 700 MB in all processes together',
  { timeout: 1_200_000 },
  async () => {
    await using folder = await temporaryFolder()
    const names = (await readdir('decks')).filter((name) =>
      name.endsWith('.md'),
    )
    const papers = await Promise.all(
      names.sort().map((name) => readFile(`decks/${name}`, 'utf8')),
    )
    const [point] = await measureGrowth(folder.path, poolOf(papers), [2000])
    const megabytes = Math.round((point?.peakBytes ?? Infinity) / 1e6)
    console.log(`2,000 questions: ${megabytes} MB`)
    expect(megabytes).toBeLessThan(700)
  },
)
