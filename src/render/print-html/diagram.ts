import type { ElementContent, Root } from 'hast'
import rehypeRaw from 'rehype-raw'
import rehypeSanitize from 'rehype-sanitize'
import { unified } from 'unified'
import { element } from './handlers.ts'
import { diagramSchema } from './schema.ts'
import type { DrawMermaid } from '../typesetting.ts'

const cleaned = unified().use(rehypeRaw).use(rehypeSanitize, diagramSchema)

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
  const tree: Root = cleaned.runSync({
    type: 'root',
    children: [{ type: 'raw', value: uniqueIds(svg, id) }],
  })
  return element('div', { className: ['diagram'] }, [
    ...(tree.children as ElementContent[]),
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

function uniqueIds(svg: string, id: string): string {
  return svg
    .replaceAll(/\bid="([^"]*)"/g, `id="${id}-$1"`)
    .replaceAll(/url\(#([^)]*)\)/g, `url(#${id}-$1)`)
}
