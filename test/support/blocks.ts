import type { RootContent } from 'mdast'
import { VFile } from 'vfile'
import { parsePaper } from '../../src/parse/index.ts'

/** Blocks of a piece of Markdown, as a paper's parser makes them. */
export function blocksOf(markdown: string): RootContent[] {
  return parsePaper(markdown, new VFile()).children
}
