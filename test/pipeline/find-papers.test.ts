import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findPapers } from '../../src/pipeline/find-papers.ts'

let folder = ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'studydeck-find-'))
})

afterEach(async () => {
  await rm(folder, { recursive: true })
})

async function write(...names: string[]): Promise<void> {
  for (const name of names) {
    await mkdir(join(folder, name, '..'), { recursive: true })
    await writeFile(join(folder, name), '# 제목\n')
  }
}

test('a folder stands for the papers below it, in the order of their numbers', async () => {
  await write('10회차.md', '2회차.md', 'more/가 나#1 50%.markdown', 'note.txt')
  expect(await findPapers([folder])).toEqual({
    papers: [
      join(folder, '2회차.md'),
      join(folder, '10회차.md'),
      join(folder, 'more/가 나#1 50%.markdown'),
    ],
    problems: [],
  })
})

test('READMEs, drafts, hidden files and installed packages are no papers', async () => {
  await write(
    'README.md',
    'README.ko.md',
    '_draft.md',
    '.hidden.md',
    'node_modules/a.md',
  )
  const { papers, problems } = await findPapers([folder])
  expect(papers).toEqual([])
  expect(problems).toEqual([
    {
      path: folder,
      reason: 'Unexpected folder without papers, expected *.md files in it',
    },
  ])
})

test('a file that is named is a paper whatever it is called', async () => {
  await write('README.md')
  const path = join(folder, 'README.md')
  expect(await findPapers([path])).toEqual({ papers: [path], problems: [] })
})

test('a missing path is a problem, and the other papers are still found', async () => {
  await write('1회차.md')
  const missing = join(folder, '없음.md')
  expect(await findPapers([missing, folder])).toEqual({
    papers: [join(folder, '1회차.md')],
    problems: [
      {
        path: missing,
        reason: 'Unexpected path, expected an existing file or folder',
      },
    ],
  })
})

test('a paper that is named twice is built once', async () => {
  await write('1회차.md')
  const path = join(folder, '1회차.md')
  expect((await findPapers([path, folder, path])).papers).toEqual([path])
})
