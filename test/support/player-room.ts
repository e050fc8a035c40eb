import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import puppeteer, { type Browser, type Page } from 'puppeteer-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { bundlePage } from '../../scripts/page-bundle.js'
import { findBrowser } from '../../src/print/find-browser.ts'
import { deckPage, type DeckPageOptions } from './deck-page.ts'

/** A browser with deck pages that were opened from disk, and everything that went wrong in them. */
export interface PlayerRoom {
  readonly browser: Browser
  /** The player's script. */
  readonly player: string
  /** Opens a fresh page of the fixture, or of the HTML given. */
  readonly open: (options?: OpenOptions) => Promise<Page>
  /** Console errors, page errors and requests beyond the files that were opened. */
  readonly problems: string[]
  readonly close: () => Promise<void>
}

/** How a deck page is opened. */
export interface OpenOptions extends DeckPageOptions {
  readonly html?: string
  readonly hash?: string
  readonly size?: { readonly width: number; readonly height: number }
  readonly touch?: boolean
  /** Runs in the page before its scripts. */
  readonly before?: () => void
}

/** Starts a browser; whoever opens a room closes it. */
export async function openRoom(): Promise<PlayerRoom> {
  const found = await findBrowser()
  const folder = await mkdtemp(join(tmpdir(), 'studydeck-player-'))
  const browser = await puppeteer.launch({
    executablePath: found.executablePath,
    env: { ...process.env, ...found.env },
    args: [
      '--no-sandbox',
      '--headless',
      '--autoplay-policy=user-gesture-required',
    ],
    // Puppeteer's own pop-up blocking is off; ours must come from a key press anyway.
  })
  const player = await bundlePage('player')
  const problems: string[] = []
  let count = 0
  browser.on('targetcreated', (target) => {
    void target.page().then((page) => {
      if (page) watch(page, problems)
    })
  })
  return {
    browser,
    player,
    problems,
    open: async (options = {}) => {
      const file = join(folder, `덱 ${++count}.html`)
      await writeFile(file, options.html ?? deckPage(player, options))
      const page = await browser.newPage()
      const { width, height } = options.size ?? { width: 1280, height: 720 }
      await page.setViewport({
        width,
        height,
        hasTouch: options.touch ?? false,
      })
      await page.emulateMediaFeatures([
        { name: 'prefers-reduced-motion', value: 'reduce' },
      ])
      if (options.before) await page.evaluateOnNewDocument(options.before)
      await page.goto(`${pathToFileURL(file).href}${options.hash ?? ''}`)
      return page
    },
    close: async () => {
      await browser.close()
      found.cleanup()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Opens a room for all tests of a file: each begins without a page, and none may leave a problem. */
export function roomForTests(): PlayerRoom {
  const room = {} as PlayerRoom
  beforeAll(async () => {
    Object.assign(room, await openRoom())
  })
  afterAll(() => room.close())
  afterEach(async () => {
    for (const page of await room.browser.pages()) await page.close()
    expect(room.problems.splice(0)).toEqual([])
  })
  return room
}

function watch(page: Page, problems: string[]): void {
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warn')
      problems.push(message.text())
  })
  page.on('pageerror', (error) => problems.push(String(error)))
  page.on('request', (request) => {
    if (!/^(?:file|data|blob|about):/.test(request.url()))
      problems.push(request.url())
  })
}

/** Text that can be seen on the current slide: laid out, not hidden, inside the window. */
export function visibleText(page: Page, within = 'body'): Promise<string> {
  return page.evaluate((selector) => {
    const seen: string[] = []
    const walker = document.createTreeWalker(
      document.querySelector(selector)!,
      NodeFilter.SHOW_TEXT,
    )
    while (walker.nextNode()) {
      const text = walker.currentNode as Text
      const parent = text.parentElement!
      const range = document.createRange()
      range.selectNodeContents(text)
      const box = range.getBoundingClientRect()
      const on =
        parent.checkVisibility({
          visibilityProperty: true,
          opacityProperty: true,
        }) &&
        box.width > 0 &&
        box.right > 0 &&
        box.bottom > 0 &&
        box.left < innerWidth &&
        box.top < innerHeight
      if (on && text.data.trim()) seen.push(text.data.trim())
    }
    return seen.join(' ')
  }, within)
}

/** What the address has after `#`. */
export function hashOf(page: Page): Promise<string> {
  return page.evaluate(() => decodeURIComponent(location.hash.slice(1)))
}

/** Presses one key after the other. */
export async function press(
  page: Page,
  ...keys: readonly string[]
): Promise<void> {
  for (const key of keys) await page.keyboard.press(key as 'Space')
}

/** Opens the presenter's window with `s`, and waits until both windows hear each other. */
export async function present(audience: Page): Promise<Page> {
  const opened = new Promise<Page>((resolve) =>
    audience.once('popup', (page) => {
      resolve(page!)
    }),
  )
  await press(audience, 's')
  const presenter = await opened
  await presenter.setViewport({ width: 1280, height: 800 })
  await connected(presenter)
  // The slide follows its panel one frame later.
  await presenter.waitForFunction(() => {
    const width = (selector: string): number =>
      document.querySelector(selector)!.getBoundingClientRect().width
    return innerWidth === 1280 && width('main') === width('.sd-now')
  })
  return presenter
}

/** Waits until the presenter's window hears the audience's. */
export async function connected(presenter: Page): Promise<void> {
  await presenter.waitForFunction(
    () =>
      document.querySelector('.sd-presenter .sd-warning')?.textContent === '',
  )
}

/** Waits until a message is seen that holds the text. Call it before what brings the message: it stays for moments only. */
export async function says(page: Page, text: string): Promise<void> {
  await page.waitForFunction(
    (wanted) => {
      const toast = document.querySelector<HTMLElement>('.sd-toast')
      return (
        toast?.innerText.includes(wanted) &&
        toast.checkVisibility({
          visibilityProperty: true,
          opacityProperty: true,
        })
      )
    },
    {},
    text,
  )
}

/** Lets the page's own timers of up to so many milliseconds run out, however slow the machine is. */
export async function pause(page: Page, milliseconds: number): Promise<void> {
  await page.evaluate(
    (ms) => new Promise((done) => setTimeout(done, ms)),
    milliseconds,
  )
}

/** Turns a page's clock forward, which stands still else, and waits until the page has looked at it. */
export async function later(page: Page, seconds: number): Promise<void> {
  await page.evaluate((ahead) => {
    ;(window as unknown as { ahead: number }).ahead += ahead * 1000
  }, seconds)
  await pause(page, 250)
}
