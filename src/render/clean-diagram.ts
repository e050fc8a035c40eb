import type { Root } from 'hast'
import rehypeRaw from 'rehype-raw'
import rehypeSanitize, { type Options } from 'rehype-sanitize'
import { unified } from 'unified'

/** Colours as they are written; an address would be asked for, and `\75rl(` is one, too. */
const paint =
  /^(?!.*url)(?:#[\da-f]{3,8}|[a-z]+|(?:rgba?|hsla?|var|color-mix)\([\w\s#%,.()-]*\))$/i

/** A place in the same drawing. */
const reference = /^url\(#[^()\s\\]+\)$/

/** What a diagram drawn from a paper's own text may consist of: shapes and text, no script, no link and no address. */
const schema: Options = {
  strip: ['script', 'style', 'foreignObject'],
  tagNames: [
    ...['svg', 'g', 'defs', 'marker', 'text', 'tspan', 'title'],
    ...['rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'path'],
  ],
  attributes: {
    '*': [
      ...['x', 'y', 'x1', 'y1', 'x2', 'y2', 'cx', 'cy', 'r', 'rx', 'ry'],
      ...['width', 'height', 'viewBox', 'points', 'd', 'dx', 'dy', 'transform'],
      ...['fillOpacity', 'strokeWidth', 'strokeDashArray', 'strokeDasharray'],
      ...['strokeLineCap', 'strokeLinecap', 'strokeLineJoin', 'strokeLinejoin'],
      ...['opacity', 'fontSize', 'fontWeight', 'fontStyle', 'textAnchor'],
      ...['dominantBaseline', 'markerWidth', 'markerHeight', 'refX', 'refY'],
      ...['orient', 'id'],
      ['fill', paint],
      ['stroke', paint],
      ['markerStart', reference],
      ['markerEnd', reference],
    ],
  },
  clobber: [],
}

const processor = unified().use(rehypeRaw).use(rehypeSanitize, schema)

/**
 * Takes out of a drawing whatever could run or load: authors may write markup and addresses into labels and styles.
 *
 * @param svg as the library drew it
 * @param id start of the drawing's own ids, unique in the document
 */
export function cleanDiagram(svg: string, id: string): Root {
  const value = svg
    .replaceAll(/\bid="([^"]*)"/g, `id="${id}-$1"`)
    .replaceAll(/url\(#([^)]*)\)/g, `url(#${id}-$1)`)
  return processor.runSync({ type: 'root', children: [{ type: 'raw', value }] })
}
