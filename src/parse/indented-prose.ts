import type { Code, Nodes, Parents, RootContent } from 'mdast'
import { visit } from 'unist-util-visit'
import { repairEmphasis } from './emphasis.ts'
import { foldMarks } from './fold-marks.ts'
import type { Mark } from './marks.ts'
import { parseMarkdown } from './processor.ts'
import { undoSetextAccidents } from './setext.ts'

/**
 * Reads the indented text in a container as Markdown where it is Korean.
 *
 * Authors indent what stands in `<details>`, which is code to Markdown. Text without Hangul stays code.
 *
 * @param source text that the tree was parsed from
 * @param marks of the paper: containers may stand in the indented text, too
 */
export function readIndentedProse(
  tree: Parents,
  source: string,
  marks: readonly Mark[],
): void {
  visit(tree, 'container', (container) => {
    container.children = container.children.flatMap((node) =>
      node.type === 'code' && isProse(node, source)
        ? proseOf(node, marks)
        : [node],
    )
  })
}

function isProse(node: Code, source: string): boolean {
  const { start } = node.position ?? {}
  const isFenced = /^[`~]/.test(source.charAt(start?.offset ?? 0))
  const isComment = /^\s*(?:\/\/|#|--|\/\*)/m.test(node.value)
  return !isFenced && !isComment && /[가-힣]/.test(node.value)
}

function proseOf(node: Code, marks: readonly Mark[]): RootContent[] {
  const tree = parseMarkdown(node.value)
  undoSetextAccidents(tree, node.value)
  foldMarks(tree, marks)
  repairEmphasis(tree, node.value)
  const { start } = node.position ?? {}
  if (!start) return tree.children
  visit(tree, (inner: Nodes) => {
    if (!inner.position) return
    for (const point of [inner.position.start, inner.position.end]) {
      point.line += start.line - 1
      point.column += start.column - 1
    }
  })
  return tree.children
}
