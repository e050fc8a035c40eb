import { readFile } from 'node:fs/promises'
import { afterEach, expect, test } from 'vitest'
import { temporaryFolder } from './support/folder.ts'
import { studydeck } from './support/terminal.ts'
import { loadConfig } from '../src/config/load-config.ts'
import {
  options,
  paperOptionNames,
  type OptionDescription,
} from '../src/config/options.ts'

const page = await readFile('docs/options.md', 'utf8')
const paper = await readFile('test/support/paper.md')
const home = process.cwd()

afterEach(() => {
  process.chdir(home)
})

/** Contents of the fenced blocks of one language, in order. */
function blocks(language: string): string[] {
  return [...page.matchAll(/^```(\w+)\n([^]*?)^```$/gm)]
    .filter(([, name]) => name === language)
    .map(([, , contents]) => contents ?? '')
}

test('the table has every option as it is', () => {
  const table = page.slice(0, page.indexOf('`--no-hints`'))
  const rows = table
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
  expect(rows).toEqual(
    Object.entries<OptionDescription>(options).map(
      ([name, { description, flag, standard }]) => [
        description,
        `\`${name}\``,
        `\`${flag}\``,
        paperOptionNames.some((one) => one === name) ? `\`${name}\`` : '',
        standard,
      ],
    ),
  )
})

test.each([
  ['yaml', 'yaml'],
  ['json', 'json'],
  ['js', 'mjs'],
  ['ts', 'mjs'],
])('the example in %s is a good configuration', async (language, extension) => {
  await using folder = await temporaryFolder()
  const [example] = blocks(language)
  const name = `studydeck.config.${extension}`
  await folder.write(name, example!)
  const { file, options: read } = await loadConfig(name, folder.path)
  expect(file.messages).toEqual([])
  expect(Object.keys(read)).not.toHaveLength(0)
})

test.each(blocks('sh').join('').trim().split('\n'))(
  '%s does what it should',
  { timeout: 120_000 },
  async (line) => {
    await using folder = await temporaryFolder()
    await folder.write('decks/1회차.md', paper)
    process.chdir(folder.path)
    const [program, ...argv] = line.split(' ')
    expect(program).toBe('studydeck')
    const { code, error } = await studydeck(...argv)
    expect({ code, error }).toEqual({ code: 0, error: '' })
  },
)

test('the front matter of the example sets its options', async () => {
  await using folder = await temporaryFolder()
  const [front] = blocks('md')
  const path = await folder.write(
    '1회차.md',
    `${front!}${paper.toString().slice(paper.indexOf('\n') + 1)}`,
  )
  const { code, out } = await studydeck('inspect', path, '--json')
  expect(code).toBe(0)
  expect(JSON.parse(out)).toMatchObject({ title: '백엔드 스터디 1회차 문제' })
})
