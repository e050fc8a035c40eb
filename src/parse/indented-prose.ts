import type { Code, Nodes, Parents, RootContent } from 'mdast'
import { visit } from 'unist-util-visit'
import { repairEmphasis } from './emphasis.ts'
import { foldMarks } from './fold-marks.ts'
import { isWithinBudget } from './inline-budget.ts'
import type { Mark } from './marks.ts'
import { parseMarkdown } from './processor.ts'
import type { Scanned } from './scan.ts'
import { undoSetextAccidents } from './setext.ts'

/**
 * Reads the indented text in a container as Markdown where it is Korean.
 *
 * Authors indent what stands in `<details>`, which is code to Markdown. Text without Hangul stays code, and so does, with
 * an error, what would keep the parser busy for minutes.
 *
 * @param source text that the tree was parsed from
 * @param scanned the paper: containers may stand in the indented text, too
 */
export function readIndentedProse(
  tree: Parents,
  source: string,
  scanned: Scanned,
): void {
  visit(tree, 'container', (container) => {
    container.children = container.children.flatMap((node) => {
      if (node.type !== 'code' || !isProse(node, source)) return [node]
      if (isWithinBudget(node.value)) return proseOf(node, scanned.marks)
      scanned.reportDepth(lineOf(node, scanned))
      return [node]
    })
  })
}

function lineOf(node: Code, { lines }: Scanned): number {
  return lines[(node.position?.start.line ?? 1) - 1]?.line ?? 1
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
