import type { Box, Line } from '../layout/boxes.ts'
import { characterRect } from './character-rect.ts'

/** A piece of the source, in one colour. */
interface Piece {
  readonly node: Text
  /** Characters before it. */
  readonly start: number
}

/**
 * Finds the lines of the source of a `<pre>`; one of them may be wrapped over several lines of the page.
 *
 * @param origin top of the slide
 */
export function codeLines(
  element: Element,
  origin: number,
): Pick<Box, 'lines' | 'ink'> {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  const pieces: Piece[] = []
  let source = ''
  while (walker.nextNode()) {
    const node = walker.currentNode as Text
    pieces.push({ node, start: source.length })
    source += node.data
  }
  const style = getComputedStyle(element)
  const size = parseFloat(style.lineHeight)
  const padding = parseFloat(style.paddingTop)
  let top = element.getBoundingClientRect().top + padding - origin
  const lines: Line[] = []
  let start = 0
  for (const line of source.replace(/\n$/, '').split('\n')) {
    const first = topAt(pieces, start)
    const last = topAt(pieces, start + Math.max(0, line.length - 1))
    const rows = line === '' ? 1 : 1 + Math.round((last - first) / size)
    lines.push({ start, top, bottom: top + rows * size })
    top += rows * size
    start += line.length + 1
  }
  return { lines, ink: source.replace(/\s/g, '') }
}

function topAt(pieces: readonly Piece[], offset: number): number {
  const found = pieces.findLast(
    ({ node, start }) => start <= offset && offset < start + node.length,
  )
  return found ? characterRect(found.node, offset - found.start).top : 0
}
