import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findConfig, loadConfig } from '../../src/config/load-config.ts'
import { BuildError } from '../../src/model/build-error.ts'
import { temporaryFolder } from '../support/folder.ts'

/** Writes a configuration, loads it, and tells its options and messages. */
async function load(name: string, contents: string) {
  await using folder = await temporaryFolder()
  await folder.write(name, contents)
  const { file, options } = await loadConfig(name, folder.path)
  return { options, messages: file.messages.map(String) }
}

async function failure(name: string, contents: string): Promise<string> {
  const error: unknown = await load(name, contents).catch(
    (error: unknown) => error,
  )
  if (!(error instanceof BuildError)) throw error
  expect(error.exitCode).toBe(2)
  return error.message
}

test.each([
  [
    'studydeck.config.json',
    '{ "$schema": "x", "paperSize": "B5", "timer": "3m", "outputs": ["share"] }',
  ],
  [
    'studydeck.config.yaml',
    '# ours\npaperSize: B5\ntimer: 3m\noutputs: [share]\n',
  ],
  ['studydeck.config.yml', 'paperSize: B5\ntimer: 3\noutputs:\n  - share\n'],
  [
    'studydeck.config.mjs',
    "export default { paperSize: 'B5', timer: '3m', outputs: ['share'] }",
  ],
])('%s is read', async (name, contents) => {
  expect(await load(name, contents)).toEqual({
    options: { paperSize: 'B5', timer: 3, outputs: ['share'] },
    messages: [],
  })
})

test('a file of comments sets nothing', async () => {
  expect(await load('studydeck.config.yaml', '# later\n')).toEqual({
    options: {},
    messages: [],
  })
})

test('paths are relative to the configuration', async () => {
  await using folder = await temporaryFolder()
  await folder.write(
    'meetup/studydeck.config.yaml',
    'templates: look\nout: ../public\nbrowser: /usr/bin/chromium\n',
  )
  const { options } = await loadConfig(
    join('meetup', 'studydeck.config.yaml'),
    folder.path,
  )
  expect(options).toEqual({
    templates: join('meetup', 'look'),
    out: 'public',
    browser: '/usr/bin/chromium',
  })
})

test('wrong keys and values come with their line, and with the line corrected as the file writes it', async () => {
  expect(
    (await load('studydeck.config.yaml', 'lang: ko\npapersize: A4\n')).messages,
  ).toEqual([
    'studydeck.config.yaml:2:1-2:10: Unexpected `papersize`, did you mean `paperSize: A4`?',
  ])
  expect(
    (
      await load(
        'studydeck.config.json',
        '{\n  "output": "share",\n  "timer": "soon"\n}\n',
      )
    ).messages,
  ).toEqual([
    'studydeck.config.json:2:3-2:11: Unexpected `output`, did you mean `"outputs": ["share"]`?',
    'studydeck.config.json:3:3-3:10: Unexpected `soon` for `timer`, expected minutes such as `5m`, or seconds such as `90s`, did you mean `"timer": "5m"`?',
  ])
  expect(
    (await load('studydeck.config.mjs', 'export default { hints: "yes" }'))
      .messages,
  ).toEqual([
    'studydeck.config.mjs:1:1: Unexpected `yes` for `hints`, expected `true` or `false`, did you mean `hints: true`?',
  ])
})

test('good keys beside wrong ones are kept', async () => {
  expect(
    (await load('studydeck.config.yaml', 'lang: en\ncolour: red\n')).options,
  ).toEqual({ lang: 'en' })
})

test.each([
  ['studydeck.config.yaml', '- A4\n'],
  ['studydeck.config.json', '"A4"'],
  ['studydeck.config.mjs', 'export const size = 1'],
])('%s without an object is told', async (name, contents) => {
  const { messages } = await load(name, contents)
  expect(messages).toHaveLength(1)
  expect(messages[0]).toContain(
    'Unexpected content, expected one object with options',
  )
})

test('what cannot be read at all is an error with the place and the cause', async () => {
  expect(await failure('studydeck.config.json', '{ "lang": \n')).toMatch(
    /^Cannot read studydeck\.config\.json:\d+:\d+, correct it: /,
  )
  expect(await failure('studydeck.config.yaml', 'a: *nowhere\n')).toMatch(
    /^Cannot read studydeck\.config\.yaml.*correct it: .*nowhere/,
  )
  expect(
    await failure('studydeck.config.mjs', 'throw new Error("half done")'),
  ).toBe('Cannot run studydeck.config.mjs, correct it: Error: half done')
  await expect(loadConfig('none.yaml', '.')).rejects.toThrow(
    'Cannot read the configuration none.yaml (ENOENT), give --config the path of a readable file',
  )
})

test('the nearest configuration is found, from the folder upwards', async () => {
  await using folder = await temporaryFolder()
  const outer = await folder.write('studydeck.config.json', '{}')
  const inner = await folder.write('a/studydeck.config.yml', '')
  await folder.write('a/b/c/paper.md', '')
  await folder.write('d/paper.md', '')
  expect(findConfig(join(folder.path, 'a/b/c'))).toBe(inner)
  expect(findConfig(join(folder.path, 'd'))).toBe(outer)
})
