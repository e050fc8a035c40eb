import { expect, test } from 'vitest'
import type { PageSource } from '../../src/model/browser-page.ts'
import { BuildError } from '../../src/model/build-error.ts'
import { limitsOf } from '../../src/model/limits.ts'
import { outputNames } from '../../src/model/output.ts'
import { build } from '../../src/pipeline/build.ts'
import type { Slide } from '../../src/render/slides/slide.ts'
import { isTooLong } from '../../src/pipeline/deck-reports.ts'
import { loadPaper } from '../../src/pipeline/load-paper.ts'
import { temporaryFolder } from '../support/folder.ts'
import { split } from '../support/split.ts'
import { studydeck } from '../support/terminal.ts'

const question = '1. 까닭은 무엇인가?\n\n> **[답변]**\n> '

async function load(markdown: string, chosen: Parameters<typeof limitsOf>[0]) {
  return loadPaper('paper.md', Buffer.from(markdown), limitsOf(chosen))
}

test.each([
  ['file', 'file of 2.0 MB', question + '가'.repeat(700_000)],
  [
    'cells',
    'table of 6 cells',
    `${question}\n> | 가 | 나 |\n> |--|--|\n> | 1 | 2 |\n> | 3 | 4 |`,
  ],
] as const)(
  '%s: nothing is made of a paper with a %s',
  async (limit, what, markdown) => {
    const most = limit === 'file' ? 1 : 5
    const { file, paper } = await load(markdown, { [limit]: most })
    expect(paper).toBeUndefined()
    expect(file.messages.map(({ ruleId, reason }) => [ruleId, reason])).toEqual(
      [
        [
          'too-large',
          `Unexpected ${what.replace('2.0', '2.1')}, expected at most ${most}`,
        ],
      ],
    )
    expect(file.messages[0]!.note).toContain(`--limits ${limit}=${most * 10}`)
    const { paper: allowed } = await load(markdown, { [limit]: most * 10 })
    expect(allowed?.certain).toBe(true)
  },
)

test.each([
  ['formula', '$x+y+z$', 'inlineCode'],
  ['formula', '\n> $$\n> x+y+z\n> $$', 'code'],
  ['diagram', '\n> ```mermaid\n> graph TD\n> ```', 'code'],
] as const)(
  '%s: one that is too long is shown as it is written',
  async (limit, source, type) => {
    const { file, paper } = await load(`${question}${source}\n`, { [limit]: 4 })
    expect(file.messages.map(({ ruleId, line }) => [ruleId, line])).toEqual([
      ['too-large', type === 'inlineCode' ? 4 : 5],
    ])
    const [answer] = paper!.topics[0]!.questions[0]!.answers
    expect(JSON.stringify(answer)).toContain(`"type":"${type}"`)
    expect(JSON.stringify(answer)).not.toContain('"lang":"mermaid"')
  },
)

test('slides: a deck that is too long is not laid out', () => {
  const { file } = split(question)
  const slides = Array.from({ length: 3 }, () => ({ body: [] }) as never)
  expect(isTooLong(slides, { file, limits: limitsOf({ slides: 3 }) })).toBe(
    false,
  )
  expect(isTooLong(slides, { file, limits: limitsOf({ slides: 2 }) })).toBe(
    true,
  )
  expect(file.messages.map(({ ruleId }) => ruleId)).toContain('too-large')
})

test('blocks: a slide that would be too much for what renders it is not laid out', () => {
  const items = '- ① 가\n'.repeat(3)
  const { file, paper } = split(
    `${question}글\n>\n${items.replaceAll(/^/gm, '> ')}`,
  )
  const [answer] = paper.topics[0]!.questions[0]!.answers
  const slides = [{ body: answer!.body } as unknown as Slide]
  // A paragraph, a list, and three items with a paragraph in each.
  expect(isTooLong(slides, { file, limits: limitsOf({ blocks: 8 }) })).toBe(
    false,
  )
  expect(isTooLong(slides, { file, limits: limitsOf({ blocks: 7 }) })).toBe(
    true,
  )
  expect(file.messages.map(({ ruleId, line }) => [ruleId, line])).toEqual([
    ['too-large', 3],
  ])
})

test('an answer of 20,001 items is told, and nothing is thrown', async () => {
  await using folder = await temporaryFolder()
  const items = '> - ①\n'.repeat(20_001)
  const path = await folder.write('1회차.md', `${question}답\n>\n${items}`)
  const only = ['--out', `${folder.path}/out`, '--only', 'host/deck.html']
  // Otherwise nothing would be parsed of it.
  const dense = ['--limits', 'pieces=100000,nodes=1000000']
  const { code, error } = await studydeck('build', path, ...only, ...dense)
  expect(code).toBe(1)
  expect(error).toContain('too-large')
  expect(error).toMatch(/slide of \d+ blocks/)
  expect(error).not.toContain('RangeError')
}, 120_000)

test('limits come from the command line, and a wrong one is told', async () => {
  await using folder = await temporaryFolder()
  const path = await folder.write('1회차.md', `${question}답입니다.\n`)
  const out = ['--out', `${folder.path}/out`]
  const small = await studydeck(
    'build',
    path,
    ...out,
    '--limits',
    'file=0.00001',
  )
  expect(small.code).toBe(1)
  expect(small.error).toContain('too-large')
  const wrong = await studydeck('build', path, ...out, '--limits', 'files=1')
  expect(wrong.code).toBe(2)
  expect(wrong.error).toContain('Expected numbers above 0 by name: file, cells')
})

test('a paper that the browser cannot finish is told so, and the next is built', async () => {
  await using folder = await temporaryFolder()
  const papers = [
    await folder.write('하나.md', `${question}답입니다.\n`),
    await folder.write('둘.md', `${question}답입니다.\n`),
  ]
  let documents = 0
  const browser: PageSource = {
    withPage: () =>
      ++documents === 1
        ? Promise.reject(
            new BuildError('PAGE_FAILED', 'Cannot finish a document'),
          )
        : Promise.resolve(new Map() as never),
  }
  const results = []
  const wanted = new Set(
    outputNames.filter((name) => /notebook|deck\.md/.test(name)),
  )
  for await (const { path, files, stale, file } of build({
    papers: [papers[0]!],
    browser,
    wanted,
  }))
    results.push({
      path,
      files,
      stale,
      rules: file.messages.map(({ ruleId }) => ruleId),
    })
  expect(results).toEqual([
    { path: papers[0], files: [], stale: [], rules: ['page-failed'] },
  ])
  const next = new Set(['host/notebook.html'] as const)
  for await (const { files } of build({
    papers: [papers[1]!],
    browser,
    wanted: next,
  }))
    expect(files.map(({ path }) => path)).toEqual(['둘/host/notebook.html'])
})
