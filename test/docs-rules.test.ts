import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Root } from 'mdast'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { VFile } from 'vfile'
import { loadConfig } from '../src/config/load-config.ts'
import { wordsOf } from '../src/config/words.ts'
import type { PageSource } from '../src/model/browser-page.ts'
import { rules } from '../src/model/rules.ts'
import { reportDiagrams } from '../src/pipeline/deck-reports.ts'
import { handOut } from '../src/pipeline/hand-out.ts'
import { loadImages, reportLocalLinks } from '../src/images/index.ts'
import { loadPaper } from '../src/pipeline/load-paper.ts'
import { buildNotebooks } from '../src/pipeline/notebook.ts'
import { buildPassage } from '../src/pipeline/passage.ts'
import { shownNodes } from '../src/pipeline/shown-nodes.ts'
import type { BuildContext } from '../src/pipeline/context.ts'
import { loadTypesetting } from '../src/render/typesetting.ts'
import { temporaryFolder, type Folder } from './support/folder.ts'
import { pngOf } from './gate/planted.ts'
import { split } from './support/split.ts'

/** One section of docs/rules.md. */
interface Section {
  readonly rule: string
  readonly text: string
  /** Examples: the bad one, then the good one. */
  readonly blocks: readonly Example[]
}

interface Example {
  readonly language: string
  readonly contents: string
}

const page = readFileSync('docs/rules.md', 'utf8')
const sections = page
  .split(/^## (?=[a-z-]+$)/m)
  .slice(1)
  .map(sectionOf)
const severities: Readonly<Record<string, string>> = {
  ...rules,
  // Of a configuration file, not of a paper: it stops everything.
  'option-invalid': 'error',
}

function sectionOf(source: string): Section {
  const rule = source.slice(0, source.indexOf('\n'))
  const blocks = [...source.matchAll(/^(`{3,})(\w+)\n([^]*?)^\1$/gm)].map(
    ([, , language = '', contents = '']) => ({ language, contents }),
  )
  return { rule, text: source, blocks }
}

/**
 * Rules that no text of a paper breaks: they have tests of their own, below. What only a browser can measure is in
 * test/browser/scaled.test.ts.
 */
const elsewhere = [
  'content-scaled',
  'file-unreadable',
  'image-unreachable',
  'output-unsearched',
  'answer-leaked',
  'situation-missing',
  'too-large',
  'page-failed',
]

const onPapers = sections.filter(
  ({ rule }) => !elsewhere.includes(rule) && rule !== 'option-invalid',
)

let folder: Folder
beforeAll(async () => {
  folder = await temporaryFolder()
  const [, png = ''] = pngOf(40, 30).split(',')
  await folder.write('images/request.png', Buffer.from(png, 'base64'))
})
afterAll(() => folder[Symbol.asyncDispose]())

/** Ids of the messages that a paper gets, each once, from reading it to laying it out, as far as no browser is needed. */
async function rulesOf({ language, contents }: Example): Promise<string[]> {
  const bytes =
    language === 'hex'
      ? Buffer.from(contents.replaceAll(/\s/g, ''), 'hex')
      : Buffer.from(contents)
  const { file, paper, tree } = await loadPaper(
    join(folder.path, 'paper.md'),
    bytes,
  )
  if (paper && tree) {
    const nodes = shownNodes(paper)
    reportLocalLinks(tree, file)
    const images = await loadImages(tree, file, { browser: noBrowser })
    const context = contextOf(file, images)
    await buildNotebooks(paper, context)
    reportDiagrams(nodes, await loadTypesetting(nodes), file)
  }
  return [...new Set(file.messages.map(({ ruleId }) => ruleId ?? ''))].sort()
}

const noBrowser: PageSource = {
  withPage: () => Promise.reject(new Error('Unexpected use of a browser')),
}

function contextOf(
  file: VFile,
  images: BuildContext['images'] = new Map(),
): BuildContext {
  return {
    file,
    images,
    words: wordsOf('ko'),
    wanted: new Set(['host/notebook.html'] as const),
    browser: noBrowser,
  }
}

test('every rule that can be reported has its section, in the order of the table', () => {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && path !== 'model/rules.ts')
    .map((path) => readFileSync(join('src', path), 'utf8'))
    .join('\n')
  const literal = [...sources.matchAll(/\bruleId: '([a-z-]+)'/g)].map(
    ([, rule]) => rule,
  )
  const reported = Object.keys(rules).filter((rule) =>
    sources.includes(`'${rule}'`),
  )
  expect(reported).toEqual(Object.keys(rules))
  expect(sections.map(({ rule }) => rule)).toEqual([...reported, ...literal])
})

test('the table and the sections say how severe each rule is', () => {
  const rows = [...page.matchAll(/^\| \[`(.+)`\]\(#(.+)\) \| (\w+) \|$/gm)].map(
    ([, rule, anchor, severity]) => [rule, anchor, severity],
  )
  expect(rows).toEqual(
    Object.entries(severities).map(([rule, severity]) => [
      rule,
      rule,
      severity,
    ]),
  )
  for (const { rule, text } of sections)
    expect(text, rule).toMatch(
      new RegExp(`^.*\\n\\n\\*\\*${severities[rule]}\\.\\*\\* [A-Z]`, 'i'),
    )
})

describe.each(onPapers)('$rule', ({ rule, text, blocks }) => {
  const [bad, good, ...more] = blocks

  test('its bad example breaks it', async () => {
    const [, also] = /is reported as `(.+)`, too/.exec(text) ?? []
    expect(more).toEqual([])
    expect(await rulesOf(bad!)).toEqual([rule, ...(also ? [also] : [])].sort())
  })

  test('its good example breaks none', async () => {
    expect(await rulesOf(good!)).toEqual([])
  })
})

test('image-unreachable is reported where an image cannot be fetched', async () => {
  const url = 'http://127.0.0.1:1/request.png'
  const tree: Root = {
    type: 'root',
    children: [{ type: 'paragraph', children: [{ type: 'image', url }] }],
  }
  const file = new VFile({ path: join(folder.path, 'paper.md') })
  await loadImages(tree, file, { browser: noBrowser, allowRemote: true })
  expect(file.messages.map(({ ruleId }) => ruleId)).toEqual([
    'image-unreachable',
  ])
})

test('file-unreadable is reported where a file cannot be read', async () => {
  const { file } = await loadPaper(folder.path)
  expect(file.messages.map(({ ruleId }) => ruleId)).toEqual(['file-unreadable'])
})

describe('a file for participants', () => {
  const { paper, file } = split(
    '1. 캐시를 설명하시오.\n\n> **[답변]** 원본보다 가까운 곳에 둔 사본입니다.\n',
  )

  async function rulesOfOutput(path: string, text: string): Promise<string[]> {
    const own = new VFile({ path: file.path })
    const contents = new TextEncoder().encode(text)
    const { files } = await handOut(paper, [{ path, contents }], contextOf(own))
    expect(files).toHaveLength(own.messages.length > 0 ? 0 : 1)
    return own.messages.map(({ ruleId }) => ruleId ?? '')
  }

  test('answer-leaked is reported where it holds an answer', async () => {
    const { blocks } = sections.find(({ rule }) => rule === 'answer-leaked')!
    const [bad, good] = blocks
    expect(await rulesOfOutput('share/sheet.md', bad!.contents)).toEqual([
      'answer-leaked',
    ])
    expect(await rulesOfOutput('share/sheet.md', good!.contents)).toEqual([])
  })

  test('output-unsearched is reported where it cannot be opened', async () => {
    expect(await rulesOfOutput('share/worksheet.pdf', '%PDF-1.7\n1 0')).toEqual(
      ['output-unsearched'],
    )
  })
})

test('situation-missing is reported where passages were asked for', async () => {
  const { blocks } = sections.find(({ rule }) => rule === 'situation-missing')!
  const reported = await Promise.all(
    blocks.map(async ({ contents }) => {
      const { paper, file } = split(contents)
      const wanted = new Set(['share/passage.pdf'] as const)
      // Whoever has a situation gets as far as the browser, which is none.
      const files = buildPassage(paper, { ...contextOf(file), wanted })
      await files.catch(() => undefined)
      return file.messages.map(({ ruleId }) => ruleId)
    }),
  )
  expect(reported).toEqual([['situation-missing'], []])
})

test('option-invalid is reported for a configuration', async () => {
  const { blocks } = sections.find(({ rule }) => rule === 'option-invalid')!
  const reported = await Promise.all(
    blocks.map(async ({ contents }, at) => {
      const path = await folder.write(`${at}/studydeck.config.yaml`, contents)
      const { file } = await loadConfig(path, folder.path)
      return file.messages.map(({ ruleId }) => ruleId)
    }),
  )
  expect(reported).toEqual([['option-invalid'], []])
})
