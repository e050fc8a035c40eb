import type { VFile } from 'vfile'
import { loadPaper } from './load-paper.ts'
import { formatOutline, inspectPaper, type Outline } from '../split/index.ts'

/** How a paper was understood. */
export interface Inspection {
  /** Carries the messages. */
  readonly file: VFile
  /** In plain texts, for programs. */
  readonly outline: Outline
  /** For a person. */
  readonly text: string
}

/**
 * Says how a paper is understood, without building anything.
 *
 * @param path Markdown file, as the user gave it
 * @param contents bytes of the file where it is not read from disk
 */
export async function inspect(
  path: string,
  contents?: Uint8Array,
): Promise<Inspection> {
  const { file, paper } = await loadPaper(path, contents)
  const outline = inspectPaper(
    paper ?? {
      path,
      title: '',
      lang: 'ko',
      kind: 'questions',
      conventions: [],
      topics: [],
      certain: false,
    },
    file.messages,
  )
  return { file, outline, text: paper ? formatOutline(paper) : '' }
}
