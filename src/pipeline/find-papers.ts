import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { compareNames } from '../model/natural-order.ts'

/** What a path on the command line stands for. */
export interface FoundPapers {
  /** Paths of Markdown files, as the user would write them, sorted by name within a folder. */
  readonly papers: readonly string[]
  /** Paths that lead nowhere, each with the reason. */
  readonly problems: readonly PathProblem[]
}

/** A path that no paper was found at. */
export interface PathProblem {
  readonly path: string
  readonly reason: string
}

/**
 * Finds the papers that paths stand for: a file is a paper, a folder is all Markdown files below it.
 *
 * In folders, hidden files, `node_modules`, `README.md` and names that start with `_` are passed over.
 *
 * @param paths files and folders as the user gave them
 */
export async function findPapers(
  paths: readonly string[],
): Promise<FoundPapers> {
  const papers = new Map<string, string>()
  const problems: PathProblem[] = []
  for (const path of paths) {
    try {
      const found = await papersAt(path)
      for (const paper of found) papers.set(join(paper), paper)
      if (found.length === 0)
        problems.push({
          path,
          reason: 'Unexpected folder without papers, expected *.md files in it',
        })
    } catch (error) {
      problems.push({ path, reason: reasonOf(error) })
    }
  }
  return { papers: [...papers.values()], problems }
}

async function papersAt(path: string): Promise<string[]> {
  const stats = await stat(path)
  if (!stats.isDirectory()) return [path]
  const entries = await readdir(path, { withFileTypes: true })
  const found: string[] = []
  for (const entry of entries.sort((a, b) => compareNames(a.name, b.name))) {
    if (/^[._]|^node_modules$|^readme(\.\w+)?\.md$/i.test(entry.name)) continue
    const inside = join(path, entry.name)
    if (entry.isDirectory()) found.push(...(await papersAt(inside)))
    else if (/\.(?:md|markdown)$/i.test(entry.name)) found.push(inside)
  }
  return found
}

function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code
  return code === 'ENOENT'
    ? 'Unexpected path, expected an existing file or folder'
    : `Unexpected path that cannot be read (${code ?? String(error)}), expected a readable file or folder`
}
