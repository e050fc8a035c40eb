import { execFile } from 'node:child_process'
import { readFile, symlink } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { usualOutputs } from '../../src/model/output.ts'
import { docBlocks } from '../support/doc-blocks.ts'
import { temporaryFolder, type Folder } from '../support/folder.ts'

// npm writes 200 MB, beside whatever else the machine does.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 })

const exec = promisify(execFile)
/** Without what `npm test` tells of the repository. */
const env = { ...process.env, npm_config_local_prefix: undefined }

let folder: Folder
let tarball = ''

/** Runs a program in the folder that a user would have. */
async function run(program: string, ...argv: string[]): Promise<string> {
  try {
    const { stdout } = await exec(program, argv, { cwd: folder.path, env })
    return stdout
  } catch (error) {
    // What a program has to say, it says in its output.
    const { stdout, stderr } = error as { stdout: string; stderr: string }
    throw new Error(`${program} ${argv.join(' ')}\n${stdout}${stderr}`, {
      cause: error,
    })
  }
}

beforeAll(async () => {
  folder = await temporaryFolder()
  const { stdout } = await exec('npm', [
    ...['pack', '--silent', '--pack-destination', folder.path],
  ])
  tarball = join(folder.path, stdout.trim())
  await run(
    'npm',
    ...['install', '--prefix', folder.path, '--prefer-offline', tarball],
  )
})

afterAll(() => folder[Symbol.asyncDispose]())

test('the tarball has what a user needs, once', async () => {
  const { stdout } = await exec('tar', ['-tzf', tarball])
  const files = stdout
    .trim()
    .split('\n')
    .map((path) => path.replace(/^package\//, ''))
  expect(
    files
      .filter((path) => !/^(?:dist|docs|templates|schema)\//.test(path))
      .sort(),
  ).toEqual([
    'CHANGELOG.md',
    'LICENSE',
    'README.ko.md',
    'README.md',
    'package.json',
  ])
  expect(files).toContain('docs/rules.md')
  expect(files.filter((path) => /\.(?:ttf|woff2?|map)$/.test(path))).toEqual([])
  expect(files.filter((path) => path.endsWith('.ts'))).toEqual([
    'dist/index.d.ts',
  ])
  const notices = await readFile('dist/licences.txt', 'utf8')
  for (const font of ['pretendard', '@kfonts/d2coding', '@fontsource/noto'])
    expect(notices).toContain(`\n${font}`)
  expect((await readFile(tarball)).length).toBeLessThan(5_000_000)
})

test('publint finds nothing', async () => {
  const { messages, pkg } = await publint({
    pkgDir: resolve('.'),
    strict: true,
  })
  expect(messages.map((message) => formatMessage(message, pkg))).toEqual([])
})

test('a new user comes from nothing to every output', async () => {
  await run('npx', 'studydeck', 'init', '1회차')
  const out = await run('npx', 'studydeck', 'build')
  expect(out).toMatch(/share\/: \d+ answers?, 0 found in \d+ files/)
  const made = await folder.files('build/1회차')
  expect(made).toEqual([...usualOutputs].sort())
})

test('what the package says of its types holds', async () => {
  // A stricter reader than ours: every declaration is checked, those of packages too.
  await folder.write(
    'tsconfig.json',
    JSON.stringify({
      compilerOptions: {
        ...{ module: 'nodenext', target: 'es2023', types: [] },
        ...{ strict: true, exactOptionalPropertyTypes: true, noEmit: true },
      },
      include: ['*.ts'],
    }),
  )
  await folder.write(
    'consumer.ts',
    `import { Browser, build, BuildError, parsePaper, remarkPaper, splitPaper, writeOutputs } from 'studydeck'
import type { BuildOptions, Container, Outline, OutputName, Paper, PaperResult } from 'studydeck'
import { VFile } from 'vfile'

const file = new VFile({ path: 'paper.md', value: '' })
export const paper: Paper = splitPaper(parsePaper('', file), file)
export const kinds: Container['type'] = 'container'
export const outline = (one: Outline): string => one.title
export const transform: ReturnType<typeof remarkPaper> = remarkPaper()
export const found: Paper | undefined = file.data.paper

const options: BuildOptions = {
  papers: ['paper.md'],
  browser: new Browser(),
  wanted: new Set<OutputName>(['host/deck.html']),
  flags: { theme: 'dark' },
}
export async function all(): Promise<PaperResult[]> {
  const results: PaperResult[] = []
  for await (const result of build(options)) {
    await writeOutputs('build', result.files, result.stale)
    results.push(result)
  }
  return results
}
// @ts-expect-error There is no such output.
export const wrong: OutputName = 'host/deck.pptx'
export const exitCode = (error: BuildError): number => error.exitCode
`,
  )
  const examples = docBlocks('docs/library.md').filter(
    ({ language }) => language === 'ts',
  )
  for (const [at, { contents }] of examples.entries())
    await folder.write(`example-${at}.ts`, contents)
  await symlink(resolve('node_modules/typescript'), join(folder.path, 'ts'))
  expect(await run(process.execPath, 'ts/bin/tsc', '-p', '.')).toBe('')
})
