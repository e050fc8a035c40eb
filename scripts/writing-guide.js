// @ts-check
/** Brings the conventions in `docs/writing.md` up to date with their doc comments, so that no example is written twice. */
import { readFile, readdir, writeFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'

const folder = 'src/split/conventions'
const guide = 'docs/writing.md'

/**
 * Text of `docs/writing.md`.
 *
 * @returns {Promise<string>} its introduction as it is, then one section a convention, in the order of their numbers
 */
export async function writingGuide() {
  const written = await readFile(guide, 'utf8')
  const introduction = written.slice(0, written.indexOf('### 1. '))
  const names = (await readdir(folder)).filter((name) => name !== 'index.ts')
  const conventions = await Promise.all(names.map(readConvention))
  conventions.sort((a, b) => a.id.localeCompare(b.id, 'en', { numeric: true }))
  const sections = conventions.map(
    ({ id, name, text }) => `### ${id}. ${name}\n\n${text}\n`,
  )
  return introduction + sections.join('\n')
}

/** @param {string} fileName */
async function readConvention(fileName) {
  const source = await readFile(`${folder}/${fileName}`, 'utf8')
  const comment = /\/\*\*\n([\s\S]*?)\n \*\//.exec(source)?.[1] ?? ''
  const id = /\bid: '([^']+)'/.exec(source)?.[1]
  const name = /\bname: '([^']+)'/.exec(source)?.[1]
  if (!id || !name || !comment)
    throw new Error(`Cannot read ${fileName}, give it a comment, id and name`)
  const text = comment.replaceAll(/^ \* ?/gm, '')
  return { id, name, text }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  await writeFile(guide, await writingGuide())
