import { expect, test } from 'vitest'
import { version } from '../../src/config/version.ts'
import { studydeck } from '../support/terminal.ts'

test('--version prints the version of the package', async () => {
  expect(await studydeck('--version')).toEqual({
    code: 0,
    out: `${version}\n`,
    error: '',
  })
})

test('--help lists the commands and the exit codes', async () => {
  const { code, out, error } = await studydeck('--help')
  expect({ code, error }).toEqual({ code: 0, error: '' })
  expect(out).toMatch(/build .*[^]*inspect [^]*check /)
  expect(out).toContain('Exit codes: 0 all well, 1 a paper has an error')
})

test('build --help lists every option and an example of each use', async () => {
  const { code, out } = await studydeck('build', '--help')
  expect(code).toBe(0)
  for (const flag of ['--out', '--only', '--browser', '--templates'])
    expect(out).toContain(flag)
  expect(out).toContain('studydeck build --only share')
})

test('a wrong flag is wrong usage, and the right one is suggested', async () => {
  const { code, error } = await studydeck('build', '--olny', 'share')
  expect(code).toBe(2)
  expect(error).toContain("unknown option '--olny'")
  expect(error).toContain('--only')
})

test('a wrong command is wrong usage', async () => {
  const { code, error } = await studydeck('biuld')
  expect(code).toBe(2)
  expect(error).toContain('build')
})

test('an output that does not exist is wrong usage, and the outputs are listed', async () => {
  const { code, error } = await studydeck('build', '--only', 'host/dekc')
  expect(code).toBe(2)
  expect(error).toMatch(
    /^studydeck: Cannot find an output that starts with `host\/dekc`, use one of host\/deck.html, /,
  )
})

test('a browser that was named and is not there is an environment error', async () => {
  const { code, error } = await studydeck(
    'build',
    'test/support/paper.md',
    '--browser',
    'no/such/browser',
  )
  expect(code).toBe(3)
  expect(error).toMatch(/no\/such\/browser/)
})
