import { expect, test } from 'vitest'
import { paperFolders } from '../../src/pipeline/paper-folder.ts'

test('a paper gets a folder named after its file', () => {
  expect([...paperFolders(['decks/1회차 (a) #1 50%.md']).values()]).toEqual([
    '1회차 (a) #1 50%',
  ])
})

test('a name in decomposed Hangul, as macOS writes it, is composed', () => {
  expect([
    ...paperFolders(['decks/1회차.md'.normalize('NFD')]).values(),
  ]).toEqual(['1회차'])
})

test('papers of the same name get the name of their folders before it', () => {
  expect([
    ...paperFolders(['a/1회차.md', 'b/1회차.md', 'b/2회차.md']).values(),
  ]).toEqual(['a-1회차', 'b-1회차', '2회차'])
})

test('papers whose folders share a name too are numbered, whatever their order', () => {
  const paths = ['x/a/1.md', 'y/a/1.md', 'y/A/1.MD']
  const folders = {
    'x/a/1.md': 'a-1',
    'y/A/1.MD': 'A-1-2',
    'y/a/1.md': 'a-1-3',
  }
  for (const order of [paths, paths.reverse()])
    expect(Object.fromEntries(paperFolders(order))).toEqual(folders)
})

test('a name that would climb out of the output folder is replaced', () => {
  expect([
    ...paperFolders(['decks/...md', 'decks/.md']).values(),
  ]).not.toContain('..')
})
