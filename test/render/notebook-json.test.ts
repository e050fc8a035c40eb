import type { ICell, INotebookContent } from '@jupyterlab/nbformat'
import { expect, test } from 'vitest'
import { wordsOf } from '../../src/config/words.ts'
import type { Paper } from '../../src/model/paper.ts'
import { kernelFor } from '../../src/render/kernels.ts'
import { notebookJson } from '../../src/render/notebook-json.ts'
import {
  hostNotebookView,
  shareNotebookView,
} from '../../src/view/notebook-view.ts'
import { onePixel, onPaper } from '../support/on-paper.ts'

const paper = onPaper()
const context = { images: onePixel, words: wordsOf('ko') }
const host = notebookJson(hostNotebookView(paper), context)
const share = notebookJson(shareNotebookView(paper, false), context)

const cellsOf = (json: string): ICell[] =>
  (JSON.parse(json) as INotebookContent).cells

function sourceOf(json: string, id: string): string {
  const cell = cellsOf(json).find((one) => one.id === id)
  return (cell!.source as string[]).join('')
}

test('the notebooks are as these files show', async () => {
  await expect(host).toMatchFileSnapshot('../fixtures/on-paper/host.ipynb')
  await expect(share).toMatchFileSnapshot('../fixtures/on-paper/share.ipynb')
})

test('every cell has what nbformat 4.5 asks for', () => {
  for (const json of [host, share]) {
    const notebook = JSON.parse(json) as INotebookContent
    expect([notebook.nbformat, notebook.nbformat_minor]).toEqual([4, 5])
    expect(Object.keys(notebook).sort()).toEqual([
      'cells',
      'metadata',
      'nbformat',
      'nbformat_minor',
    ])
    const ids = notebook.cells.map((cell) => cell.id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const cell of notebook.cells) {
      expect(cell.id).toMatch(/^[a-zA-Z0-9_-]{1,64}$/)
      expect(Object.keys(cell)).toEqual(
        expect.arrayContaining(['cell_type', 'id', 'metadata', 'source']),
      )
      if (cell.cell_type === 'code')
        expect(cell).toMatchObject({ execution_count: null, outputs: [] })
      else expect(cell).not.toHaveProperty('outputs')
    }
  }
})

test('a code question is answered in a code cell of its language, which is the kernel', () => {
  const cell = cellsOf(share).find((one) => one.id === 'writing-1-2')
  expect(cell).toMatchObject({
    cell_type: 'code',
    metadata: { vscode: { languageId: 'python' } },
    source: [],
  })
  expect(JSON.parse(share)).toMatchObject({
    metadata: { kernelspec: { name: 'python3' } },
  })
})

test('an image is an attachment under a name of ours', () => {
  const cell = cellsOf(share).find((one) => one.id === 'question-1-1')
  expect(Object.keys(cell!.attachments as object)).toEqual(['image-1.png'])
  expect(sourceOf(share, 'question-1-1')).toContain(
    '![구조도](attachment:image-1.png)',
  )
})

test('answers are folded for the host, and nowhere for participants', () => {
  expect(sourceOf(host, 'answer-2-2')).toMatch(
    /^<details>\n<summary>답 보기<\/summary>\n\n[\s\S]*B\. ss[\s\S]*\n\n<\/details>$/,
  )
  expect(cellsOf(share).map((cell) => cell.id)).not.toContain('answer-2-2')
  for (const answer of ['순번', '스무 바이트', 'TIME_WAIT', '통계', 'backlog'])
    expect(share).not.toContain(answer)
})

test('cell ids stay when texts change', () => {
  const [first, ...rest] = paper.topics
  const changed: Paper = {
    ...paper,
    topics: [{ ...first!, title: '새 제목' }, ...rest],
  }
  const ids = (json: string): unknown[] => cellsOf(json).map((cell) => cell.id)
  expect(ids(notebookJson(shareNotebookView(changed, false), context))).toEqual(
    ids(share),
  )
})

test('the kernel is that of most code questions, plain Python otherwise', () => {
  const name = (...languages: string[]): string =>
    kernelFor(languages).kernelspec.name
  expect(name()).toBe('python3')
  expect(name('text', 'yaml')).toBe('python3')
  expect(name('bash', 'SQL', 'sql')).toBe('xsql')
  expect(name('sh', 'shell', 'python')).toBe('bash')
  expect(name('constructor')).toBe('python3')
})

test('bold before a particle is bold for Jupyter too, which reads plain CommonMark', () => {
  expect(sourceOf(share, 'topic-1')).toContain(
    '<strong>지연 시간(Latency)</strong>을 기록',
  )
  expect(sourceOf(host, 'answer-1-3')).toContain('**먼저 닫는 쪽:**\\\n')
})
