import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { LaunchOptions } from 'puppeteer-core'
import { beforeEach, expect, test, vi } from 'vitest'
import type { BrowserPage, PageSource } from '../../src/model/browser-page.ts'
import { Browser } from '../../src/pipeline/browser.ts'
import { usualOutputs } from '../../src/model/output.ts'
import { build } from '../../src/pipeline/index.ts'
import { temporaryFolder, type Folder } from '../support/folder.ts'
import { studydeck } from '../support/terminal.ts'

/** How much a build asks of the browser. Times vary from machine to machine; these counts do not. */
interface Counts {
  /** Documents that were loaded. */
  loads: number
  /** Characters that went to the browser: documents, scripts and arguments of functions. */
  sent: number
  /** Functions that ran in a page, by name. */
  readonly calls: Record<string, number>
  /** Documents that were shown in a page that had another one; only their bodies are sent. */
  shows: number
  /** Prints. */
  pdfs: number
}

const { launch, newPage } = vi.hoisted(() => ({
  launch: vi.fn(),
  newPage: vi.fn(),
}))

vi.mock('puppeteer-core', async (original) => {
  const real = await original<typeof import('puppeteer-core')>()
  launch.mockImplementation(async (options: LaunchOptions) => {
    const browser = await real.launch(options)
    newPage.mockImplementation(browser.newPage.bind(browser))
    return Object.assign(browser, { newPage })
  })
  return { ...real, launch }
})

const paper = await readFile('test/support/paper.md', 'utf8')

beforeEach(() => {
  launch.mockClear()
  newPage.mockClear()
})

function counted(browser: PageSource): { source: PageSource; counts: Counts } {
  const counts: Counts = {
    loads: 0,
    sent: 0,
    calls: {},
    shows: 0,
    pdfs: 0,
  }
  const count = (name: string): void => {
    counts.calls[name] = (counts.calls[name] ?? 0) + 1
  }
  const countedPage = (page: BrowserPage): BrowserPage => ({
    ...page,
    show: (html) => {
      counts.shows++
      return page.show(html)
    },
    evaluate: (fn, argument) => {
      count(fn.name)
      counts.sent += JSON.stringify(argument ?? null).length
      return page.evaluate(fn, argument)
    },
    run: (script) => {
      count(/studydeckMeter\.(\w+)/.exec(script)?.[1] ?? 'script')
      counts.sent += script.length
      return page.run(script)
    },
    pdf: () => {
      counts.pdfs++
      return page.pdf()
    },
  })
  return {
    counts,
    source: {
      withPage: (html, use) => {
        counts.loads++
        counts.sent += html.length
        return browser.withPage(html, (page) => use(countedPage(page)))
      },
    },
  }
}

async function papersIn(folder: Folder): Promise<string[]> {
  const names = ['가', '나', '다']
  return Promise.all(
    names.map((name) =>
      folder.write(
        `papers/${name}.md`,
        paper.replaceAll('캐시', `${name} 캐시`),
      ),
    ),
  )
}

test('three papers start one browser; each loads four documents, lays out its slides once and prints three times', async () => {
  await using folder = await temporaryFolder()
  const papers = await papersIn(folder)
  await using browser = new Browser()
  browser.warmUp()
  const { source, counts } = counted(browser)
  let written = 0
  for await (const { files } of build({
    papers,
    browser: source,
    concurrency: 2,
  }))
    for (const { path, contents } of files)
      if (path.endsWith('deck.html')) written += contents.length
  expect(launch).toHaveBeenCalledTimes(1)
  // The one that was opened beforehand is used.
  expect(newPage).toHaveBeenCalledTimes(12)
  const { loads, pdfs, calls, sent } = counts
  expect({ loads, pdfs }).toEqual({ loads: 12, pdfs: 9 })
  expect(calls).toMatchObject({
    measureSlides: 3,
    measureOverflow: 3,
    sizesOf: 3,
  })
  // Slides to be measured and to be shown, and three documents for paper, whose fonts are smaller.
  expect(sent / written).toBeLessThan(4)
})

test('what is not asked for costs nothing', async () => {
  await using folder = await temporaryFolder()
  const [first = ''] = await papersIn(folder)
  await using browser = new Browser()
  const { source, counts } = counted(browser)
  const wanted = new Set(['host/deck.html'] as const)
  for await (const { files } of build({
    papers: [first],
    browser: source,
    wanted,
  }))
    expect(files).toHaveLength(1)
  expect({ ...counts, sent: 0 }).toMatchObject({ loads: 1, pdfs: 0 })
  const none = counted(browser)
  const notebooks = new Set([
    'share/notebook.ipynb',
    'share/notebook.html',
  ] as const)
  for await (const { files } of build({
    papers: [first],
    browser: none.source,
    wanted: notebooks,
  }))
    expect(files).toHaveLength(2)
  expect(none.counts.loads).toBe(0)
})

test('papers built at once with one browser and warm caches have the bytes of papers built one by one, each in a process of its own', async () => {
  await using folder = await temporaryFolder()
  const papers = await papersIn(folder)
  const [cold, warm] = ['cold', 'warm'].map((name) => join(folder.path, name))
  for (const path of papers)
    await promisify(execFile)(process.execPath, [
      ...['dist/cli.js', 'build', path, '--out', cold ?? ''],
      ...['--concurrency', '1'],
    ])
  const { code } = await studydeck(
    ...['build', ...papers, '--out', warm ?? '', '--concurrency', '4'],
  )
  expect(code).toBe(0)
  const names = await folder.files('cold')
  expect(names).toHaveLength(papers.length * usualOutputs.length + 1)
  expect(await folder.files('warm')).toEqual(names)
  for (const name of names)
    expect(
      (await readFile(join(cold ?? '', name))).equals(
        await readFile(join(warm ?? '', name)),
      ),
      name,
    ).toBe(true)
})
