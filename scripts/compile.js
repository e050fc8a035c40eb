// @ts-check
/** Bundles `src/` into `dist/`: one start-up file, the rest loaded when first needed. Does nothing when all is there. */
import { createHash } from 'node:crypto'
import {
  chmod,
  mkdir,
  readdir,
  readFile,
  rm,
  writeFile,
} from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { bundleProgram } from './bundle.js'
import { licencesOf } from './licences.js'
import { bundlePage } from './page-bundle.js'

/** Says what `dist/` was made of; written last, so that an interrupted run is seen as one. */
const stampPath = join('dist', 'sources.sha256')

/** Folders of what runs in a browser. */
const pageFolders = /** @type {const} */ ([
  'dev-client',
  'meter',
  'notebook-page',
  'player',
])

const themePaths = ['studydeck', 'studydeck-dark'].map((name) =>
  join('templates', 'themes', `${name}.css`),
)

const stamp = await hashOf([
  'package-lock.json',
  ...(await filesBelow('scripts')),
  ...(await filesBelow('src')),
  ...themePaths,
])
if ((await readFile(stampPath, 'utf8').catch(() => '')) !== stamp) {
  await rm(stampPath, { force: true })
  await compile()
  await writeFile(stampPath, stamp)
}

/** Replaces files one by one: `dist/` is never without the program, whoever runs it meanwhile. */
async function compile() {
  const { files, sources } = await bundleProgram({
    cli: 'src/cli/main.ts',
    index: 'src/index.ts',
    'pack-themes': 'src/render/slides/pack-themes.ts',
  })
  /** @type {Map<string, string | Uint8Array>} */
  const all = new Map(files)
  for (const folder of pageFolders)
    all.set(`${folder}.js`, await bundlePage(folder))
  all.set('licences.txt', await licencesOf(sources))
  for (const [path, contents] of all) {
    await mkdir(dirname(join('dist', path)), { recursive: true })
    await writeFile(join('dist', path), contents)
  }
  await chmod(join('dist', 'cli.js'), 0o755)
  for (const path of await filesBelow('dist'))
    if (!all.has(relative('dist', path))) await rm(path)
  await writeFile(join('dist', 'themes.json'), await packedThemes())
}

/** Lets the program itself pack our themes, once for all decks. */
async function packedThemes() {
  const { packThemes } = await import(
    pathToFileURL(resolve('dist', 'pack-themes.js')).href
  )
  const themes = await Promise.all(
    themePaths.map((path) => readFile(path, 'utf8')),
  )
  return JSON.stringify(await packThemes(themes))
}

/** @param {readonly string[]} paths files, in an order that is always the same */
async function hashOf(paths) {
  const hash = createHash('sha256')
  for (const path of paths)
    hash.update(`${path}\0`).update(await readFile(path))
  return hash.digest('hex')
}

/** @param {string} folder */
async function filesBelow(folder) {
  const entries = await readdir(folder, {
    recursive: true,
    withFileTypes: true,
  })
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort()
}
