// @ts-check
import { copyFile, mkdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { paperOf } from './papers.js'
import { run } from './processes.js'
import { marp, studydeck, themeWithFonts } from './programs.js'

/** @typedef {import('./processes.js').Command} Command */
/** @typedef {import('./programs.js').HeadlessShell} HeadlessShell */
/** @typedef {import('./papers.js').Pool} Pool */

/**
 * What one program took for the same work, again and again.
 *
 * @typedef {object} Series
 * @property {number[]} seconds of each run, as a whole process
 * @property {number[]} cpuSeconds of each run; empty where they cannot be counted
 * @property {number} [peakBytes] of memory of the process tree, in a run of its own
 * @property {number} bytes of what it wrote
 */

/** @typedef {{ ours: Series, theirs: Series }} Comparison */

/**
 * Runs two programs in turns.
 *
 * @param {number} runs
 * @param {{ command: Command, output: string }} ours
 * @param {{ command: Command, output: string }} theirs
 * @returns {Promise<Comparison>}
 */
export async function compare(runs, ours, theirs) {
  const pair = { ours: await warmUp(ours), theirs: await warmUp(theirs) }
  for (let turn = 0; turn < runs; turn++) {
    add(pair.ours, await run(ours.command))
    add(pair.theirs, await run(theirs.command))
  }
  return pair
}

/**
 * The first run fills the caches of the system and is watched instead of timed.
 *
 * @param {{ command: Command, output: string }} program
 * @returns {Promise<Series>}
 */
async function warmUp({ command, output }) {
  const { peakBytes } = await run(command, { watch: () => undefined })
  const { size } = await stat(output)
  return {
    seconds: [],
    cpuSeconds: [],
    bytes: size,
    ...(peakBytes === undefined ? {} : { peakBytes }),
  }
}

/** @param {Series} series @param {import('./processes.js').Run} run */
function add(series, { seconds, cpuSeconds }) {
  series.seconds.push(seconds)
  if (cpuSeconds !== undefined) series.cpuSeconds.push(cpuSeconds)
}

/**
 * One paper of the series' size, cold: each way of making it against what marp-cli makes of its `deck.md`.
 *
 * @param {string} folder for everything that is written
 * @param {Pool} pool
 * @param {{ runs: number, shell: HeadlessShell | undefined, hasBrowser: boolean }} options
 */
export async function measureOnePaper(
  folder,
  pool,
  { runs, shell, hasBrowser },
) {
  const paper = join(folder, 'series.md')
  await writeFile(paper, paperOf(pool, { seed: 1 }))
  const out = join(folder, 'series')
  await run(studydeck(paper, '--out', out))
  const host = join(out, 'series', 'host')
  const deck = join(host, 'deck.md')
  const pdf = join(folder, 'marp.pdf')
  const html = join(folder, 'marp.html')
  /** @param {string[]} only */
  const ours = (...only) => ({
    command: studydeck(paper, '--out', out, ...only),
    output: join(host, only[1] === 'host/deck.html' ? 'deck.html' : 'deck.pdf'),
  })
  const pdfOnly = ours('--only', 'host/deck.pdf')
  const marpPdf = { command: marp([deck, '--pdf', '-o', pdf]), output: pdf }
  const marpShellPdf = {
    command: marp([deck, '--pdf', '-o', pdf], { shell }),
    output: pdf,
  }
  return {
    ...(hasBrowser
      ? {
          pdf: await compare(runs, pdfOnly, marpPdf),
          all: await compare(runs, ours(), marpPdf),
        }
      : {}),
    ...(shell
      ? { pdfSameShell: await compare(runs, pdfOnly, marpShellPdf) }
      : {}),
    html: await compare(runs, ours('--only', 'host/deck.html'), {
      command: marp([deck, '-o', html]),
      output: html,
    }),
    sizes: await sizesOf(folder, deck, host, shell),
  }
}

/** @param {string} folder @param {string} deck @param {string} host @param {HeadlessShell | undefined} shell */
async function sizesOf(folder, deck, host, shell) {
  const theme = join(folder, 'theme-with-fonts.css')
  const pdf = join(folder, 'marp-with-fonts.pdf')
  await writeFile(theme, themeWithFonts())
  await run(
    marp([deck, '--pdf', '--allow-local-files', '-o', pdf], { shell, theme }),
  )
  return {
    deckPdf: (await stat(join(host, 'deck.pdf'))).size,
    marpPdf: (await stat(pdf)).size,
    deckHtml: (await stat(join(host, 'deck.html'))).size,
  }
}

/**
 * Many different papers in one process, against marp-cli's PDFs of their decks.
 *
 * @param {string} parent
 * @param {Pool} pool
 * @param {number} count
 * @param {HeadlessShell | undefined} shell for marp-cli, where it finds no browser by itself
 */
export async function measureManyPapers(parent, pool, count, shell) {
  const folder = join(parent, `many-${count}`)
  const papers = join(folder, 'papers')
  const out = join(folder, 'built')
  const decks = join(folder, 'decks')
  const pdfs = join(folder, 'pdfs')
  await Promise.all(
    [papers, decks].map((path) => mkdir(path, { recursive: true })),
  )
  const names = Array.from(
    { length: count },
    (_, index) => `paper-${index + 1}`,
  )
  for (const [index, name] of names.entries())
    await writeFile(
      join(papers, `${name}.md`),
      paperOf(pool, { seed: 100 + index }),
    )
  const ours = await run(studydeck(papers, '--out', out))
  /** Watching costs time: it is a run of its own. @type {{ bytes: number, papers: number }[]} */
  const memory = []
  await run(studydeck(papers, '--out', out), {
    watch: ({ bytes, output }) => {
      memory.push({
        bytes,
        papers: output.split('\n').filter((line) => line.startsWith(papers))
          .length,
      })
    },
  })
  for (const name of names)
    await copyFile(
      join(out, name, 'host', 'deck.md'),
      join(decks, `${name}.md`),
    )
  const theirs = await run(
    marp(['-I', decks, '-P', '5', '--pdf', '-o', pdfs], { shell }),
  )
  return { count, ours: ours.seconds, theirs: theirs.seconds, memory }
}

/**
 * Papers of more and more questions.
 *
 * @param {string} folder
 * @param {Pool} pool
 * @param {readonly number[]} counts of questions
 */
export async function measureGrowth(folder, pool, counts) {
  const points = []
  for (const questions of counts) {
    const paper = join(folder, `questions-${questions}.md`)
    await writeFile(paper, paperOf(pool, { seed: questions, questions }))
    // The usual limits end at 10,000 slides.
    const limits = ['--limits', 'file=50,slides=100000']
    const { seconds, treeCpuSeconds, peakBytes, peakResidentBytes } = await run(
      studydeck(paper, '--out', join(folder, 'growth'), ...limits),
      { watch: () => undefined },
    )
    const watched = { treeCpuSeconds, peakBytes, peakResidentBytes }
    points.push({ questions, seconds, ...watched })
  }
  return points
}
