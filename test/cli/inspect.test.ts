import { chmod, readFile } from 'node:fs/promises'
import { getuid } from 'node:process'
import { expect, test } from 'vitest'
import { run } from '../../src/cli/run.ts'
import { temporaryFolder } from '../support/folder.ts'
import { studydeck } from '../support/terminal.ts'

const paper = 'test/support/paper.md'

test('inspect tells how a paper is understood', async () => {
  const { code, out, error } = await studydeck('inspect', paper)
  expect({ code, error }).toEqual({ code: 0, error: '' })
  expect(out).toMatch(
    /^백엔드 스터디 6회차 문제\n6회차 · 2026-02-06 · 홍길동\n/,
  )
})

test('inspect --json prints one object, and the same paper comes from a pipe', async () => {
  const { code, out, error } = await studydeck('inspect', paper, '--json')
  expect({ code, error }).toEqual({ code: 0, error: '' })
  const outline = JSON.parse(out) as object
  expect(outline).toMatchObject({ path: paper, round: 6, messages: [] })
  let piped = ''
  await run(['inspect', '--json', '-'], {
    out: (text) => {
      piped += text
    },
    error: () => undefined,
    readInput: () => readFile(paper),
  })
  expect(JSON.parse(piped)).toEqual({ ...outline, path: 'stdin.md' })
})

test('--quiet prints only errors, and -- makes a name of what begins with a dash', async () => {
  expect(await studydeck('inspect', '-q', paper)).toEqual({
    code: 0,
    out: '',
    error: '',
  })
  const { code, error } = await studydeck('inspect', '--', '--none.md')
  expect(code).toBe(1)
  expect(error).toContain('--none.md\n    error    Unexpected file')
})

test('a wrong front matter is shown with its line and the line corrected', async () => {
  await using folder = await temporaryFolder()
  const path = await folder.write(
    'a.md',
    `---\ntimer: soon\n---\n${await readFile(paper, 'utf8')}`,
  )
  const { code, error } = await studydeck('inspect', path)
  expect(code).toBe(1)
  expect(error).toContain(
    [
      '  2:1-2:12  error    Unexpected `soon` for `timer`, expected minutes such as `5m`, or seconds such as `90s`, did you mean `timer: 5m`?  front-matter-invalid',
      '    |',
      '  2 | timer: soon',
      '    | ^^^^^^^^^^^',
    ].join('\n'),
  )
  const { messages } = JSON.parse(
    (await studydeck('inspect', path, '--json')).out,
  ) as { messages: unknown[] }
  expect(messages[0]).toMatchObject({
    ruleId: 'front-matter-invalid',
    severity: 'error',
    line: 2,
    column: 1,
    endLine: 2,
    endColumn: 12,
    url: 'docs/rules.md#front-matter-invalid',
  })
})

test.skipIf(getuid?.() === 0)(
  'a file that may not be read is told (root may read everything)',
  async () => {
    await using folder = await temporaryFolder()
    const path = await folder.write('a.md', '# 1회차')
    await chmod(path, 0)
    const { code, error } = await studydeck('inspect', path)
    expect(code).toBe(1)
    expect(error).toContain('Unexpected file that cannot be read (EACCES)')
  },
)

test('a folder instead of a file is told', async () => {
  const { code, error } = await studydeck('inspect', 'test')
  expect(code).toBe(1)
  expect(error).toContain(
    'Unexpected file that cannot be read (EISDIR), expected a readable Markdown file  file-unreadable',
  )
})
