import { readFile, stat } from 'node:fs/promises'
import type { Root } from 'mdast'
import { VFile } from 'vfile'
import { checkNodes, checkPieces } from './check-density.ts'
import { checkLimits, reportTooLarge } from './check-limits.ts'
import { limitsOf, type Limits } from '../model/limits.ts'
import type { Memo } from '../model/memo.ts'
import type { Paper } from '../model/paper.ts'
import { report } from '../model/report.ts'
import { decodePaper, parsePaper } from '../parse/index.ts'
import { splitPaper } from '../split/index.ts'

/** A paper as far as it could be read. */
export interface LoadedPaper {
  /** Carries the messages. */
  readonly file: VFile
  /** Missing when the file cannot be read as text. */
  readonly paper?: Paper
  readonly tree?: Root
}

/**
 * Reads, parses and splits one paper. Problems of the paper are messages on its file; nothing is thrown for them.
 *
 * @param path Markdown file, as the user gave it
 * @param contents bytes of the file where it is not read from disk
 * @param limits what the paper may cost; one that costs more is not there
 * @param memo where the paper is read again and again
 */
export async function loadPaper(
  path: string,
  contents?: Uint8Array,
  limits: Limits = limitsOf(),
  memo?: Memo,
): Promise<LoadedPaper> {
  const file = new VFile({ path })
  let bytes: Uint8Array
  try {
    const size = contents?.length ?? (await stat(path)).size
    if (size > limits.file * 1e6) {
      const what = `file of ${(size / 1e6).toFixed(1)} MB`
      reportTooLarge(file, what, 'file', limits)
      return { file }
    }
    bytes = contents ?? (await readFile(path))
  } catch (error) {
    report(
      file,
      'file-unreadable',
      `Unexpected file that cannot be read (${(error as NodeJS.ErrnoException).code ?? String(error)}), expected a readable Markdown file`,
    )
    return { file }
  }
  const text = decodePaper(bytes, file)
  if (file.messages.some((message) => message.fatal)) return { file }
  file.value = text
  if (!checkPieces(text, file, limits)) return { file }
  const tree = parsePaper(text, file, memo)
  if (!checkNodes(tree, text, file, limits)) return { file }
  if (!checkLimits(tree, file, limits)) return { file }
  return { file, tree, paper: splitPaper(tree, file) }
}
