import {
  readdir,
  readFile,
  stat,
  unlink,
  utimes,
  writeFile,
} from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Browser } from '../../src/print/index.ts'
import { temporaryFolder, type Folder } from '../support/folder.ts'
import { studydeck } from '../support/terminal.ts'

/** How often each file was opened. */
const { opened } = vi.hoisted(() => ({ opened: new Map<string, number>() }))

vi.mock('node:fs', async (original) => {
  const real = await original<typeof import('node:fs')>()
  const counted = <
    Read extends typeof real.openSync | typeof real.readFileSync,
  >(
    read: Read,
  ): Read =>
    ((...[path, ...rest]: Parameters<Read>) => {
      opened.set(String(path), (opened.get(String(path)) ?? 0) + 1)
      return (read as (...all: unknown[]) => unknown)(path, ...rest)
    }) as Read
  return {
    ...real,
    openSync: counted(real.openSync),
    readFileSync: counted(real.readFileSync),
  }
})

const paper = await readFile('test/support/paper.md', 'utf8')
/** Made without the browser, which is started all the same. */
const only = ['--only', 'host/notebook.ipynb,share/notebook.ipynb']
const host = '1회차/host/notebook.ipynb'
const share = '1회차/share/notebook.ipynb'
const record = '1회차/.studydeck.json'

let folder: Folder
let path = ''
const starts = vi.spyOn(Browser.prototype, 'warmUp')

beforeEach(async () => {
  folder = await temporaryFolder()
  path = await folder.write('1회차.md', `${paper}\n![점](점.svg)\n`)
  await folder.write('점.svg', dot('red'))
  starts.mockClear()
})

afterEach(async () => {
  await folder[Symbol.asyncDispose]()
})

function dot(fill: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><circle r="9" fill="${fill}"/></svg>`
}

function build(...argv: string[]) {
  return studydeck('build', path, '--out', out(), ...only, ...argv)
}

function out(...segments: string[]): string {
  return join(folder.path, 'out', ...segments)
}

/** What tells of every file whether it was written anew. */
async function stamps(): Promise<Record<string, string>> {
  const names = await readdir(out(), { recursive: true })
  return Object.fromEntries(
    await Promise.all(
      names.map(async (name) => {
        const { ino, mtimeMs } = await stat(out(name))
        return [name, `${ino} ${mtimeMs}`] as const
      }),
    ),
  )
}

test('an unchanged paper is not built again: no file is written, no browser is started', async () => {
  expect((await build()).code).toBe(0)
  expect(starts).toHaveBeenCalledTimes(1)
  const before = await stamps()
  const { code, out: said, error } = await build()
  expect({ code, error }).toEqual({ code: 0, error: '' })
  expect(starts).toHaveBeenCalledTimes(1)
  expect(await stamps()).toEqual(before)
  expect(said).toContain(`${path}  unchanged\n  share/: 3 answers, 0 found in`)
  expect(said).toContain('1 paper, 1 unchanged, 2 files (')
})

test('of an unchanged paper, nothing is read twice, and nothing of the host’s but its time and size', async () => {
  await build()
  // As a process that has not seen it yet.
  await utimes(out(record), 0, 0)
  opened.clear()
  await build()
  const read = [...opened].filter(([name]) => name.startsWith(folder.path))
  expect(
    Object.fromEntries(
      read.map(([name, times]) => [name.slice(folder.path.length + 1), times]),
    ),
  ).toEqual({
    '1회차.md': 1,
    [`out/${record}`]: 1,
    [`out/${share}`]: 1,
    // Before anything is done, and at the end: another build may have written it meanwhile.
    'out/index.html': 2,
  })
})

test.each<[string, () => Promise<string[]>]>([
  ['the paper', async () => [await folder.write('1회차.md', `${paper}\n`)]],
  ['an image', async () => [await folder.write('점.svg', dot('blue'))]],
  [
    'an image that is gone',
    async () => {
      await unlink(join(folder.path, '점.svg'))
      return []
    },
  ],
  [
    'a template',
    async () => {
      await folder.write('mine/notebook.css', 'body { color: red }')
      return ['--templates', join(folder.path, 'mine')]
    },
  ],
  ['an option', () => Promise.resolve(['--hints'])],
  ['more outputs', () => Promise.resolve(['--only', 'host/notebook'])],
  ['--force', () => Promise.resolve(['--force'])],
])('%s changed: the paper is built again', async (_, change) => {
  await build()
  const before = await stamps()
  const argv = (await change()).filter((one) => one !== path)
  const { out: said } = await build(...argv)
  expect(said).not.toContain('unchanged')
  expect((await stamps())[host]).not.toBe(before[host])
  const again = await build(...argv.filter((one) => one !== '--force'))
  expect(again.out).toContain('unchanged')
})

test.each([
  ['a participants’ file', share],
  ['a file of the host', host],
])('%s that somebody changed is made again', async (_, name) => {
  await build()
  const whole = await readFile(out(name))
  const other = Buffer.from(whole)
  other[other.length - 3] = 0x20
  await writeFile(out(name), other)
  await build()
  expect((await readFile(out(name))).equals(whole)).toBe(true)
})

test('a participants’ file with the time and size of ours is still looked into', async () => {
  await build()
  const whole = await readFile(out(share))
  const { atime, mtime } = await stat(out(share))
  await writeFile(out(share), Buffer.alloc(whole.length, 0x20))
  await utimes(out(share), atime, mtime)
  await build()
  expect((await readFile(out(share))).equals(whole)).toBe(true)
})

test('a copy of the output folder is as good as the folder', async () => {
  await build()
  for (const name of [host, share]) await utimes(out(name), 0, 0)
  expect((await build()).out).toContain('unchanged')
})

test.each<[string, (text: string) => string]>([
  ['damaged', (text) => text.slice(0, -9)],
  ['empty', () => ''],
  ['of another program', () => '{"key": 1, "files": []}'],
  ['of another paper', (text) => text.replace(/"key":"../, '"key":"--')],
])('a record that is %s is ignored', async (_, damage) => {
  await build()
  await writeFile(out(record), damage(await readFile(out(record), 'utf8')))
  const { code, out: said } = await build()
  expect(code).toBe(0)
  expect(said).not.toContain('unchanged')
  expect((await build()).out).toContain('unchanged')
})

test('messages are told again, and what is withheld stays withheld', async () => {
  await folder.write('1회차.md', paper.slice(0, paper.lastIndexOf('> **[')))
  const first = await build()
  await folder.write(`out/${share}`, 'an old one')
  const second = await build()
  expect(second.out).toContain('unchanged')
  expect(second.out).toContain('share/ withheld')
  expect({ ...second, out: '' }).toEqual({ ...first, out: '' })
  expect(first.error).toMatch(/40:1.*question-without-answer[^]*멱등 소비자/)
  expect(await folder.files('out')).toEqual([host, 'index.html'])
  const json = await build('--json')
  expect(JSON.parse(json.out)).toMatchObject({
    exitCode: 1,
    papers: [{ unchanged: true, withheld: true, messages: [{ line: 40 }] }],
  })
})

test('after one change one paper is built', async () => {
  await folder.write('2회차.md', paper)
  await folder.write('3회차.md', paper)
  path = folder.path
  await build()
  const before = await stamps()
  await folder.write('2회차.md', paper.replace('스탬피드의 원인', '원인'))
  const { out: said } = await build()
  expect(said).toContain('3 papers, 2 unchanged')
  const after = await stamps()
  const written = Object.keys(after).filter(
    (name) => after[name] !== before[name],
  )
  expect(written.filter((name) => /\.\w+$/.test(name)).sort()).toEqual([
    '2회차/.studydeck.json',
    '2회차/host/notebook.ipynb',
    '2회차/share/notebook.ipynb',
  ])
})

test('two builds at once both succeed, and leave what one would', async () => {
  const ended = await Promise.all([build(), build('--theme', 'dark'), build()])
  expect(ended.map(({ code }) => code)).toEqual([0, 0, 0])
  await build()
  expect((await build()).out).toContain('unchanged')
  expect(await folder.files('out')).toEqual([host, share, 'index.html'])
})
