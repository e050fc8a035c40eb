import { readFileSync } from 'node:fs'
import { VFile } from 'vfile'
import { wordsOf } from '../../src/config/words.ts'
import { outputNames } from '../../src/model/output.ts'
import type { Paper } from '../../src/model/paper.ts'
import { parsePaper } from '../../src/parse/index.ts'
import { buildDeck } from '../../src/pipeline/deck.ts'
import { loadImages } from '../../src/images/index.ts'
import type { Browser } from '../../src/print/index.ts'
import { splitPaper } from '../../src/split/index.ts'

/** What `buildDeck` made of a paper. */
export interface BuiltDeck {
  readonly paper: Paper
  readonly file: VFile
  readonly html: string
  readonly markdown: string
  readonly pdf: Uint8Array
}

/**
 * Builds the deck of a paper.
 *
 * @param source text of the paper where it is not read from the path
 */
export async function buildDeckOf(
  browser: Browser,
  path: string,
  source = readFileSync(path, 'utf8'),
): Promise<BuiltDeck> {
  const file = new VFile({ path, value: source })
  const tree = parsePaper(source, file)
  const paper = splitPaper(tree, file)
  const files = await buildDeck(paper, {
    file,
    browser,
    images: await loadImages(tree, file, { browser }),
    words: wordsOf(paper.lang),
    wanted: new Set(outputNames),
  })
  const contents = new Map(
    files.map((output) => [output.path, output.contents]),
  )
  return {
    paper,
    file,
    html: Buffer.from(contents.get('host/deck.html')!).toString(),
    markdown: Buffer.from(contents.get('host/deck.md')!).toString(),
    pdf: contents.get('host/deck.pdf')!,
  }
}
