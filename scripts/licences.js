// @ts-check
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Collects the licences of all packages whose code is in the bundle, as most of them ask for.
 *
 * @param {readonly string[]} sources paths of bundled files
 * @returns {Promise<string>} one text, packages sorted by name
 */
export async function licencesOf(sources) {
  const folders = new Set(
    sources.flatMap(
      (path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? [],
    ),
  )
  const texts = await Promise.all([...folders].map(licenceOf))
  return [...new Set(texts)].sort().join('\n')
}

/** @param {string} folder of a package */
async function licenceOf(folder) {
  const { name, version, license } = JSON.parse(
    await readFile(join(folder, 'package.json'), 'utf8'),
  )
  const file = (await readdir(folder)).find((entry) =>
    /^(?:licen[cs]e|copying)/i.test(entry),
  )
  const text = file ? await readFile(join(folder, file), 'utf8') : ''
  return `${name} ${version} (${license})\n\n${text.trim()}\n`
}
