import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join, parse } from 'node:path'
import { packagePath } from '../config/package-root.ts'
import { BuildError } from '../model/build-error.ts'

/** Ways to write questions and answers that a new paper can start in, with their numbers in docs/writing.md. */
export const paperConventions = {
  quote: '1',
  heading: '2',
  details: '11',
} as const

/** Name of such a way. */
export type PaperConvention = keyof typeof paperConventions

/**
 * Writes a paper to start from: complete, so that it can be built as it is.
 *
 * @param name `7회차` becomes `decks/7회차.md`; a path or a name with an extension is taken as it is
 * @param convention how its questions and answers are written
 * @param date `YYYY-MM-DD`
 * @returns path of the paper
 * @throws {BuildError} `INVALID_OPTION` when there is a file already, `NOT_WRITABLE`
 */
export async function writeNewPaper(
  name: string,
  convention: PaperConvention,
  date: string,
): Promise<string> {
  const path = pathFor(name)
  const template = await readFile(
    packagePath('templates', 'papers', `${convention}.md`),
    'utf8',
  )
  const text = template
    .replace('{{title}}', () => titleFor(parse(path).name))
    .replace('{{date}}', date)
  try {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, text, { flag: 'wx' })
  } catch (cause) {
    throw errorFor(path, cause)
  }
  return path
}

function pathFor(name: string): string {
  const { dir, ext } = parse(name)
  const isMarkdown = ['.md', '.markdown'].includes(ext.toLowerCase())
  const file = isMarkdown ? name : `${name}.md`
  return dir === '' ? join('decks', file) : file
}

/** `7회차` is a round, whose number has to be in the title; anything else is a title of its own. */
function titleFor(name: string): string {
  return /^\d+\s*회차$/.test(name) ? `백엔드 스터디 ${name} 문제` : name
}

function errorFor(path: string, cause: unknown): BuildError {
  const { code, syscall } = cause as NodeJS.ErrnoException
  // The same code from `mkdir` means that a folder on the way is a file.
  return code === 'EEXIST' && syscall === 'open'
    ? new BuildError(
        'INVALID_OPTION',
        `Cannot write ${path}, which is there already, choose another name`,
        { cause },
      )
    : new BuildError(
        'NOT_WRITABLE',
        `Cannot write ${path} (${code ?? [cause].join()}), choose another folder`,
        { cause },
      )
}
