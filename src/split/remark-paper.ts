import type { Root } from 'mdast'
import type { VFile } from 'vfile'
import type { Paper } from '../model/paper.ts'
import { splitPaper } from './split-paper.ts'

declare module 'vfile' {
  interface DataMap {
    /** What `remarkPaper` made of the file. */
    paper: Paper
  }
}

/**
 * remark plugin that puts a paper's questions and answers on `file.data.paper`. The tree stays as it is.
 *
 * Usable alone: `unified().use(remarkParse).use(remarkPaper)`.
 */
export default function remarkPaper(): (tree: Root, file: VFile) => void {
  return (tree, file) => {
    file.data.paper = splitPaper(tree, file)
  }
}
