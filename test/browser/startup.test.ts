import { execFile } from 'node:child_process'
import { copyFile, readdir, readFile, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { temporaryFolder, type Folder } from '../support/folder.ts'

/** What node says of the scripts that it ran. */
interface Coverage {
  readonly result: readonly { readonly url: string }[]
}

const run = promisify(execFile)
const program = resolve('dist/cli.js')

/** Runs Node.js; files of ours that were loaded, and their bytes. */
async function loadedBy(
  folder: Folder,
  ...argv: string[]
): Promise<{ files: number; bytes: number }> {
  const coverage = join(folder.path, 'coverage')
  await run(process.execPath, argv, {
    cwd: folder.path,
    env: { ...process.env, NODE_V8_COVERAGE: coverage },
  })
  const [name = ''] = await readdir(coverage)
  const { result } = JSON.parse(
    await readFile(join(coverage, name), 'utf8'),
  ) as Coverage
  const sizes = await Promise.all(
    result
      .filter(({ url }) => url.startsWith('file:'))
      .map(async ({ url }) => (await stat(fileURLToPath(url))).size),
  )
  return { files: sizes.length, bytes: sizes.reduce((sum, size) => sum + size) }
}

test('an unchanged build loads a small part of the program', async () => {
  await using folder = await temporaryFolder()
  await copyFile('test/support/paper.md', join(folder.path, 'paper.md'))
  const build = [program, 'build', 'paper.md', '--only', 'share/notebook.ipynb']
  const { stdout } = await run(process.execPath, build, {
    cwd: folder.path,
  })
  expect(stdout).not.toContain('unchanged')
  const { files, bytes } = await loadedBy(folder, ...build)
  // puppeteer alone has 700 kB, the whole pipeline some megabytes.
  expect(bytes).toBeLessThan(200_000)
  expect(files).toBeLessThan(32)
})

test('the library loads the parser, and no browser before one is started', async () => {
  await using folder = await temporaryFolder()
  const library = JSON.stringify(pathToFileURL(resolve('dist/index.js')))
  const script = await folder.write(
    'script.mjs',
    `import { Browser } from ${library}; new Browser()`,
  )
  const { bytes } = await loadedBy(folder, script)
  expect(bytes).toBeLessThan(1_300_000)
})

test('a deck with code is made without the part of Node.js that fetches', async () => {
  await using folder = await temporaryFolder()
  await copyFile('test/support/paper.md', join(folder.path, 'paper.md'))
  const tell = await folder.write(
    'tell.mjs',
    `process.on('exit', () => console.error(process.moduleLoadList.join()))`,
  )
  const { stderr } = await run(
    process.execPath,
    [
      ...['--import', pathToFileURL(tell).href, program, 'build', 'paper.md'],
      ...['--only', 'host/deck.html', '--out', 'built'],
    ],
    { cwd: folder.path },
  )
  const html = await readFile(join(folder.path, 'built/paper/host/deck.html'))
  expect(html.toString()).toContain('var(--marp-shiki-token-keyword)')
  expect(stderr).toContain('NativeModule')
  expect(stderr).not.toContain('undici')
})

test('whoever reads slowly gets all that the program says', async () => {
  await using folder = await temporaryFolder()
  const question =
    '1. 캐시란 무엇인가요?\n\n   [답변]\n   > 가까이 두는 사본\n\n'
  const topics = Array.from(
    { length: 400 },
    (_, at) => `# 주제 ${at + 1}\n\n${question}`,
  )
  const path = await folder.write('paper.md', topics.join(''))
  const { stdout } = await run(
    'sh',
    [
      ...['-c', '"$0" "$1" inspect --json "$2" | (sleep 1; cat)'],
      ...[process.execPath, program, path],
    ],
    { maxBuffer: 2 ** 24 },
  )
  expect(stdout.length).toBeGreaterThan(70_000)
  const said = JSON.parse(stdout) as { topics: unknown[] }
  expect(said.topics).toHaveLength(400)
})
