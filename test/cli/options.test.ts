import { execFile } from 'node:child_process'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../support/folder.ts'
import { studydeck } from '../support/terminal.ts'

test.each([
  ['--lang', 'kr', '--lang ko'],
  ['--theme', 'drak', '--theme dark'],
  ['--paper-size', 'a4', '--paper-size A4'],
  ['--timer', '5 minutes', '--timer 5'],
  ['--answer-space', 'gird', '--answer-space grid'],
  ['--concurrency', 'two', '--concurrency 2'],
  ['--shard', '9/8', '--shard 2/8'],
  ['--shard', '0/8', '--shard 2/8'],
  ['--shard', 'second', '--shard 1/2'],
  ['--browser-url', 'browsers:9222', '--browser-url ws://browsers:9222'],
])('%s %s is wrong usage, and %s is suggested', async (flag, value, meant) => {
  const { code, out, error } = await studydeck('build', flag, value)
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(error).toContain(`argument '${value}' is invalid. Unexpected`)
  expect(error).toContain(`did you mean \`${meant}\`?`)
})

test('--with hints is understood, and what else it could be with is wrong usage', async () => {
  const { code, error } = await studydeck('build', '--with', 'hnits')
  expect(code).toBe(2)
  expect(error).toContain("'hnits' is invalid. Allowed choices are hints.")
})

test.each([
  ['build', '--papersize', '--paper-size'],
  ['check', '--frial', '--frail'],
  ['inspect', '--jsn', '--json'],
  ['doctor', '--browsr', '--browser'],
  ['init', '--conventon', '--convention'],
])('%s %s is wrong usage, and %s is suggested', async (name, flag, meant) => {
  const { code, error } = await studydeck(name, flag)
  expect(code).toBe(2)
  expect(error).toBe(
    `error: unknown option '${flag}'\n(Did you mean ${meant}?)\n`,
  )
})

test.each(['build', 'check', 'index', 'inspect', 'init', 'doctor'])(
  '%s --help has examples, and fits into 100 columns',
  async (name) => {
    const { code, out, error } = await studydeck(name, '--help')
    expect({ code, error }).toEqual({ code: 0, error: '' })
    expect(out).toContain(`Examples:\n  studydeck ${name}`)
    for (const line of out.split('\n'))
      expect(line.length).toBeLessThanOrEqual(100)
  },
)

test('a wrong configuration is shown with its line, and nothing is built', async () => {
  await using folder = await temporaryFolder()
  const config = await folder.write(
    'studydeck.config.yaml',
    'lang: ko\npapersize: A4\n',
  )
  const { code, out, error } = await studydeck('build', '--config', config)
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(error).toContain(
    [
      '  2:1-2:10  error    Unexpected `papersize`, did you mean `paperSize: A4`?  option-invalid',
      '    |',
      '  2 | papersize: A4',
      '    | ^^^^^^^^^',
      '    = fix: See docs/options.md for every option.',
    ].join('\n'),
  )
  expect(error).toMatch(
    /studydeck: Cannot use .*studydeck\.config\.yaml, correct it as shown above\n$/,
  )
})

test('a configuration that Node takes for CommonJS is told with the cure', async () => {
  await using folder = await temporaryFolder()
  await folder.write('package.json', '{ "type": "commonjs" }')
  await folder.write('studydeck.config.js', 'export default { lang: "en" }')
  const error = await new Promise<string>((done) => {
    execFile(
      process.execPath,
      [resolve('dist/cli.js'), 'check', '.'],
      { cwd: folder.path },
      (_, __, stderr) => {
        done(stderr)
      },
    )
  })
  expect(error).toContain(
    'studydeck: Cannot run studydeck.config.js as CommonJS, rename it to studydeck.config.mjs: SyntaxError',
  )
})

test('a configuration that is not there is wrong usage', async () => {
  expect(await studydeck('check', '--config', 'none.json')).toEqual({
    code: 2,
    out: '',
    error:
      'studydeck: Cannot read the configuration none.json (ENOENT), give --config the path of a readable file\n',
  })
})

test('a templates folder that is not there, or has none, is wrong usage', async () => {
  await using folder = await temporaryFolder()
  const missing = await studydeck('build', '--templates', 'no/such')
  expect(missing).toEqual({
    code: 2,
    out: '',
    error:
      'studydeck: Cannot read the templates folder no/such (ENOENT), give --templates the path of a readable folder\n',
  })
  const empty = await studydeck('build', '--templates', folder.path)
  expect(empty.code).toBe(2)
  expect(empty.error).toMatch(
    /^studydeck: Cannot find a template in .*, copy one of these into it: .*worksheet\.hbs/,
  )
})

test('with --json, what stops a build is told in the object', async () => {
  const { code, out, error } = await studydeck(
    'build',
    '--json',
    '--only',
    'host/dekc',
  )
  expect({ code, error }).toEqual({ code: 2, error: '' })
  expect(JSON.parse(out)).toEqual({
    papers: [],
    problems: [],
    error: {
      code: 'INVALID_OPTION',
      message: expect.stringContaining('`host/dekc`') as string,
    },
    exitCode: 2,
  })
})

test('a pipe without input is wrong usage', async () => {
  const { code, error } = await studydeck('inspect', '-')
  expect(code).toBe(2)
  expect(error).toBe(
    'studydeck: Cannot read standard input, name a file instead of `-`\n',
  )
})
