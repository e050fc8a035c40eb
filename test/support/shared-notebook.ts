import { VFile } from 'vfile'
import { wordsOf } from '../../src/config/words.ts'
import type { Paper } from '../../src/model/paper.ts'
import { buildNotebooks } from '../../src/pipeline/notebook.ts'

/**
 * What the notebook for participants says, as text: the one of their files that takes no browser and no fonts.
 *
 * @param paper whose split is certain
 */
export async function sharedNotebook(paper: Paper): Promise<string> {
  const [file] = await buildNotebooks(paper, {
    file: new VFile({ path: paper.path }),
    images: new Map(),
    words: wordsOf(paper.lang),
    wanted: new Set(['share/notebook.ipynb'] as const),
    browser: {
      withPage: () => Promise.reject(new Error('Unexpected use of a browser')),
    },
  })
  return new TextDecoder().decode(file!.contents)
}
