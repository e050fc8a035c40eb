import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findBrowser } from '../../src/print/find-browser.ts'
import { temporaryFolder, type Folder } from '../support/folder.ts'
import { studydeck } from '../support/terminal.ts'

const paper = await readFile('test/support/paper.md', 'utf8')

async function outputsOf(folder: Folder, out: string): Promise<unknown> {
  const files = await folder.files(out)
  return Promise.all(
    files.map(async (path) => [
      path,
      (await readFile(join(folder.path, out, path))).toString('base64'),
    ]),
  )
}

test('four processes at once, and `index`, give what one build gives', async () => {
  await using folder = await temporaryFolder()
  for (const [index, name] of [
    'a/1회차',
    'b/1회차',
    'b/2회차',
    'b/3회차',
    'b/4회차',
  ].entries())
    await folder.write(
      `papers/${name}.md`,
      paper.replace('1회차', `${index}회차`),
    )
  const papers = join(folder.path, 'papers')
  const build = [
    'build',
    papers,
    '--only',
    'host/notebook.ipynb,share/worksheet.pdf',
  ]
  const parts = [1, 2, 3, 4].map((part) =>
    promisify(execFile)(process.execPath, [
      ...['dist/cli.js', ...build, '--out', join(folder.path, 'parts')],
      ...['--shard', `${part}/4`],
    ]),
  )
  const printed = await Promise.all(parts)
  expect(
    printed
      .map(({ stdout }) => Number(/^(\d) paper/m.exec(stdout)?.[1]))
      .sort(),
  ).toEqual([1, 1, 1, 2])
  expect(await folder.files('parts')).not.toContain('index.html')
  expect((await studydeck('index', join(folder.path, 'parts'))).code).toBe(0)
  expect(
    (await studydeck(...build, '--out', join(folder.path, 'one'))).code,
  ).toBe(0)
  expect(await folder.files('parts')).toHaveLength(11)
  expect(await outputsOf(folder, 'parts')).toEqual(
    await outputsOf(folder, 'one'),
  )
})

let remote: ChildProcess
let profile = ''
let address = ''

beforeAll(async () => {
  const { executablePath, env } = await findBrowser()
  profile = await mkdtemp(join(tmpdir(), 'studydeck-remote-'))
  remote = spawn(
    executablePath,
    [
      ...['--headless', '--no-sandbox', '--remote-debugging-port=0'],
      ...['--font-render-hinting=none', '--force-color-profile=srgb'],
      ...['--disable-gpu', '--disable-lcd-text', '--hide-scrollbars'],
      `--user-data-dir=${profile}`,
    ],
    {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'ignore', 'pipe'],
      detached: true,
    },
  )
  for await (const line of createInterface(remote.stderr!)) {
    address = /listening on (ws:\S+)/.exec(line)?.[1] ?? ''
    if (address !== '') break
  }
})

afterAll(async () => {
  const exit = once(remote, 'exit')
  process.kill(-remote.pid!, 'SIGKILL')
  await exit
  await rm(profile, { recursive: true, force: true, maxRetries: 5 })
})

async function openPages(): Promise<number> {
  const { host } = new URL(address)
  const targets = (await (await fetch(`http://${host}/json/list`)).json()) as {
    readonly type: string
    readonly url: string
  }[]
  return targets.filter(({ url }) => url.includes('studydeck')).length
}

test('a browser behind a WebSocket prints the same bytes, and is left as it was', async () => {
  await using folder = await temporaryFolder()
  const path = await folder.write('1회차.md', paper)
  const only = ['--only', 'host/deck.pdf,share/worksheet.pdf']
  const { code, error } = await studydeck(
    ...['build', path, ...only, '--out', join(folder.path, 'remote')],
    // Would be tried if one were started.
    ...['--browser', '/bin/false', '--browser-url', address],
  )
  expect({ code, error }).toEqual({ code: 0, error: '' })
  await studydeck('build', path, ...only, '--out', join(folder.path, 'local'))
  expect(await outputsOf(folder, 'remote')).toEqual(
    await outputsOf(folder, 'local'),
  )
  expect(await openPages()).toBe(0)
  expect(remote.exitCode).toBeNull()
})

test('where no browser answers, the build says so without the password of the address', async () => {
  await using folder = await temporaryFolder()
  const path = await folder.write('1회차.md', paper)
  const server = createServer((_, response) => response.writeHead(403).end())
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  try {
    const { code, error } = await studydeck(
      ...['build', path, '--out', join(folder.path, 'out')],
      ...['--browser-url', `ws://127.0.0.1:${port}/?token=secret`],
    )
    expect(code).toBe(3)
    expect(error).toMatch(
      new RegExp(
        `^studydeck: Cannot connect to the browser at 127\\.0\\.0\\.1:${port} \\(.+\\), start one`,
      ),
    )
    expect(error).not.toContain('secret')
  } finally {
    server.close()
  }
})
