// @ts-check
import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'

/** Packages whose files are not bundled, and that end up in what studydeck makes all the same: fonts. */
const fonts = [
  'node_modules/@fontsource/noto-emoji',
  'node_modules/@kfonts/d2coding',
  'node_modules/pretendard',
]

/**
 * Collects the licences of the fonts and of all packages whose code is in the bundle, as most of them ask for.
 *
 * @param {readonly string[]} sources paths of bundled files
 * @returns {Promise<string>} one text, packages sorted by name
 */
export async function licencesOf(sources) {
  const folders = new Set([
    ...fonts,
    ...sources.flatMap(
      (path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? [],
    ),
  ])
  const texts = await Promise.all([...folders].map(licenceOf))
  return [...new Set(texts)].sort().join('\n')
}

/** @param {string} folder of a package */
async function licenceOf(folder) {
  const { name, version, license } = JSON.parse(
    await readFile(join(folder, 'package.json'), 'utf8'),
  )
  const names = await readdir(folder)
  const inner = names.includes('dist')
    ? await readdir(join(folder, 'dist'))
    : []
  const file = [...names, ...inner.map((name) => join('dist', name))].find(
    (path) => /^(?:licen[cs]e|copying)/i.test(basename(path)),
  )
  const text = file ? await readFile(join(folder, file), 'utf8') : ''
  return `${name} ${version} (${license})\n\n${text.trim()}\n`
}
