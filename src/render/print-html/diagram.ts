import type { ElementContent } from 'hast'
import { element } from './handlers.ts'
import { cleanDiagram } from '../clean-diagram.ts'
import type { DrawMermaid } from '../typesetting.ts'

/**
 * Draws a Mermaid diagram.
 *
 * The SVG stands inside the document, so that it is set in the document's fonts and in its stylesheet's colours
 * (`--diagram-bg`, `--diagram-fg`).
 *
 * @param source what stands inside the fence
 * @param id start of the SVG's own ids, unique in the document
 * @returns `undefined` when the source is no diagram that can be drawn
 */
export function diagram(
  source: string,
  id: string,
  drawMermaid: DrawMermaid,
): ElementContent | undefined {
  const svg = draw(source, drawMermaid)
  if (svg === undefined) return undefined
  return element('div', { className: ['diagram'] }, [
    ...(cleanDiagram(svg, id).children as ElementContent[]),
  ])
}

function draw(source: string, drawMermaid: DrawMermaid): string | undefined {
  try {
    return drawMermaid(source)
  } catch {
    // No diagram, or a kind that the library does not draw: the reader gets its source, which says as much.
    return undefined
  }
}
