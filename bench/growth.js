// @ts-check
/** `npm run bench:growth [-- --questions 100,1000,2000]`: time and memory of papers of more and more questions. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { measureGrowth } from './measure.js'
import { poolOf } from './papers.js'
import { growthTable } from './report.js'

const { values: flags } = parseArgs({
  options: { questions: { type: 'string', default: '100,300,1000,2000' } },
})

const decks = fileURLToPath(new URL('../decks/', import.meta.url))
const names = (await readdir(decks)).filter((name) => name.endsWith('.md'))
const papers = await Promise.all(
  names.sort().map((name) => readFile(join(decks, name), 'utf8')),
)
const folder = await mkdtemp(join(tmpdir(), 'studydeck-bench-growth-'))
try {
  const counts = flags.questions.split(',').map(Number)
  console.log(growthTable(await measureGrowth(folder, poolOf(papers), counts)))
} finally {
  await rm(folder, { recursive: true, force: true })
}
