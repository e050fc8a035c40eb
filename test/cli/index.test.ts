import { expect, test } from 'vitest'
import { temporaryFolder } from '../support/folder.ts'
import { studydeck } from '../support/terminal.ts'

test('a folder without built papers is told, and gets nothing', async () => {
  await using folder = await temporaryFolder()
  expect(await studydeck('index', folder.path)).toEqual({
    code: 2,
    out: '',
    error: `studydeck: Cannot find a built paper in ${folder.path}, build some or name another folder\n`,
  })
  expect(await folder.files()).toEqual([])
})

test('an index.html of somebody else stays', async () => {
  await using folder = await temporaryFolder()
  await folder.write('index.html', '<h1>Mine</h1>')
  const { code, error } = await studydeck('index', folder.path)
  expect(code).toBe(2)
  expect(error).toMatch(/index\.html, which studydeck did not make/)
})

test('one part of the papers makes no site', async () => {
  await using folder = await temporaryFolder()
  const { code, error } = await studydeck(
    'build',
    folder.path,
    '--shard',
    '1/2',
    '--site',
    'public',
  )
  expect(code).toBe(2)
  expect(error).toContain('run `studydeck index --site`')
})
