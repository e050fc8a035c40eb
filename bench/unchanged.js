// @ts-check
/**
 * `npm run bench:unchanged [-- papers out] [-- --papers 100] [-- --runs 15] [-- --json]`: how long a build takes that has
 * nothing to do, in turns with Node.js alone and with reading the same files.
 */
import {
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execPath } from 'node:process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { paperOf, poolOf } from './papers.js'
import { run } from './processes.js'
import { median } from './statistics.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    papers: { type: 'string', default: '100' },
    runs: { type: 'string', default: '15' },
    json: { type: 'boolean', default: false },
  },
})

/** What is to be read anyway: papers, the records of their builds, and participants' files, which are hashed. */
const reading = `
  const { createHash } = require('node:crypto')
  const { readdirSync, readFileSync } = require('node:fs')
  const [papers, out] = process.argv.slice(1)
  for (const name of readdirSync(papers)) readFileSync(papers + '/' + name)
  for (const paper of readdirSync(out, { withFileTypes: true })) {
    if (!paper.isDirectory()) continue
    const folder = out + '/' + paper.name
    readFileSync(folder + '/.studydeck.json')
    for (const name of readdirSync(folder + '/share'))
      createHash('sha256').update(readFileSync(folder + '/share/' + name)).digest()
  }`

const folder = await mkdtemp(join(tmpdir(), 'studydeck-bench-unchanged-'))
try {
  const [papers = join(folder, 'papers'), out = join(folder, 'out')] =
    positionals
  if (positionals.length === 0) await makePapers(papers, Number(flags.papers))
  const build = [join(root, 'dist/cli.js'), 'build', papers, '--out', out]
  await run({ program: execPath, args: build })
  /** @type {Record<string, number[]>} */
  const seconds = { build: [], node: [], reading: [] }
  for (let turn = 0; turn < Number(flags.runs); turn++)
    for (const [name, args] of Object.entries({
      build,
      node: ['-e', '0'],
      reading: ['-e', reading, papers, out],
    }))
      seconds[name]?.push((await run({ program: execPath, args })).seconds)
  const [ours, node, read] = Object.values(seconds).map(median)
  const files = Number(read) - Number(node)
  const ratio = (Number(ours) - files) / Number(node)
  if (flags.json) console.log(JSON.stringify({ seconds, ratio }))
  else
    console.log(
      `unchanged build of ${(await readdir(papers)).length} papers, medians of ${flags.runs} in turns
build ${ms(ours)}   node -e 0 ${ms(node)}   reading the files ${ms(files)}
(build - reading) / node = ${ratio.toFixed(2)}, at most 3: ${ratio <= 3 ? 'yes' : 'no'}`,
    )
} finally {
  await rm(folder, { recursive: true, force: true })
}

/** @param {string} papers folder @param {number} count */
async function makePapers(papers, count) {
  const decks = join(root, 'decks')
  const names = (await readdir(decks)).filter((name) => name.endsWith('.md'))
  const pool = poolOf(
    await Promise.all(
      names.sort().map((name) => readFile(join(decks, name), 'utf8')),
    ),
  )
  await mkdir(papers)
  for (let seed = 1; seed <= count; seed++)
    await writeFile(join(papers, `${seed}회차.md`), paperOf(pool, { seed }))
}

/** @param {number | undefined} seconds */
function ms(seconds = NaN) {
  return `${(seconds * 1000).toFixed(0)} ms`
}
