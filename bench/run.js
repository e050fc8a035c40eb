// @ts-check
/** `npm run bench [-- --quick] [-- --json]`: measures studydeck against marp-cli and says which targets hold. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { measureGrowth, measureManyPapers, measureOnePaper } from './measure.js'
import { poolOf } from './papers.js'
import { run } from './processes.js'
import { hasInstalledBrowser, headlessShell, studydeck } from './programs.js'
import { report } from './report.js'
import { judge } from './targets.js'

const { values: flags } = parseArgs({
  options: {
    /** Few runs of everything: to see that it works. */
    quick: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
})
const size = flags.quick
  ? { runs: 3, papers: [12], questions: [10, 100, 300], edits: 10 }
  : {
      runs: 9,
      papers: [12, 100],
      questions: [10, 100, 1000, 2000, 5000],
      edits: 50,
    }

const decks = fileURLToPath(new URL('../decks/', import.meta.url))
const names = (await readdir(decks))
  .filter((name) => name.endsWith('.md'))
  .sort()
const pool = poolOf(
  await Promise.all(names.map((name) => readFile(join(decks, name), 'utf8'))),
)
const folder = await mkdtemp(join(tmpdir(), 'studydeck-bench-'))
try {
  say('warming up: the headless shell is unpacked once')
  await run(
    studydeck(
      join(decks, names[0] ?? ''),
      '--out',
      folder,
      '--only',
      'host/deck.pdf',
    ),
  )
  const [shell, hasBrowser] = [headlessShell(), hasInstalledBrowser()]
  if (!hasBrowser)
    say(
      'no Chrome or Chromium is installed: marp-cli has no default browser, 1a and 2 are left out',
    )
  if (!shell)
    say('there is no headless shell of our own on this system: 1b is left out')
  say('one paper')
  const one = await measureOnePaper(folder, pool, {
    runs: size.runs,
    shell,
    hasBrowser,
  })
  const many = []
  for (const count of hasBrowser || shell ? size.papers : []) {
    say(`${count} papers`)
    many.push(
      await measureManyPapers(
        folder,
        pool,
        count,
        hasBrowser ? undefined : shell,
      ),
    )
  }
  say('the same papers, unchanged')
  const unchanged =
    many.length > 0 ? await measureUnchanged(many.at(-1)?.count) : undefined
  say(`papers of ${size.questions.join(', ')} questions`)
  const growth = await measureGrowth(folder, pool, size.questions)
  say('edits of a paper in dev')
  const dev = shell ? await measureEdits(size.edits) : undefined
  const measured = {
    ...one,
    many,
    growth,
    ...(dev ? { dev } : {}),
    ...(unchanged === undefined ? {} : { unchanged }),
  }
  const verdicts = judge(measured)
  const machine = {
    date: new Date().toISOString().slice(0, 10),
    node: process.version,
    cpu: cpus()[0]?.model,
    cores: cpus().length,
  }
  console.log(
    flags.json
      ? JSON.stringify({ machine, measured, verdicts }, undefined, 2)
      : `${Object.values(machine).join(' · ')}\n\n${report(measured, verdicts)}`,
  )
} finally {
  await rm(folder, { recursive: true, force: true })
}

/**
 * Seconds from each edit to an open page, as `npm run bench:dev` measures them.
 *
 * @param {number} edits
 * @returns {Promise<number[]>}
 */
async function measureEdits(edits) {
  const program = fileURLToPath(new URL('dev.js', import.meta.url))
  const paper = join(decks, names.at(-1) ?? '')
  const { output } = await run({
    program: process.execPath,
    args: [program, paper, '--json', '--edits', String(edits)],
  })
  /** @type {{ milliseconds: number[] }[]} */
  const [measured] = JSON.parse(output)
  return (measured?.milliseconds ?? []).map((time) => time / 1000)
}

/**
 * How many times as long as Node.js alone an unchanged build takes, as `npm run bench:unchanged` measures it.
 *
 * @param {number | undefined} count of the papers that were built before
 * @returns {Promise<number>}
 */
async function measureUnchanged(count) {
  const program = fileURLToPath(new URL('unchanged.js', import.meta.url))
  const built = join(folder, `many-${count}`)
  const { output } = await run({
    program: process.execPath,
    args: [program, join(built, 'papers'), join(built, 'built'), '--json'],
  })
  /** @type {{ ratio: number }} */
  const { ratio } = JSON.parse(output)
  return ratio
}

/** Progress goes to standard error, so that `--json` can be piped. @param {string} text */
function say(text) {
  process.stderr.write(`${text} …\n`)
}
