import type { Box, Line } from '../layout/boxes.ts'
import { characterRect } from './character-rect.ts'

/** What counts as one character. */
const pictures = '.katex, img, svg'
const picture = '\uFFFC'

/** A line as far as it was seen, in pixels of the window. */
interface OpenLine {
  readonly start: number
  top: number
  bottom: number
}

/**
 * Finds the lines of text: one begins where a word stands lower than the line so far.
 *
 * @param origin top of the slide
 * @param end bottom of the last line
 */
export function textLines(
  nodes: readonly Node[],
  origin: number,
  end: number,
): Pick<Box, 'lines' | 'ink'> {
  const marks: OpenLine[] = []
  let ink = ''
  const visit = (node: Node): void => {
    if (node instanceof Text) {
      for (const { 0: word, index } of node.data.matchAll(/\S+/g)) {
        mark(marks, ink.length, characterRect(node, index))
        ink += word
      }
    } else if (node instanceof Element) {
      if (node.matches(pictures)) {
        mark(marks, ink.length, node.getBoundingClientRect())
        ink += picture
      } else node.childNodes.forEach(visit)
    }
  }
  nodes.forEach(visit)
  const lines = marks.map(({ start, top, bottom }, index): Line => {
    const next = marks[index + 1]
    return {
      start,
      top: top - origin,
      bottom: next ? bottom / 2 + next.top / 2 - origin : end,
    }
  })
  return { lines, ink }
}

/** Begins a line, or widens the last one. */
function mark(
  marks: OpenLine[],
  start: number,
  { top, bottom }: DOMRect,
): void {
  const last = marks[marks.length - 1]
  if (!last || (top + bottom) / 2 > last.bottom)
    marks.push({ start, top, bottom })
  else {
    last.top = Math.min(last.top, top)
    last.bottom = Math.max(last.bottom, bottom)
  }
}

/** Text without white space, images and formulas as U+FFFC. */
export function inkOf(node: Node): string {
  if (node instanceof Text) return node.data.replace(/\s/g, '')
  if (!(node instanceof Element)) return ''
  if (node.matches(pictures)) return picture
  return [...node.childNodes].map(inkOf).join('')
}
