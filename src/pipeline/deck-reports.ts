import type { Code, Nodes, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { reportTooLarge } from './check-limits.ts'
import type { BuildContext } from './context.ts'
import type { FittedSlide } from '../layout/fit.ts'
import { limitsOf } from '../model/limits.ts'
import { report } from '../model/report.ts'
import { leastLabel, slideDiagram } from '../render/slides/mermaid.ts'
import type { Slide } from '../render/slides/slide.ts'
import type { DrawMermaid, Typesetting } from '../render/typesetting.ts'

/**
 * Reports a deck of more slides than it may have.
 *
 * @returns whether it has: laying it out would take hours
 */
export function isTooLong(
  slides: readonly Slide[],
  { file, limits = limitsOf() }: Pick<BuildContext, 'file' | 'limits'>,
): boolean {
  if (slides.length <= limits.slides) return false
  reportTooLarge(file, `deck of ${slides.length} slides`, 'slides', limits)
  return true
}

/** Reports mermaid diagrams that cannot be drawn, or that are too large to be read. */
export function reportDiagrams(
  nodes: readonly Nodes[],
  { drawMermaid }: Typesetting,
  file: VFile,
): void {
  if (!drawMermaid) return
  for (const node of nodes)
    visit(node, 'code', (code) => {
      if (code.lang === 'mermaid') reportDiagram(code, drawMermaid, file)
    })
}

function reportDiagram(
  code: Code,
  drawMermaid: DrawMermaid,
  file: VFile,
): void {
  const diagram = slideDiagram(code.value, '', drawMermaid)
  if (!diagram)
    report(
      file,
      'diagram-unsupported',
      `Unexpected mermaid diagram \`${code.value.trim().split('\n')[0] ?? ''}\`, expected a flowchart, sequence, class, state, ER or XY chart`,
      code,
      'The slides show its source. Draw it as one of these types, or link an image.',
    )
  else if (Math.round(diagram.labelSize) < leastLabel)
    report(
      file,
      'content-scaled',
      `Unexpected diagram larger than a slide, its words are shown at ${Math.round(diagram.labelSize)} px`,
      code,
      'Divide it, or draw it in the other direction: people at the back cannot read it.',
    )
}

/** What can be too large, as it is called in a message. */
const largeThings: Readonly<Record<string, string>> = {
  table: 'table',
  html: 'image',
  math: 'formula',
  inlineMath: 'formula',
  code: 'diagram',
}

/** Reports what is wider or taller than a slide and was made smaller, unless another output already did. */
export function reportScaled(
  fitted: readonly FittedSlide[],
  file: VFile,
): void {
  for (const { slide, scale } of fitted) {
    if (scale === 100) continue
    const root: Root = { type: 'root', children: [...slide.body] }
    let large: Nodes | undefined
    visit(root, (node) => {
      if (isLarge(node)) large ??= node
    })
    const node = large ?? slide.body[0]
    const reason = `Unexpected ${largeThings[node?.type ?? ''] ?? 'block'} larger than a slide, shown at ${scale} %`
    const isKnown = file.messages.some(
      (message) =>
        message.reason === reason &&
        message.line === node?.position?.start.line,
    )
    if (isKnown) continue
    report(
      file,
      'content-scaled',
      reason,
      node,
      'Make it smaller or divide it: people at the back cannot read it.',
    )
  }
}

function isLarge(node: Nodes): boolean {
  return node.type === 'html'
    ? node.value.startsWith('<img')
    : node.type in largeThings
}
