import { readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { templateMediaType } from '../config/template-files.ts'
import { BuildError } from '../model/build-error.ts'

/** `src="logo.png"`, `url(font.woff2)`: a colon would be in a URL. */
const named = /(\bsrc="|\burl\(["']?)([^"'(){}:]+)/g

/**
 * Puts the pictures and fonts that a template of the user names into it, because outputs fetch nothing.
 *
 * @param source template or stylesheet
 * @param folder user's folder, in which the files are
 * @param path of the template, for messages
 * @throws {BuildError} `TEMPLATE_INVALID` with file and line, for a file that is not in the folder
 */
export function embedTemplateFiles(
  source: string,
  folder: string,
  path: string,
): string {
  return source.replaceAll(
    named,
    (whole, before: string, name: string, offset: number) => {
      const type = templateMediaType(name)
      if (type === undefined) return whole
      const line = source.slice(0, offset).split('\n').length
      return `${before}data:${type};base64,${contentsOf(name, folder, `${path}:${line}`)}`
    },
  )
}

function contentsOf(name: string, folder: string, place: string): string {
  const file = join(folder, name)
  try {
    if (relative(folder, file).startsWith('..'))
      throw new Error('outside of the folder')
    return readFileSync(file, 'base64')
  } catch (cause) {
    throw new BuildError(
      'TEMPLATE_INVALID',
      `Cannot read \`${name}\`, which ${place} names, put a file of that name into ${folder}`,
      { cause },
    )
  }
}
