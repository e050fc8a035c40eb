import { toHtml } from 'hast-util-to-html'
import { foldDrawing, type Drawing } from './fold-drawing.ts'
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
 * A flowchart that is too long for a slide in its own direction is drawn in the other one, or folded into columns or
 * rows.
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
  if (!drawn) return undefined
  const whole = shown(drawn)
  if (Math.round(whole.labelSize) >= leastLabel) return whole
  const turned = turn(source)
  const other = turned === source ? undefined : draw(turned, id, drawMermaid)
  const wholes = [whole, ...(other ? [shown(other)] : [])]
  const ways = [
    ...wholes,
    ...foldsOf(drawn, source),
    ...(other ? foldsOf(other, turned) : []),
  ]
  return (
    wholes.find(({ labelSize }) => Math.round(labelSize) >= leastLabel) ??
    ways.find(({ worth }) => worth >= comfortable) ??
    ways.reduce((best, way) => (way.worth > best.worth ? way : best))
  )
}

/** A diagram, and the size of words that would be as good if it was in one piece. */
interface Way extends Diagram {
  readonly worth: number
}

/** Arrows that one may follow from one piece to the next. */
const mostTorn = 2

/** Smaller words cannot be read from the back. */
export const leastLabel = 16

/** A diagram is not folded once more for words larger than these. */
const comfortable = 20

/** Diagrams of nodes that follow each other as words do: from the left, or from the top. */
const folding =
  /^\s*(?:(?:graph|flowchart)\s+(?:LR|TD|TB)|stateDiagram|sequenceDiagram)\b/

/** More pieces than that are no drawing any more. */
const mostPieces = 8

/** Where the participants of a sequence diagram end. */
const participants = 76

function turn(source: string): string {
  return source.replace(
    /^(\s*(?:graph|flowchart)\s+)(LR|RL|TD|TB|BT)\b/,
    (_, head: string, direction: string) =>
      head + (direction === 'LR' || direction === 'RL' ? 'TD' : 'LR'),
  )
}

/** A drawing with the size of its smallest words, in its own units. */
interface LabelledDrawing extends Drawing {
  readonly label: number
}

function foldsOf(drawing: LabelledDrawing, source: string): Way[] {
  if (!folding.test(source)) return []
  const head = source.trim().startsWith('sequence')
    ? { head: participants }
    : {}
  return Array.from({ length: mostPieces - 1 }, (_, index) => {
    const folded = foldDrawing(drawing, { most: index + 2, ...head })
    const way = shown({ ...folded, label: drawing.label })
    return folded.torn > mostTorn ? { ...way, worth: way.worth * 0.6 } : way
  })
}

function draw(
  source: string,
  id: string,
  drawMermaid: DrawMermaid,
): LabelledDrawing | undefined {
  try {
    const drawing = drawMermaid(source, {
      nodeSpacing: 14,
      layerSpacing: 22,
      padding: 4,
    }).replaceAll(smallWords.drawn, smallWords.shown)
    const [, width, height] =
      /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(drawing) ?? []
    const [svg] = cleanDiagram(drawing, id).children
    return {
      width: Number(width),
      height: Number(height),
      label: smallestText(drawing),
      children: svg?.type === 'element' ? svg.children : [],
    }
  } catch {
    return undefined
  }
}

function smallestText(drawing: string): number {
  const sizes = [...drawing.matchAll(/ font-size="([\d.]+)"/g)]
  return Math.min(13, ...sizes.map(([, size]) => Number(size)))
}

function shown({ width, height, label, children }: LabelledDrawing): Way {
  const scale = Math.min(largestScale, room.width / width, room.height / height)
  // The theme must not shrink the drawing below it.
  const least = Math.min(scale, leastLabel / label)
  const size = `width="${Math.round(width * scale)}" height="${Math.round(height * scale)}"`
  const svg = `<svg data-marp-mermaid viewBox="0 0 ${width} ${height}" ${size} style="--least-height:${Math.ceil(height * least)}px">${toHtml([...children], { space: 'svg' })}</svg>`
  return { svg, labelSize: label * scale, worth: label * scale }
}
