import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  appendFile,
  readFile,
  rename,
  rm,
  unlink,
  writeFile,
} from 'node:fs/promises'
import { get, request, type IncomingHttpHeaders } from 'node:http'
import { connect } from 'node:net'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  test,
  vi,
} from 'vitest'
import { run } from '../../src/cli/run.ts'
import { startDev, type Dev } from '../../src/dev/index.ts'
import { Browser } from '../../src/print/index.ts'
import { temporaryFolder, type Folder } from '../support/folder.ts'
import { openRoom, press, type PlayerRoom } from '../support/player-room.ts'
import { studydeck } from '../support/terminal.ts'

const paper = await readFile('test/support/paper.md', 'utf8')
const doubtful = paper.slice(0, paper.lastIndexOf('> **[답변]**'))

let room: PlayerRoom
const printer = new Browser()
let folder: Folder
let dev: Dev

beforeAll(async () => {
  room = await openRoom()
})

afterAll(async () => {
  await room.close()
  await printer.close()
})

beforeEach(async () => {
  folder = await temporaryFolder()
  await folder.write('1회차.md', paper)
})

afterEach(async () => {
  await (dev as Dev | undefined)?.[Symbol.asyncDispose]()
  await folder[Symbol.asyncDispose]()
})

async function start(
  polling = false,
  port = 0,
  desk: { templates?: string } = {},
): Promise<Dev> {
  dev = await startDev({
    paths: [folder.path],
    port,
    polling,
    desk: { browser: printer, ...desk },
    onPaper: () => undefined,
  })
  return dev
}

/** Opens a page and waits until it is told of changes. */
async function visit(path: string): Promise<Page> {
  const page = await room.browser.newPage()
  await page.setViewport({ width: 1280, height: 720 })
  await page.goto(new URL(path, dev.url).href)
  return page
}

const deck = encodeURI('1회차/host/deck.html')

/** Waits until the page shows a text; reloads on the way are no matter. */
async function waitForText(page: Page, text: string | RegExp): Promise<void> {
  await expect
    .poll(
      () =>
        page
          .evaluate(() => document.body.innerText)
          // The page may be on its way to the next.
          .catch(() => ''),
      { timeout: 60_000, interval: 20 },
    )
    .toMatch(text)
}

/** Problems as they stand over the page; empty when there are none. */
function problemsOn(page: Page): Promise<string> {
  return page
    .evaluate(
      () =>
        document
          .querySelector('studydeck-problems')
          ?.shadowRoot?.querySelector('details')?.innerText ?? '',
    )
    .catch(() => 'on its way')
}

async function waitForProblems(page: Page, text: RegExp): Promise<void> {
  await expect
    .poll(() => problemsOn(page), { timeout: 60_000, interval: 20 })
    .toMatch(text)
}

test('a saved change is on the page, at the same slide and step', async () => {
  await start()
  const page = await visit(`${deck}#a1-1`)
  await press(page, 'ArrowRight')
  await page.waitForFunction(() => location.hash.endsWith('.2'))
  const hash = await page.evaluate(() => location.hash)
  await folder.write(
    '1회차.md',
    paper.replace('스탬피드의 원인', '몰림의 원인'),
  )
  await waitForText(page, '몰림의 원인')
  expect(await page.evaluate(() => location.hash)).toBe(hash)
  await page.close()
})

test('slides change in place, with characters that the page had no glyphs for', async () => {
  await start()
  const page = await visit(`${deck}#a1-2`)
  await page.evaluate(() => {
    Object.assign(window, { isStill: true })
  })
  const slides = () => page.$$eval('.slide', ({ length }) => length)
  const before = await slides()
  const added = '3. **뷁뜛**: 무엇인가?\n\n> **[답변]**\n> 쀍입니다.\n'
  await folder.write(
    '1회차.md',
    paper
      .replace('스탬피드의 원인', '뷁뜛의 원인')
      .replace('\n---\n', `\n${added}\n---\n`),
  )
  await page.waitForFunction(() =>
    document.querySelector('main')?.textContent.includes('쀍입니다'),
  )
  expect(await page.evaluate(() => 'isStill' in window)).toBe(true)
  expect(await page.evaluate(() => location.hash)).toBe('#a1-2')
  expect(await slides()).toBe(before + 2)
  const fonts = await page.evaluate(async () => {
    await document.fonts.ready
    const faces = await document.fonts.load('700 20px Pretendard', '뷁')
    return faces.length
  })
  expect(fonts).toBeGreaterThan(0)
  // The player knows the new slides, and where they are.
  await page.evaluate(() => {
    location.hash = '#a1-3'
  })
  await waitForText(page, '쀍입니다')
  const shown = await page.evaluate(
    () => document.querySelector('[data-current]')?.textContent ?? '',
  )
  expect(shown).toContain('쀍입니다')
  await page.close()
})

test('slides that change in place have their style attributes, which the policy of the page does not know', async () => {
  await folder.write('1회차.md', paper.replace('다.\n', '다. $a^2$\n'))
  await start()
  const page = await visit(deck)
  await page.evaluate(() => {
    const all: string[] = []
    Object.assign(window, { violations: all })
    addEventListener('securitypolicyviolation', (event) => {
      all.push(event.violatedDirective)
    })
  })
  await folder.write(
    '1회차.md',
    paper.replace('다.\n', '다. $\\frac{b^{17}}{c}$\n'),
  )
  await page.waitForFunction(() =>
    document.querySelector('main')?.textContent.includes('17'),
  )
  expect(
    await page.evaluate(() => ({
      violations: (window as unknown as { violations?: string[] }).violations,
      styled: document.querySelectorAll('main [style]').length > 10,
      unstyled: [
        ...document.querySelectorAll<HTMLElement>('main [style]'),
      ].filter(({ style }) => style.length === 0).length,
      policy: document.querySelector('meta[http-equiv]')?.outerHTML,
    })),
  ).toEqual({
    violations: [],
    styled: true,
    unstyled: 0,
    policy: expect.not.stringContaining('unsafe-inline') as string,
  })
  await page.close()
})

test('problems stand over the page until they are mended, and participants get nothing meanwhile', async () => {
  await start()
  const page = await visit(deck)
  const sheet = await visit(encodeURI('1회차/share/notebook.html'))
  await waitForText(sheet, '스탬피드의 원인')
  await folder.write('1회차.md', doubtful)
  await waitForProblems(
    page,
    /^1 error\n[^]*1회차\.md:40:1\n[^]*without an answer[^]*멱등 소비자[^]*question-without-answer/,
  )
  await waitForText(sheet, 'There is nothing to show: the paper has errors.')
  await page.evaluate(() => {
    document
      .querySelector('studydeck-problems')!
      .shadowRoot!.querySelector('summary')!
      .click()
  })
  await folder.write(
    '1회차.md',
    doubtful.replace('\n## ', '\n![그림](none.png)\n\n## '),
  )
  await waitForProblems(page, /^1 error, 2 warnings$/)
  expect((await ask('1회차/share/worksheet.pdf')).status).toBe(404)
  expect((await ask('1회차/share/notebook.ipynb')).status).toBe(404)
  await folder.write('1회차.md', paper)
  await waitForProblems(page, /^$/)
  await waitForText(sheet, '스탬피드의 원인')
  await page.close()
  await sheet.close()
})

test('editors that rename, and those that write in pieces', async () => {
  await start()
  // The slide that names the topic: others are hidden once the player has started.
  const page = await visit(`${deck}#q1-1`)
  await folder.write('.1회차.md.swp', paper.replace('캐시 설계', '저장 설계'))
  await rename(
    join(folder.path, '.1회차.md.swp'),
    join(folder.path, '1회차.md'),
  )
  await waitForText(page, '저장 설계')
  await writeFile(join(folder.path, '1회차.md'), '')
  await writeFile(join(folder.path, '1회차.md'), doubtful)
  await writeFile(
    join(folder.path, '1회차.md'),
    paper.replace('캐시 설계', '임시 설계'),
  )
  await waitForText(page, '임시 설계')
  await waitForProblems(page, /^$/)
  await page.close()
})

test('the gallery shows papers as they come and go', async () => {
  await start()
  const page = await visit('')
  await waitForText(page, '백엔드 스터디 6회차 문제')
  await page.waitForFunction(
    () => document.querySelector('img')?.naturalWidth === 640,
  )
  await folder.write(
    '2회차.md',
    paper.replace('# 백엔드 스터디 6회차 문제', '# 새로운 문제'),
  )
  await waitForText(page, '새로운 문제')
  await unlink(join(folder.path, '2회차.md'))
  await expect
    .poll(() => page.$$eval('article', ({ length }) => length).catch(() => 0), {
      timeout: 60_000,
    })
    .toBe(1)
  const links = await page.$$eval('a', (all) =>
    all.map((a) => a.getAttribute('href')!),
  )
  expect(links.length).toBeGreaterThan(5)
  for (const link of links.filter((one) => !one.endsWith('.pdf')))
    expect((await ask(decodeURI(link))).status, link).toBe(200)
  await page.close()
})

test('an image and polling', async () => {
  await folder.write('1회차.md', `${paper}\n![점](점.svg)\n`)
  const dot = (fill: string): string =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><circle r="9" fill="${fill}"/></svg>`
  await folder.write('점.svg', dot('red'))
  await start(true)
  const source = (page: Page) =>
    page.$$eval('img', (all) => all.at(-1)?.src ?? '').catch(() => '')
  const page = await visit(deck)
  const before = await source(page)
  expect(before).toMatch(/^data:image/)
  await folder.write('점.svg', dot('blue'))
  await expect
    .poll(() => source(page), { timeout: 60_000 })
    .not.toMatch(new RegExp(`^$|${before.slice(-40)}$`))
  await page.close()
})

test('PDFs are made when they are opened, in a page that is told of changes', async () => {
  await start()
  const file = await ask('1회차/share/worksheet.pdf')
  expect(file.type).toBe('application/pdf')
  expect(file.body.subarray(0, 5).toString()).toBe('%PDF-')
  const framed = await ask('1회차/share/worksheet.pdf', {
    headers: { 'sec-fetch-dest': 'document', 'sec-fetch-mode': 'navigate' },
  })
  expect(framed.type).toMatch(/^text\/html/)
  expect(framed.body.toString()).toContain('<iframe src="?file"')
  expect(framed.body.toString()).not.toMatch(/style-src [^;]*unsafe-inline/)
  const page = await visit(encodeURI('1회차/share/worksheet.pdf'))
  expect(await page.$eval('iframe', ({ clientHeight }) => clientHeight)).toBe(
    720,
  )
  await page.goto(new URL('none/', dev.url).href)
  expect(
    await page.$eval('body', (body) => getComputedStyle(body).maxWidth),
  ).toBe('640px')
  await page.close()
})

describe('who may ask, and for what', () => {
  test.each([
    ['the name of another site', { headers: { host: 'evil.example:80' } }, 403],
    [
      'a page of another site',
      { headers: { origin: 'http://evil.example' } },
      403,
    ],
    [
      'a picture in another site',
      { headers: { 'sec-fetch-site': 'cross-site' } },
      403,
    ],
    [
      'a link from another site',
      {
        headers: {
          'sec-fetch-site': 'cross-site',
          'sec-fetch-mode': 'navigate',
        },
      },
      200,
    ],
    ['a form', { method: 'POST' }, 405],
    ['HEAD', { method: 'HEAD' }, 200],
  ])('%s', async (_, options, status) => {
    await start()
    const answer = await ask('', options)
    expect(answer.status).toBe(status)
    if (status !== 200) expect(answer.body.toString()).not.toContain('스터디')
  })

  test.each([
    ['its address', { host: 'evil.example:80' }],
    ['its origin', { origin: 'http://evil.example' }],
    ['its origin, another port', { origin: 'http://127.0.0.1:1' }],
    ['an unnamed origin', { origin: 'null' }],
    ['its relation', { 'sec-fetch-site': 'cross-site' }],
    ['its relation, another port', { 'sec-fetch-site': 'same-site' }],
  ])('events are kept from a foreign page, by %s', async (_, headers) => {
    await start()
    for (const upgrade of [
      {},
      { connection: 'Upgrade', upgrade: 'websocket' },
      { accept: 'text/event-stream' },
    ]) {
      const { status, type, body } = await ask('.studydeck/events', {
        headers: { ...headers, ...upgrade },
      })
      expect(status).toBe(403)
      expect(type).toBe('text/plain')
      expect(body.toString()).toMatch(/^Unexpected (?:Host|request)/)
    }
  })

  test('a WebSocket is never opened, not even for ourselves', async () => {
    await start()
    const { origin } = new URL(dev.url)
    const { status } = await ask('', {
      headers: {
        origin,
        connection: 'Upgrade',
        upgrade: 'websocket',
        'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==',
        'sec-websocket-version': '13',
      },
    })
    expect(status).toBe(200)
  })

  test('only this machine reaches it', async () => {
    await start()
    const others = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .map(({ address }) => address)
      .filter((address) => !/^127\.|^fe80:/.test(address))
    for (const host of [...others, '::1', '127.0.0.2']) {
      const socket = connect({ host, port: Number(new URL(dev.url).port) })
      const said = await Promise.race([
        once(socket, 'connect').then(() => 'connected'),
        once(socket, 'error').then(() => 'refused'),
      ]).catch(() => 'refused')
      socket.destroy()
      expect([host, said]).toEqual([host, 'refused'])
    }
  })

  test('nothing but outputs can be asked for', async () => {
    await folder.write('secret.txt', '비밀')
    await start()
    for (const path of [
      'secret.txt',
      '1회차.md',
      '../secret.txt',
      '%2e%2e/secret.txt',
      '..%2fsecret.txt',
      '1회차/../secret.txt',
      '1회차/host/../../secret.txt',
      '1회차/host/%2e%2e%2f%2e%2e%2fsecret.txt',
      '/etc/passwd',
      '//etc/passwd',
      '1회차/.studydeck.json',
      '1회차/host/',
      '%',
      '%00',
      '__proto__/host/deck.html',
    ]) {
      const { status, body } = await ask(path)
      expect(status, path).toBe(404)
      expect(body.toString(), path).not.toMatch(/비밀|root:/)
    }
  })

  test('a second one takes the next port', async () => {
    const first = await start()
    const port = Number(new URL(first.url).port)
    const second = await start(false, port)
    expect(Number(new URL(second.url).port)).toBeGreaterThan(port)
    await first[Symbol.asyncDispose]()
  })
})

test('a template that is saved changes the page', async () => {
  await using other = await temporaryFolder()
  const path = await other.write(
    'themes/studydeck.css',
    await readFile('templates/themes/studydeck.css'),
  )
  await start(false, 0, { templates: other.path })
  const page = await visit(deck)
  const colour = () =>
    page
      .evaluate(
        () =>
          getComputedStyle(document.querySelector('.slide > section')!).color,
      )
      .catch(() => 'on its way')
  expect(await colour()).not.toBe('rgb(1, 2, 3)')
  await appendFile(path, '\nsection { color: rgb(1, 2, 3) !important }\n')
  await expect.poll(colour, { timeout: 60_000 }).toBe('rgb(1, 2, 3)')
  await page.close()
})

test('a configuration that is saved changes the page; a wrong one is told and changes nothing', async () => {
  const config = await folder.write('studydeck.config.json', '{}')
  let said = ''
  let stop = (): void => undefined
  const running = run(['dev', folder.path, '--port', '0', '--config', config], {
    out: (text) => (said += text),
    error: (text) => (said += text),
    untilStopped: () =>
      new Promise((resolve) => {
        stop = resolve
      }),
  })
  const url = await vi.waitFor(() => /http:\S+/.exec(said)![0], 60_000)
  const theme = async () =>
    /data-theme="(\w+)"/.exec(
      await (await fetch(new URL(deck, url))).text(),
    )?.[1]
  expect(await theme()).toBe('light')
  await writeFile(config, '{ "theme": "dark" }')
  await expect.poll(theme, { timeout: 60_000 }).toBe('dark')
  await writeFile(config, '{ "theme": "drak" }')
  await expect
    .poll(() => said, { timeout: 60_000 })
    .toContain('did you mean `"theme": "dark"`')
  expect(await theme()).toBe('dark')
  await writeFile(config, '{ "theme": "contrast" }')
  await expect.poll(theme, { timeout: 60_000 }).toBe('contrast')
  stop()
  expect(await running).toBe(0)
})

test('what is built has nothing of it', async () => {
  await start()
  expect((await ask('1회차/host/deck.html')).body.toString()).toContain(
    'studydeckDev',
  )
  const out = join(folder.path, '..', `${Date.now()}-out`)
  await studydeck('build', folder.path, '-o', out, '--only', 'host/deck.html')
  const built = await readFile(join(out, '1회차/host/deck.html'), 'utf8')
  expect(built).not.toMatch(/studydeckDev|EventSource|connect-src/)
  await rm(out, { recursive: true })
})

test('Ctrl-C ends it and leaves no process', async () => {
  await start()
  const child = spawn(
    process.execPath,
    ['dist/cli.js', 'dev', folder.path, '--port', '0'],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  let said = ''
  child.stdout.on('data', (data: Buffer) => {
    said += data.toString()
  })
  await expect
    .poll(() => said, { timeout: 60_000 })
    .toMatch(/studydeck dev {2}http:\/\/127\.0\.0\.1:\d+\//)
  await expect
    .poll(() => descendants(child.pid!).length, { timeout: 60_000 })
    .toBeGreaterThan(0)
  const browsers = descendants(child.pid!)
  child.kill('SIGINT')
  const [code] = (await once(child, 'exit')) as [number]
  expect(code).toBe(130)
  await expect
    .poll(() => browsers.filter(isRunning), { timeout: 60_000 })
    .toEqual([])
})

test('it ends with the shell that npm started it in, which passes no signal on', async () => {
  await start()
  const command = `"${process.execPath}" dist/cli.js dev "${folder.path}" --port 0; :`
  const shell = spawn('sh', ['-c', command], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, npm_command: 'exec' },
  })
  let said = ''
  shell.stdout.on('data', (data: Buffer) => {
    said += data.toString()
  })
  await expect.poll(() => said, { timeout: 60_000 }).toContain('http://')
  const [child = 0] = descendants(shell.pid!)
  const all = [child, ...descendants(child)]
  shell.kill('SIGTERM')
  await expect
    .poll(() => all.filter(isRunning), { timeout: 60_000 })
    .toEqual([])
})

test('--open opens the address', async () => {
  await start()
  const opened = vi.fn()
  vi.doMock('open', () => ({ default: opened }))
  let stop = (): void => undefined
  const running = run(['dev', folder.path, '--port', '0', '--open'], {
    out: () => undefined,
    error: () => undefined,
    untilStopped: () =>
      new Promise((resolve) => {
        stop = resolve
      }),
  })
  await vi.waitFor(() => {
    expect(opened).toHaveBeenCalledOnce()
  }, 60_000)
  const [url] = opened.mock.lastCall as [string]
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/)
  expect((await fetch(url)).status).toBe(200)
  await vi.waitFor(() => {
    stop()
    return running
  }, 60_000)
  vi.doUnmock('open')
})

function descendants(pid: number): number[] {
  const table = execFileSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' })
  return table
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .filter(([, parent]) => parent === pid)
    .map(([child]) => child!)
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

interface Reply {
  readonly status: number
  readonly type: string
  readonly body: Buffer
}

/** Asks as no browser would: any path, any header. */
async function ask(
  path: string,
  options: { method?: string; headers?: IncomingHttpHeaders } = {},
): Promise<Reply> {
  const { hostname, port } = new URL(dev.url)
  const sent = (options.method ? request : get)({
    hostname,
    port,
    path: `/${/^[\x20-\x7e]*$/.test(path) ? path : encodeURI(path).replaceAll('%25', '%')}`,
    ...options,
  })
  if (options.method) sent.end()
  const [response] = (await once(sent, 'response')) as [
    import('node:http').IncomingMessage,
  ]
  const parts: Buffer[] = []
  for await (const part of response) parts.push(part as Buffer)
  return {
    status: response.statusCode ?? 0,
    type: response.headers['content-type'] ?? '',
    body: Buffer.concat(parts),
  }
}
