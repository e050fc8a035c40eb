import type { Nodes, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { report } from '../model/report.ts'
import { markEnd, markStart } from './normalise.ts'

const marks = new RegExp(`${markStart}\\d*${markEnd}?`, 'g')

/**
 * Takes marks out of code and math, and reports them: the scanner took a line for text that Markdown takes for code, so a
 * container has lost its start or its end.
 */
export function dropLostMarks(tree: Root, file: VFile): void {
  visit(tree, (node: Nodes) => {
    if (!('value' in node) || !node.value.includes(markStart)) return
    node.value = node.value.replace(marks, '')
    report(
      file,
      'container-unbalanced',
      'Unexpected tag inside indented code or math, expected it outside',
      node,
      'Indent the text less, or fence the code.',
    )
  })
}
