import type { Nodes } from 'mdast'
import type { Point } from 'unist'
import type { ScannedLine } from './scan-state.ts'

/**
 * Makes positions in the scanned text positions in the source.
 *
 * Lines are exact. Columns are exact where the scanner left a line as it is.
 *
 * @param tree tree whose positions count in the scanned text; those without an offset count in the source already
 * @param lines the scanned text
 * @param source the paper as it was given
 */
export function mapPositions(
  tree: Nodes,
  lines: readonly ScannedLine[],
  source: string,
): void {
  const ends = [...source.matchAll(/\r\n?|\n|$/g)].map((end) => end.index)
  const starts = [
    0,
    ...[...source.matchAll(/\r\n?|\n/g)].map(
      (end) => end.index + end[0].length,
    ),
  ]
  const map = (point: Point): Point => {
    const scanned =
      point.offset === undefined ? undefined : lines[point.line - 1]
    const line = Math.min(scanned?.line ?? point.line, starts.length)
    const start = starts[line - 1] ?? 0
    const length = Math.max(0, (ends[line - 1] ?? source.length) - start)
    const column = Math.max(
      1,
      Math.min(point.column + (scanned?.shift ?? 0), length + 1),
    )
    return { line, column, offset: start + column - 1 }
  }
  mapNode(tree, map)
}

function mapNode(node: Nodes, map: (point: Point) => Point): void {
  if (node.position)
    node.position = {
      start: map(node.position.start),
      end: map(node.position.end),
    }
  if (node.type === 'container')
    for (const part of node.title) mapNode(part, map)
  if (!('children' in node)) return
  for (const child of node.children) mapNode(child, map)
  // A container was made of its first line only.
  const end = node.children.at(-1)?.position?.end
  if (node.type === 'container' && node.position && end) node.position.end = end
}
