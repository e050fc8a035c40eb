import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { docBlocks } from './support/doc-blocks.ts'
import { temporaryFolder } from './support/folder.ts'
import { loadConfig } from '../src/config/load-config.ts'
import {
  options,
  paperOptionNames,
  type OptionDescription,
} from '../src/config/options.ts'

const page = await readFile('docs/options.md', 'utf8')

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

/** Extension of a configuration by the language of its example. */
const extensions: Readonly<Record<string, string>> = {
  yaml: 'yaml',
  json: 'json',
  js: 'mjs',
  ts: 'mjs',
}

test.each(
  docBlocks('docs/options.md').filter(({ language }) => language in extensions),
)(
  'the example in $language is a good configuration',
  async ({ language, contents }) => {
    await using folder = await temporaryFolder()
    const name = `studydeck.config.${extensions[language] ?? ''}`
    await folder.write(name, contents)
    const { file, options: read } = await loadConfig(name, folder.path)
    expect(file.messages).toEqual([])
    expect(Object.keys(read)).not.toHaveLength(0)
  },
)
