import { readFile, readdir } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { paperOf, poolOf } from '../../bench/papers.js'
import { limitsOf } from '../../src/model/limits.ts'
import { loadPaper } from '../../src/pipeline/load-paper.ts'

const question = '1. 까닭은 무엇인가?\n\n> **[답변]**\n> 답입니다.\n'

async function load(markdown: string, chosen: Parameters<typeof limitsOf>[0]) {
  return loadPaper('paper.md', Buffer.from(markdown), limitsOf(chosen))
}

describe.each([
  ['lines', '> 가\n\n> 나\n', 5, 7],
  ['lines that end otherwise', '> 가\r\r> 나\r\n', 5, 7],
  ['cells', '>\n> | 가 | 나 |\n> |--|--|\n> | 1 | 2 |\n', 10, 8],
  ['bars that are no cells', '> `a || b || c`\n', 6, 5],
  ['tags', '> <p>가</p><p>나</p>\n', 6, 5],
  ['tags that end nothing', '> 가</p>나</p>\n', 6, 5],
  ['marks of containers', '> 가!!! 나???\n', 6, 5],
])('a paper of too many %s', (_, markdown, pieces, line) => {
  const paper = question + markdown

  test('is not parsed, and the message says where and what to do', async () => {
    const { file, tree } = await load(paper, { pieces: pieces - 1 })
    expect(tree).toBeUndefined()
    expect(file.messages).toMatchObject([
      {
        ruleId: 'too-large',
        fatal: true,
        line,
        reason: `Unexpected paper of ${pieces} lines, cells, tags and marks in 100000 characters, expected at most ${pieces - 1}`,
      },
    ])
    expect(file.messages[0]!.note).toContain(
      `--limits pieces=${(pieces - 1) * 10}`,
    )
  })

  test('is read with a limit that it keeps', async () => {
    const { file, paper: read } = await load(paper, { pieces })
    expect(file.messages).toEqual([])
    expect(read?.certain).toBe(true)
  })
})

test('a paper of more nodes than the limit is not split, and the message says where', async () => {
  const markdown = `${question}> *가* *나*\n`
  // The root; list, item, paragraph and its text; quote, paragraph, the label and its text, three texts, and two words in
  // emphasis with theirs.
  const { file, tree } = await load(markdown, { nodes: 12 })
  expect(tree).toBeUndefined()
  expect(file.messages).toMatchObject([
    {
      ruleId: 'too-large',
      line: 5,
      reason:
        'Unexpected paper of 15 blocks, marked words and texts in 100000 characters, expected at most 12',
    },
  ])
  const allowed = await load(markdown, { nodes: 15 })
  expect(allowed.file.messages).toEqual([])
  expect(allowed.paper?.certain).toBe(true)
})

test('a longer paper may have more pieces and nodes in proportion', async () => {
  const long = `${question}> ${'가'.repeat(200_000)}\n`
  // 200,000 characters: twice the limit.
  expect((await load(long, { pieces: 2 })).paper?.certain).toBe(true)
  expect((await load(long, { pieces: 1.9 })).paper).toBeUndefined()
  expect((await load(long, { nodes: 6 })).paper?.certain).toBe(true)
  expect((await load(long, { nodes: 3 })).paper).toBeUndefined()
})

test.each([
  ')\n\n',
  '가\n',
  '*_\n',
  '- 가\n',
  '|a|b|\n',
  '|\n',
  '<p>a',
  'Q. </table>',
  '*a* *b* *c* *d*\n\n',
  '정답: </details>',
  '??? success "정답"\n- [x] ',
  '정답: :::details 정답\n',
  '**[답변]**<table>',
  '## 정답 및 해설\n1) ',
  '> *a* *b*\n>\n> c\n',
])('100 kB of %j are too many pieces', async (piece) => {
  const text = `${question}\n${piece.repeat(100_000 / piece.length)}`
  const { file } = await load(text, {})
  expect(file.messages.map(({ ruleId }) => ruleId)).toContain('too-large')
})

test('no paper of sentences, tables and code comes near the limits', async () => {
  const folder = 'decks/'
  const names = (await readdir(folder)).filter((name) => name.endsWith('.md'))
  const papers = await Promise.all(
    names.sort().map((name) => readFile(folder + name, 'utf8')),
  )
  const long = paperOf(poolOf(papers), { seed: 1, questions: 300 })
  for (const paper of [...papers, long]) {
    const { file } = await load(paper, { pieces: 3250, nodes: 7500 })
    expect(file.messages.map(({ ruleId }) => ruleId)).not.toContain('too-large')
  }
})
