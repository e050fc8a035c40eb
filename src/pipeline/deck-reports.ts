import type { Nodes } from 'mdast'
import { CONTINUE, SKIP, visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { reportTooLarge } from './check-limits.ts'
import type { BuildContext } from './context.ts'
import { limitsOf } from '../model/limits.ts'
import { report } from '../model/report.ts'
import { slideDiagram } from '../render/slides/mermaid.ts'
import type { Slide } from '../render/slides/slide.ts'
import type { Typesetting } from '../render/typesetting.ts'

/**
 * Reports a deck of more slides than it may have, or with a slide of more blocks: what renders them would not survive it.
 *
 * @returns whether it has: laying it out would take hours
 */
export function isTooLong(
  slides: readonly Slide[],
  { file, limits = limitsOf() }: Pick<BuildContext, 'file' | 'limits'>,
): boolean {
  if (slides.length > limits.slides) {
    reportTooLarge(file, `deck of ${slides.length} slides`, 'slides', limits)
    return true
  }
  for (const { body } of slides) {
    const blocks = body.reduce((sum, node) => sum + blocksOf(node), 0)
    if (blocks <= limits.blocks) continue
    const what = `slide of ${blocks} blocks`
    reportTooLarge(file, what, 'blocks', limits, body[0])
    return true
  }
  return false
}

/** A block with those that stand in it. */
function blocksOf(block: Nodes): number {
  let blocks = 0
  visit(block, ({ type }) => {
    blocks++
    return type === 'paragraph' || type === 'tableCell' ? SKIP : CONTINUE
  })
  return blocks
}

/** Reports mermaid diagrams that cannot be drawn. */
export function reportDiagrams(
  nodes: readonly Nodes[],
  { drawMermaid }: Typesetting,
  file: VFile,
): void {
  if (!drawMermaid) return
  for (const node of nodes)
    visit(node, 'code', (code) => {
      if (code.lang === 'mermaid' && !slideDiagram(code.value, '', drawMermaid))
        report(
          file,
          'diagram-unsupported',
          `Unexpected mermaid diagram \`${code.value.trim().split('\n')[0] ?? ''}\`, expected a flowchart, sequence, class, state, ER or XY chart`,
          code,
          'The slides show its source. Draw it as one of these types, or link an image.',
        )
    })
}
