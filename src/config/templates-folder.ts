import { readdirSync } from 'node:fs'
import { packagePath } from './package-root.ts'
import { BuildError } from '../model/build-error.ts'

/**
 * Checks that a folder of templates is there and has at least one file that studydeck would take from it.
 *
 * Templates fall back to ours file by file, so that a misspelt folder would change nothing and say nothing.
 *
 * @param folder as the user gave it
 * @throws {BuildError} `INVALID_OPTION`
 */
export function checkTemplatesFolder(folder: string): void {
  const ours = filesBelow(packagePath('templates'))
  let found: string[]
  try {
    found = filesBelow(folder)
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    throw new BuildError(
      'INVALID_OPTION',
      `Cannot read the templates folder ${folder} (${code ?? ''}), give --templates the path of a readable folder`,
      { cause },
    )
  }
  if (!found.some((path) => ours.includes(path)))
    throw new BuildError(
      'INVALID_OPTION',
      `Cannot find a template in ${folder}, copy one of these into it: ${ours.join(', ')}`,
    )
}

/** Relative paths with `/`, sorted. */
function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.(?:hbs|css)$/.test(path))
    .sort()
}
