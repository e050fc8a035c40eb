import { symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bundlePage } from '../../scripts/page-bundle.js'
import { loadImages } from '../../src/images/index.ts'
import type { GalleryCard } from '../../src/model/gallery-card.ts'
import { outputNames } from '../../src/model/output.ts'
import { buildPaper } from '../../src/pipeline/build-paper.ts'
import { cardOf } from '../../src/pipeline/gallery-card.ts'
import { galleryPage } from '../../src/pipeline/gallery-page.ts'
import { loadPaper } from '../../src/pipeline/load-paper.ts'
import { Browser } from '../../src/print/index.ts'
import { everyOutput, type OutputTexts } from '../support/every-output.ts'
import { temporaryFolder, type Folder } from '../support/folder.ts'
import {
  endOf,
  hostilePaper,
  hostileSnippets,
  paperWithFrontMatter,
  type Snippet,
} from '../support/hostile.ts'
import {
  canaryServer,
  provoke,
  watchMisdeeds,
  type CanaryServer,
  type Misdeeds,
} from '../support/hostile-visit.ts'
import { openRoom, type PlayerRoom } from '../support/player-room.ts'

/** What stands in files that no paper may read, as it is and as Base64 shows it wherever it begins. */
const secret = 'STUDYDECK-CANARY-SECRET'
const secrets = [
  secret,
  ...['', 'x', 'xx'].map((before) =>
    Buffer.from(before + secret)
      .toString('base64')
      .slice(4, -4),
  ),
]

/** Snippets that one paper has. */
const together = 40

/** Cards of all papers: the gallery shows their titles. */
const cards: GalleryCard[] = []

const browser = new Browser()
let folder: Folder
let server: CanaryServer
let room: PlayerRoom
let notebook: string
let snippets: readonly Snippet[]

beforeAll(async () => {
  folder = await temporaryFolder()
  server = await canaryServer()
  room = await openRoom()
  notebook = await bundlePage('notebook-page')
  snippets = hostileSnippets({
    origin: `http://127.0.0.1:${server.port}`,
    port: server.port,
    secret: join(folder.path, 'secret'),
  })
  await writeImages()
})
afterAll(async () => {
  await room.close()
  await browser.close()
  await server[Symbol.asyncDispose]()
  await folder[Symbol.asyncDispose]()
})

/** Images beside the papers, some of them hostile, and what lies outside of their folder. */
async function writeImages(): Promise<void> {
  const svg = (inside: string): string =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">${inside}</svg>`
  const { port } = server
  await folder.write('secret.txt', secret)
  await folder.write('secret.svg', svg(`<!--${secret}-->`))
  await folder.write(
    'papers/hostile.svg',
    svg(
      `<script>alert(1)</script><image href="http://127.0.0.1:${port}/svg.png" onload="alert(1)"/><style>@import url(http://127.0.0.1:${port}/svg.css)</style>`,
    ),
  )
  await folder.write(
    'papers/bomb.svg',
    `<!DOCTYPE svg [<!ENTITY a "${'x'.repeat(99)}"><!ENTITY b "${'&a;'.repeat(99)}"><!ENTITY c "${'&b;'.repeat(99)}"><!ENTITY s SYSTEM "file://${folder.path}/secret.txt">]>${svg('<text>&c;&s;</text>')}`,
  )
  await folder.write('papers/page.png', '<html><script>alert(1)</script>')
  await folder.write(
    'papers/pixel.png',
    Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
      'base64',
    ),
  )
  await symlink('../secret.svg', join(folder.path, 'papers/link.svg'))
  await symlink('..', join(folder.path, 'papers/linked'))
}

/** Makes every output of a paper, as far as it can be made without a browser. */
async function outputsOf(markdown: string): Promise<OutputTexts> {
  const path = await folder.write('papers/paper.md', markdown)
  const { file, paper, tree } = await loadPaper(path)
  const images = await loadImages(tree!, file, { browser })
  cards.push(cardOf(paper!, [], false))
  return everyOutput(paper!, { images, player: room.player, notebook })
}

/** What was made of one paper. */
interface Made {
  readonly name: string
  readonly outputs: OutputTexts
}

type Numbered = readonly [number, Snippet]

/** Papers with many snippets each; one that swallows what follows it gets a paper of its own, and the others another. */
async function papersWith(chosen: readonly Numbered[]): Promise<Made[]> {
  const papers: Made[] = []
  for (let at = 0; at < chosen.length; at += together) {
    const part = chosen.slice(at, at + together)
    const outputs = await outputsOf(hostilePaper(part))
    papers.push({ name: part.map(([, { name }]) => name).join(', '), outputs })
    if (part.length === 1) continue
    const text = outputs.get('host/answers.html')!
    const [first, ...others] = part.filter(
      ([index]) => !text.includes(endOf(index)),
    )
    if (first)
      papers.push(...(await papersWith([first])), ...(await papersWith(others)))
  }
  return papers
}

/** Opens pages one after the other, in the same window. */
class Visitor {
  readonly page: Page
  readonly #misdeeds: Misdeeds
  visits = 0

  constructor(page: Page, misdeeds: Misdeeds) {
    this.page = page
    this.#misdeeds = misdeeds
  }

  /** @returns what the page did, if it did anything */
  async visit(html: string): Promise<Misdeeds | undefined> {
    const path = await folder.write(`opened/페이지 ${++this.visits}.html`, html)
    await this.page.goto(pathToFileURL(path).href)
    return this.look()
  }

  /** @returns what the page did since it was opened */
  async look(): Promise<Misdeeds | undefined> {
    this.#misdeeds.foreign.push(...(await this.page.evaluate(provoke)))
    const found = structuredClone(this.#misdeeds)
    for (const list of Object.values(this.#misdeeds) as string[][])
      list.length = 0
    return Object.values(found).some((list: string[]) => list.length > 0)
      ? found
      : undefined
  }
}

async function visitor(): Promise<Visitor> {
  const page = await room.browser.newPage()
  return new Visitor(page, await watchMisdeeds(page))
}

const isFrontMatter = ({ kind }: Snippet): boolean => kind === 'front-matter'

/** Whatever the load of the machine: the time is that of a loaded one. */
const timeout = 900_000

describe('snippets of people who mean harm', () => {
  let papers: readonly Made[]
  beforeAll(async () => {
    const bodies = snippets.filter((snippet) => !isFrontMatter(snippet))
    papers = await papersWith(bodies.map((snippet, index) => [index, snippet]))
  }, timeout)

  test(
    'do nothing in any page that is made of a paper',
    async () => {
      const heads: Made[] = []
      for (const snippet of snippets.filter(isFrontMatter)) {
        const outputs = await outputsOf(paperWithFrontMatter(snippet))
        heads.push({ name: snippet.name, outputs })
      }
      const pages = await visitor()
      const found: Record<string, Misdeeds | undefined> = {}
      for (const { name, outputs } of [...papers, ...heads])
        for (const [path, text] of outputs) {
          for (const word of secrets)
            expect(text, `${name} ${path}`).not.toContain(word)
          // Front matter reaches titles only, which all pages of a kind show alike.
          const isOpened = heads.some((head) => head.name === name)
            ? /^host\/(?:deck|notebook)\.html$/.test(path)
            : path.endsWith('.html')
          if (!isOpened) continue
          found[`${path} of ${name}`] = await pages.visit(text)
        }
      const gallery = cards.map((card, index) => ({
        folder: `"><img src=x onerror=alert(1)> ${index}`,
        card: { ...card, date: card.title },
        files: outputNames,
      }))
      const inGallery = await pages.visit(await galleryPage(gallery, {}, ''))
      // Its links lead to files beside it.
      const foreign = inGallery?.foreign.filter(
        (one) => !one.startsWith('a href=%22'),
      )
      expect({ ...inGallery, foreign }).toEqual({
        ran: [],
        asked: [],
        stopped: [],
        foreign: [],
      })
      console.log(
        `hostile: ${snippets.length} snippets, ${papers.length + heads.length} papers, ${pages.visits} pages opened, ${server.calls.length} calls`,
      )
      expect(Object.entries(found).filter(([, misdeeds]) => misdeeds)).toEqual(
        [],
      )
      expect(server.calls).toEqual([])
      expect(snippets.length).toBeGreaterThanOrEqual(200)
    },
    timeout,
  )

  test(
    'do nothing in the windows and panels of the player',
    async () => {
      const pages = await visitor()
      const found: (Misdeeds | undefined)[] = []
      for (const { outputs } of papers.slice(0, 2)) {
        await pages.visit(outputs.get('host/deck.html')!)
        const presenter = await openPresenter(pages.page)
        const misdeeds = await watchMisdeeds(presenter)
        await presenter.reload()
        await presenter.waitForSelector('.sd-presenter')
        // Overview, finder, help; then through slides, whose texts both windows show.
        for (const key of ['o', 'Escape', '/', 'a', 'Escape', '?', 'Escape'])
          await pages.page.keyboard.press(key as 'o')
        for (let step = 0; step < 30; step++)
          await presenter.keyboard.press('PageDown')
        misdeeds.foreign.push(...(await presenter.evaluate(provoke)))
        await presenter.close()
        found.push(misdeeds, await pages.look())
      }
      expect(found).toEqual(
        [1, 2].flatMap(() => [
          { ran: [], asked: [], stopped: [], foreign: [] },
          undefined,
        ]),
      )
      expect(server.calls).toEqual([])
    },
    timeout,
  )

  test(
    'ask for nothing and read nothing while they are printed',
    async () => {
      const some = snippets
        .filter((snippet) => !isFrontMatter(snippet))
        .map((snippet, index): Numbered => [index, snippet])
        .filter(([index]) => index % 12 === 0)
      const path = await folder.write('papers/print.md', hostilePaper(some))
      const asked: string[] = []
      const { files, file } = await buildPaper(path, {
        folder: 'print',
        wanted: new Set(outputNames),
        browser: {
          withPage: (html, use) =>
            browser.withPage(html, async (page) => {
              const result = await use(page)
              asked.push(...page.requests)
              return result
            }),
        },
      })
      expect(files.map((output) => output.path)).toContain(
        'print/host/deck.pdf',
      )
      for (const { contents } of files)
        for (const word of secrets)
          expect(Buffer.from(contents).includes(word)).toBe(false)
      expect(asked).toEqual([])
      expect(server.calls).toEqual([])
      expect(file.messages.map(({ ruleId }) => ruleId)).toContain(
        'image-missing',
      )
    },
    timeout,
  )
})

/** Opens the presenter's window with its key, as a host does. */
async function openPresenter(page: Page): Promise<Page> {
  const opened = new Promise<Page>((resolve) =>
    page.once('popup', (popup) => {
      resolve(popup!)
    }),
  )
  await page.keyboard.press('s')
  return opened
}
