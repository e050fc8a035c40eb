import type { Root } from 'mdast'
import { unified, type Plugin, type Processor } from 'unified'
import { parsePaper } from './parse-paper.ts'

/** Plugin for unified: parses papers. */
export const remarkPaper: Plugin<[], string, Root> = function () {
  this.parser = (text, file) => parsePaper(text, file)
}

/**
 * Makes a unified processor that parses papers, for plugins of one's own to be added.
 *
 * @returns `unified().use(remarkPaper)`
 */
export function paperProcessor(): Processor<Root> {
  return unified().use(remarkPaper)
}
