import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { BuildError } from '../../src/model/build-error.ts'
import { writeOutputs } from '../../src/pipeline/write-outputs.ts'

let folder = ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'studydeck-write-'))
})

afterEach(async () => {
  await rm(folder, { recursive: true })
})

const bytes = (text: string) => new TextEncoder().encode(text)

test('files are written with their folders, and nothing else is left', async () => {
  await writeOutputs(folder, [
    { path: '1회차/host/deck.md', contents: bytes('a') },
    { path: '1회차/share/worksheet.pdf', contents: bytes('b') },
  ])
  expect((await readdir(folder, { recursive: true })).sort()).toEqual([
    '1회차',
    '1회차/host',
    '1회차/host/deck.md',
    '1회차/share',
    '1회차/share/worksheet.pdf',
  ])
  expect(await readFile(join(folder, '1회차/host/deck.md'), 'utf8')).toBe('a')
})

test('a stale file is removed, and one that is not there is no problem', async () => {
  const files = [{ path: '1/share/worksheet.pdf', contents: bytes('old') }]
  await writeOutputs(folder, files)
  await writeOutputs(folder, [], ['1/share/worksheet.pdf', '1/share/none'])
  expect(await readdir(join(folder, '1/share'))).toEqual([])
})

test('a folder that cannot be written is an environment error that names it', async () => {
  await writeFile(join(folder, '1'), 'a file in the way')
  const writing = writeOutputs(folder, [
    { path: '1/host/deck.md', contents: bytes('a') },
  ])
  await expect(writing).rejects.toThrow(BuildError)
  await expect(writing).rejects.toThrow(
    /Cannot write .*1.*choose another folder/,
  )
})
