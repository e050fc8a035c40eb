import type { Nodes, Root } from 'mdast'
import type { Point } from 'unist'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import type { Limits } from '../model/limits.ts'
import { report } from '../model/report.ts'

/**
 * Reports what is larger than a paper's parts may be.
 *
 * Formulas and diagrams become the code that they are written in.
 *
 * @param tree of the paper; changed in place
 * @param file to report on
 * @returns whether outputs can be made: not with tables that keep a browser busy for hours
 */
export function checkLimits(tree: Root, file: VFile, limits: Limits): boolean {
  let canBuild = true
  visit(tree, (node, index, parent) => {
    if (node.type === 'table') {
      const cells = node.children.reduce(
        (sum, row) => sum + row.children.length,
        0,
      )
      if (cells <= limits.cells) return
      canBuild = false
      reportTooLarge(file, `table of ${cells} cells`, 'cells', limits, node)
    } else if (parent && index !== undefined) {
      const code = asCode(node, file, limits)
      if (code) parent.children[index] = code as never
    }
  })
  return canBuild
}

/** A formula or a diagram that is too long, as plain code. */
function asCode(node: Nodes, file: VFile, limits: Limits): Nodes | undefined {
  const { position } = node
  const place = position ? { position } : {}
  if (node.type === 'math' || node.type === 'inlineMath') {
    const { value } = node
    if (value.length <= limits.formula) return undefined
    const what = `formula of ${value.length} characters`
    reportTooLarge(file, what, 'formula', limits, node)
    return node.type === 'math'
      ? { type: 'code', value, ...place }
      : { type: 'inlineCode', value, ...place }
  }
  if (node.type !== 'code' || node.lang !== 'mermaid') return undefined
  const { value } = node
  if (value.length <= limits.diagram) return undefined
  const what = `diagram of ${value.length} characters`
  reportTooLarge(file, what, 'diagram', limits, node)
  return { ...node, lang: null }
}

/**
 * Reports that something is larger than it may be, and how to allow it.
 *
 * @param what with its size, such as `table of 30000 cells`
 * @param limit name of the limit
 * @param place what it is, or where it becomes too large; the start of the file when left out
 */
export function reportTooLarge(
  file: VFile,
  what: string,
  limit: keyof Limits,
  limits: Limits,
  place?: Nodes | Point,
): void {
  report(
    file,
    'too-large',
    `Unexpected ${what}, expected at most ${limits[limit]}`,
    place,
    `Divide it; or, where it is meant to be so large, raise the limit: --limits ${limit}=${limits[limit] * 10}`,
  )
}
