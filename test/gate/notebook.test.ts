import { expect, it } from 'vitest'
import { gate } from '../../src/gate/index.ts'
import { images, openText, paper, pngOf, secret } from './planted.ts'

const clean = {
  nbformat: 4,
  nbformat_minor: 5,
  metadata: {
    kernelspec: {
      name: 'python3',
      display_name: 'Python 3',
      language: 'python',
    },
    title: '트랜잭션 모임',
  },
  cells: [
    {
      cell_type: 'markdown',
      id: 'question-1-1',
      metadata: {},
      source: [`${openText}\n`, '![계좌](attachment:a.png)'],
      attachments: {
        'a.png': { 'image/png': pngOf(40, 30).replace(/^.*,/, '') },
      },
    },
    {
      cell_type: 'code',
      id: 'answer-1-1',
      metadata: {},
      execution_count: null,
      source: '',
      outputs: [],
    },
  ],
}

async function search(change: object, cell: object = {}): Promise<string[]> {
  const [first, second] = clean.cells
  const notebook = {
    ...clean,
    cells: [first, { ...second, ...cell }],
    ...change,
  }
  const file = {
    path: 'share/notebook.ipynb',
    contents: Buffer.from(JSON.stringify(notebook)),
  }
  const report = await gate(paper, [file], { images })
  return [
    ...new Set(
      report.hits.map(
        ({ place, question, line }) => `${place} ${question}:${line}`,
      ),
    ),
  ]
}

it('lets a notebook pass that has only what participants may read', async () => {
  expect(await search({})).toEqual([])
})

it.each([
  ['in a cell', { source: secret }, 'text'],
  [
    'over the lines of a cell',
    { source: ['커밋되지 않은\n', '값을 읽는 더티\n', '리드가'] },
    'text',
  ],
  [
    'with references for spaces',
    { source: secret.replaceAll(' ', '&#x20;') },
    'text',
  ],
  ['in a comment of a cell', { source: `<!-- ${secret} -->` }, 'text'],
  [
    'in the metadata of a cell',
    { metadata: { tags: ['hidden', secret] } },
    'metadata',
  ],
  [
    'in a field that nobody knows',
    { answer: { deep: [{ text: secret }] } },
    'metadata',
  ],
  ['in the id of a cell', { id: secret }, 'metadata'],
  [
    'in printed output',
    { outputs: [{ output_type: 'stream', name: 'stdout', text: [secret] }] },
    'outputs',
  ],
  [
    'in shown output',
    {
      outputs: [
        {
          output_type: 'display_data',
          data: { 'text/html': `<b>${secret}</b>` },
          metadata: {},
        },
      ],
    },
    'outputs',
  ],
  [
    'in the name of an attachment',
    { attachments: { [`${secret}.png`]: {} } },
    'attachments',
  ],
  [
    'in a picture of an attachment',
    {
      attachments: {
        'b.png': { 'image/png': pngOf(64, 48).replace(/^.*,/, '') },
      },
    },
    'images',
  ],
  [
    'in a picture of the output',
    {
      outputs: [
        {
          output_type: 'display_data',
          data: { 'image/png': pngOf(64, 48).replace(/^.*,/, '') },
          metadata: {},
        },
      ],
    },
    'images',
  ],
  ['in an embedded picture', { source: `![](${pngOf(64, 48)})` }, 'images'],
  [
    'in a link',
    { source: '[계좌](https://example.com/notes/%EB%8B%B5)' },
    'links',
  ],
])('finds an answer %s', async (_, cell, place) => {
  expect(await search({}, cell)).toEqual([`${place} 1-1:10`])
})

it('finds an answer in the metadata of the notebook, as value and as key', async () => {
  expect(await search({ metadata: { note: secret } })).toEqual([
    'metadata 1-1:10',
  ])
  expect(await search({ metadata: { [secret]: 1 } })).toEqual([
    'metadata 1-1:10',
  ])
})

it('finds a one-word answer in a cell, not in the words of the format', async () => {
  expect(await search({}, { source: 'redis' })).toEqual(['text 1-3:30'])
  expect(await search({ metadata: { kernelspec: { name: 'redis' } } })).toEqual(
    [],
  )
})
