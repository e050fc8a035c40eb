// @ts-check
/**
 * `npm run bench:dev [-- paper.md …] [-- --edits 50] [-- --json]`: how long an edit takes from the disk to an open page,
 * of each paper; of one of the series and one of 40 questions where none is named.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { env, execPath, getuid } from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { launch } from 'puppeteer-core'
import { editsOf } from './edits.js'
import { paperOf, poolOf } from './papers.js'
import { headlessShell } from './programs.js'
import { median, quantile } from './statistics.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    edits: { type: 'string', default: '50' },
    json: { type: 'boolean', default: false },
  },
})
/** Milliseconds that the page may take at most, in the middle of all edits. */
const limit = 250
/** What an author who types pauses between two saves. */
const rest = 300

const folder = await mkdtemp(join(tmpdir(), 'studydeck-bench-dev-'))
try {
  const sources = positionals.length > 0 ? positionals : await ownPapers()
  const measured = []
  await mkdir(join(folder, 'edited'))
  for (const source of sources) {
    const paper = join(folder, 'edited', basename(source))
    const milliseconds = await measure(paper, await readFile(source, 'utf8'))
    measured.push({ paper: basename(source), milliseconds })
    if (!flags.json) console.log(distribution(basename(source), milliseconds))
  }
  if (flags.json) console.log(JSON.stringify(measured))
} finally {
  await rm(folder, { recursive: true, force: true })
}

/** The last of the series, and a paper of twice as many questions. */
async function ownPapers() {
  const series = join(root, 'decks/4회차-operating-systems.md')
  const long = join(folder, '40-questions.md')
  const pool = poolOf([await readFile(series, 'utf8')])
  await writeFile(long, paperOf(pool, { seed: 1, questions: 40 }))
  return [series, long]
}

/** @param {string} name @param {readonly number[]} milliseconds */
function distribution(name, milliseconds) {
  const sorted = [...milliseconds].sort((a, b) => a - b)
  const values = {
    min: quantile(sorted, 0),
    p10: quantile(sorted, 0.1),
    median: median(sorted),
    p90: quantile(sorted, 0.9),
    max: quantile(sorted, 1),
  }
  const row = Object.entries(values)
    .map(([name, value]) => `${name} ${value.toFixed(0)}`)
    .join('   ')
  const holds = values.median < limit ? 'yes' : 'no'
  return `${milliseconds.length} edits of ${name}, milliseconds from the disk to the page\n${row}\nmedian < ${limit} ms: ${holds}`
}

/**
 * @param {string} paper where it stands while it is edited
 * @param {string} text of it
 */
async function measure(paper, text) {
  await writeFile(paper, text)
  const dev = spawn(
    execPath,
    [join(root, 'dist/cli.js'), 'dev', paper, '--port', '0'],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  )
  const url = await addressOf(dev)
  const shell = headlessShell()
  const browser = await launch({
    executablePath: env['CHROME_PATH'] ?? shell?.path ?? '',
    headless: 'shell',
    env: { ...env, ...shell?.env },
    args: getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
  try {
    const page = await browser.newPage()
    await page.setViewport({ width: 1280, height: 720 })
    const name = basename(paper, '.md').normalize('NFC')
    const deck = `${encodeURIComponent(name)}/host/deck.html`
    await page.goto(new URL(deck, url).href)
    const all = []
    for (const { edited, mark } of editsOf(text, Number(flags.edits))) {
      await pause(rest)
      const start = performance.now()
      await writeFile(paper, edited)
      // Not what is drawn: the slide may be one that the player hides.
      await page.waitForFunction(
        `document.querySelector('main.deck')?.textContent.includes('${mark}')`,
        { polling: 'raf', timeout: 60_000 },
      )
      all.push(performance.now() - start)
    }
    return all
  } finally {
    await browser.close()
    const ended = once(dev, 'exit')
    dev.kill('SIGTERM')
    await ended
  }
}

/**
 * Waits for what it says first, and reads on: what nobody reads would stop it.
 *
 * @param {import('node:child_process').ChildProcess} dev
 * @returns {Promise<string>} address of the gallery
 */
function addressOf(dev) {
  let said = ''
  return new Promise((resolve, reject) => {
    dev.on('exit', () => reject(new Error(`studydeck dev ended: ${said}`)))
    dev.stdout?.on('data', (text) => {
      said += text
      const [url] = /http:\/\/127\.0\.0\.1:\d+\//.exec(said) ?? []
      if (url) resolve(url)
    })
  })
}
