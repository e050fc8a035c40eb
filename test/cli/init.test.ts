import { readFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { temporaryFolder } from '../support/folder.ts'
import { studydeck } from '../support/terminal.ts'

const home = process.cwd()

beforeEach(() => {
  vi.stubEnv('PATH', '')
})
afterEach(() => {
  process.chdir(home)
  vi.unstubAllEnvs()
})

test.each([
  ['quote', '1'],
  ['heading', '2'],
  ['details', '11'],
])(
  'init --convention %s writes a paper that is understood as convention %s',
  async (convention, id) => {
    await using folder = await temporaryFolder()
    process.chdir(folder.path)
    const written = await studydeck('init', '7회차', '--convention', convention)
    expect(written).toEqual({
      code: 0,
      error: '',
      out: `Wrote ${join('decks', '7회차.md')}

Edit it, then:
  npx studydeck inspect decks/7회차.md    how it is understood
  npx studydeck build decks/7회차.md      slides, worksheet, answer key and notebooks, in build/
  npx studydeck dev decks/7회차.md        all of it in the browser, while you write
`,
    })
    const { code, out, error } = await studydeck(
      'inspect',
      'decks/7회차.md',
      '--json',
    )
    expect({ code, error }).toEqual({ code: 0, error: '' })
    expect(JSON.parse(out)).toMatchObject({
      title: '백엔드 스터디 7회차 문제',
      round: 7,
      date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string,
      conventions: [{ id, questions: 3 }],
      messages: [],
    })
  },
)

test('init names the command as a shell finds it', async () => {
  await using folder = await temporaryFolder()
  await folder.write('bin/studydeck', '')
  await folder.write('node_modules/.bin/studydeck', '')
  const local = join(folder.path, 'node_modules/.bin')
  vi.stubEnv('PATH', local)
  const first = await studydeck('init', join(folder.path, 'a.md'))
  expect(first.out).toContain('  npx studydeck build ')
  vi.stubEnv('PATH', [local, join(folder.path, 'bin')].join(delimiter))
  const second = await studydeck('init', join(folder.path, 'b.md'))
  expect(second.out).toContain('  studydeck build ')
})

test('init never overwrites', async () => {
  await using folder = await temporaryFolder()
  const path = await folder.write('mine.md', '# 내 글')
  const { code, out, error } = await studydeck('init', path)
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(error).toBe(
    `studydeck: Cannot write ${path}, which is there already, choose another name\n`,
  )
  expect(await readFile(path, 'utf8')).toBe('# 내 글')
})

test('init takes a path with a folder as it is, and says when it cannot be written', async () => {
  await using folder = await temporaryFolder()
  process.chdir(folder.path)
  expect((await studydeck('init', 'meetup/캐시 특집')).out).toContain(
    `Wrote ${join('meetup', '캐시 특집.md')}\n`,
  )
  expect(await folder.files()).toEqual(['meetup/캐시 특집.md'])
  const { code, error } = await studydeck('init', '/dev/null/1회차')
  expect(code).toBe(3)
  expect(error).toMatch(
    /^studydeck: Cannot write \/dev\/null\/1회차\.md \(E\w+\)/,
  )
})

test('a convention that does not exist is wrong usage', async () => {
  const { code, error } = await studydeck('init', '--convention', 'quotes')
  expect(code).toBe(2)
  expect(error).toContain('Allowed choices are quote, heading, details')
})
