import type { Code, Html, Nodes, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import type { FittedDeck } from './fitted-deck.ts'
import type { ShownImage } from '../layout/boxes.ts'
import { report } from '../model/report.ts'
import { leastLabel, slideDiagram } from '../render/slides/mermaid.ts'
import type { Slide } from '../render/slides/slide.ts'
import type { DrawMermaid } from '../render/typesetting.ts'

/**
 * Reports what had to be made so small that people at the back cannot read it, unless another output already did.
 *
 * @param deck fitted slides, and how the images on each are shown
 * @param drawMermaid missing where the paper has no diagram
 */
export function reportScaled(
  { fitted, images }: Pick<FittedDeck, 'fitted' | 'images'>,
  drawMermaid: DrawMermaid | undefined,
  file: VFile,
): void {
  for (const [index, { slide, scale }] of fitted.entries()) {
    const nodes = nodesOf(slide)
    const diagrams = nodes.filter(isDiagram)
    if (drawMermaid)
      for (const node of diagrams) reportDiagram(node, scale, drawMermaid, file)
    const strips = nodes
      .filter(isImage)
      .filter((node, at) => reportStrip(node, images[index]?.[at], file))
    const large = nodes.find(
      (node) => isLarge(node) && !strips.includes(node as Html),
    )
    // A diagram that was scaled may still be large enough.
    if (scale < 100 && (large ?? strips.length + diagrams.length === 0))
      reportLarge(large ?? slide.body[0], scale, file)
  }
}

function nodesOf({ body }: Slide): Nodes[] {
  const root: Root = { type: 'root', children: [...body] }
  const nodes: Nodes[] = []
  visit(root, (node) => {
    nodes.push(node)
  })
  return nodes
}

function isDiagram(node: Nodes): node is Code {
  return node.type === 'code' && node.lang === 'mermaid'
}

function isImage(node: Nodes): node is Html {
  return node.type === 'html' && node.value.startsWith('<img')
}

function reportDiagram(
  code: Code,
  scale: number,
  drawMermaid: DrawMermaid,
  file: VFile,
): void {
  const diagram = slideDiagram(code.value, '', drawMermaid)
  const size = ((diagram?.labelSize ?? leastLabel) * scale) / 100
  if (Math.round(size) >= leastLabel) return
  reportOnce(
    `Unexpected diagram larger than a slide, its words are shown at ${Math.round(size)} px, expected at least ${leastLabel} px`,
    code,
    `Divide it into ${Math.ceil(leastLabel / size)} diagrams, or leave out what is not talked about.`,
    file,
  )
}

/** What is longer, by its shorter side, is a strip. */
const mostElongated = 4
/** Pixels of the shorter side of a strip that can be read. */
const leastStrip = 120
/** Where a file has fewer pixels for one that is shown, little was lost. */
const mostDensity = 1.5

/** Reports an image of which a slide shows a thin strip. @returns whether it did */
function reportStrip(
  node: Html,
  shown: ShownImage | undefined,
  file: VFile,
): boolean {
  if (!shown) return false
  const { width, height, density } = shown
  const [short, long] = [Math.min(width, height), Math.max(width, height)]
  const isStrip =
    short < leastStrip && long > short * mostElongated && density > mostDensity
  if (isStrip)
    reportOnce(
      `Unexpected image ${Math.round(long / short)} times as ${height > width ? 'tall as wide' : 'wide as tall'}, shown as a strip of ${Math.round(width)} × ${Math.round(height)} px`,
      node,
      'Cut it into pieces that stand one after another: people at the back cannot read it.',
      file,
    )
  return isStrip
}

/** What can be too large, as it is called in a message. */
const largeThings: Readonly<Record<string, string>> = {
  table: 'table',
  html: 'image',
  math: 'formula',
  inlineMath: 'formula',
}

function isLarge(node: Nodes): boolean {
  return node.type === 'html' ? isImage(node) : node.type in largeThings
}

function reportLarge(
  node: Nodes | undefined,
  scale: number,
  file: VFile,
): void {
  reportOnce(
    `Unexpected ${largeThings[node?.type ?? ''] ?? 'block'} larger than a slide, shown at ${scale} %`,
    node,
    'Make it smaller or divide it: people at the back cannot read it.',
    file,
  )
}

function reportOnce(
  reason: string,
  node: Nodes | undefined,
  note: string,
  file: VFile,
): void {
  const isKnown = file.messages.some(
    (message) =>
      message.reason === reason && message.line === node?.position?.start.line,
  )
  if (!isKnown) report(file, 'content-scaled', reason, node, note)
}
