import { toHtml } from 'hast-util-to-html'
import { cleanDiagram } from '../clean-diagram.ts'
import type { DrawMermaid } from '../typesetting.ts'

/** A diagram as it is shown. */
export interface Diagram {
  readonly svg: string
  /** Pixels of its smallest words on a slide that it has to itself. */
  readonly labelSize: number
}

/** Labels of a drawing become body text where there is room. */
const largestScale = 24 / 13

/** Words at the arrows are drawn smaller than labels; their boxes have room for one pixel more. */
const smallWords = { drawn: 'font-size="11"', shown: 'font-size="12"' }

/** Room that a slide has for a diagram. */
const room = { width: 1120, height: 470 }

/**
 * Draws a mermaid diagram; its colours and fonts are the theme's.
 *
 * A flowchart that is too long for a slide in its own direction is drawn in the other one.
 *
 * @param id prefix of the ids in the drawing, which must be unique in a page
 * @returns SVG without any style sheet of its own, since that one asks Google for a font; `undefined` for a type of
 *   diagram that cannot be drawn
 */
export function slideDiagram(
  source: string,
  id: string,
  drawMermaid: DrawMermaid,
): Diagram | undefined {
  const drawn = draw(source, id, drawMermaid)
  const turned = turn(source)
  if (!drawn || drawn.labelSize >= leastLabel || turned === source) return drawn
  const other = draw(turned, id, drawMermaid)
  return other && other.labelSize > drawn.labelSize * 1.2 ? other : drawn
}

/** Smaller words cannot be read from the back. */
export const leastLabel = 16

function turn(source: string): string {
  return source.replace(
    /^(\s*(?:graph|flowchart)\s+)(LR|RL|TD|TB|BT)\b/,
    (_, head: string, direction: string) =>
      head + (direction === 'LR' || direction === 'RL' ? 'TD' : 'LR'),
  )
}

function draw(
  source: string,
  id: string,
  drawMermaid: DrawMermaid,
): Diagram | undefined {
  try {
    const drawing = drawMermaid(source, {
      nodeSpacing: 14,
      layerSpacing: 22,
      padding: 4,
    }).replaceAll(smallWords.drawn, smallWords.shown)
    const [, width, height] =
      /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(drawing) ?? []
    const scale = Math.min(
      largestScale,
      room.width / Number(width),
      room.height / Number(height),
    )
    const smallest = smallestText(drawing)
    const least = leastLabel / smallest
    const svg = toHtml(cleanDiagram(drawing, id)).replace(
      /^<svg\b[^>]*>/,
      openTag(Number(width), Number(height), scale, Math.min(scale, least)),
    )
    return { svg, labelSize: smallest * scale }
  } catch {
    return undefined
  }
}

function smallestText(drawing: string): number {
  const sizes = [...drawing.matchAll(/ font-size="([\d.]+)"/g)]
  return Math.min(13, ...sizes.map(([, size]) => Number(size)))
}

/** @param least scale below which the theme must not shrink the drawing */
function openTag(
  width: number,
  height: number,
  scale: number,
  least: number,
): string {
  const shown = `width="${Math.round(width * scale)}" height="${Math.round(height * scale)}"`
  return `<svg data-marp-mermaid viewBox="0 0 ${width} ${height}" ${shown} style="--least-height:${Math.ceil(height * least)}px">`
}
