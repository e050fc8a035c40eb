import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startDev, type Dev } from '../../src/dev/index.ts'
import { Browser } from '../../src/print/index.ts'
import { temporaryFolder, type Folder } from '../support/folder.ts'
import {
  hostilePaper,
  hostileSnippets,
  type Snippet,
} from '../support/hostile.ts'
import {
  canaryServer,
  provoke,
  watchMisdeeds,
  type CanaryServer,
} from '../support/hostile-visit.ts'
import { openRoom, type PlayerRoom } from '../support/player-room.ts'

const browser = new Browser()
const start = '# 1회차\n\n1. 설명하시오.\n\n> **[답변]** 시작\n'
let folder: Folder
let server: CanaryServer
let room: PlayerRoom
let dev: Dev
let snippets: readonly Snippet[]

beforeAll(async () => {
  folder = await temporaryFolder()
  server = await canaryServer()
  room = await openRoom()
  snippets = hostileSnippets({
    origin: `http://127.0.0.1:${server.port}`,
    port: server.port,
    secret: join(folder.path, 'secret'),
  }).filter(({ kind }) => kind !== 'front-matter')
  await folder.write('secret.txt', 'STUDYDECK-CANARY-SECRET')
  await folder.write('papers/1회차.md', start)
  dev = await startDev({
    paths: [join(folder.path, 'papers')],
    port: 0,
    polling: false,
    desk: { browser },
    onPaper: () => undefined,
  })
})
afterAll(async () => {
  await dev[Symbol.asyncDispose]()
  await room.close()
  await browser.close()
  await server[Symbol.asyncDispose]()
  await folder[Symbol.asyncDispose]()
})

/** Snippets that come into the open page with one edit. */
const together = 100

test('snippets of people who mean harm do nothing in an open page of dev, nor in what lies over it', async () => {
  const page = await room.browser.newPage()
  const misdeeds = await watchMisdeeds(page)
  await page.goto(new URL(encodeURI('1회차/host/deck.html'), dev.url).href)
  let overlays = 0
  for (let at = 0; at < snippets.length; at += together) {
    const part = snippets
      .slice(at, at + together)
      .map((snippet, index) => [at + index, snippet] as const)
    // A title tells that the page has come to this paper.
    const title = `가나다 ${at} 라마바`
    await folder.write(
      'papers/1회차.md',
      `# ${title}\n\n${hostilePaper(part).replace(/^# .*\n/, '')}`,
    )
    await expect
      .poll(() => page.evaluate(() => document.documentElement.innerHTML), {
        timeout: 60_000,
      })
      .toContain(title)
    overlays += await page.evaluate(
      () => document.querySelectorAll('studydeck-problems').length,
    )
    misdeeds.foreign.push(...(await page.evaluate(provoke)))
    expect(await page.content()).not.toContain('STUDYDECK-CANARY-SECRET')
  }
  const asked = misdeeds.asked.filter((url) => !url.startsWith(dev.url))
  expect({ ...misdeeds, asked }).toEqual({
    ran: [],
    asked: [],
    stopped: [],
    foreign: [],
  })
  expect(server.calls).toEqual([])
  expect(overlays).toBeGreaterThan(0)
}, 600_000)
