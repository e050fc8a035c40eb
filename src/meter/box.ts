import type { Box } from '../layout/boxes.ts'
import { codeLines } from './code-lines.ts'
import { inkOf, textLines } from './text-lines.ts'

/** Tags whose children a page may be broken between. */
const divisible = new Set([
  'ul',
  'ol',
  'li',
  'blockquote',
  'table',
  'thead',
  'tbody',
])

const blocks = new Set([
  ...divisible,
  'p',
  'pre',
  'div',
  'hr',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
])

/**
 * Measures an element with everything in it that a page may be broken between.
 *
 * @param origin top of the slide
 */
export function boxOf(element: Element, origin: number): Box {
  const box = emptyBox(element, origin)
  const { tag, bottom } = box
  if (tag === 'table')
    return {
      ...box,
      boxes: [...element.querySelectorAll('tr')].map((row) =>
        emptyBox(row, origin),
      ),
    }
  if (tag === 'pre') return { ...box, ...codeLines(element, origin) }
  if (divisible.has(tag)) return { ...box, boxes: childBoxes(element, origin) }
  return { ...box, ...textLines([element], origin, bottom) }
}

/** An element without what is in it. */
function emptyBox(element: Element, origin: number): Box {
  const { top, bottom } = element.getBoundingClientRect()
  return {
    tag: element.tagName.toLowerCase(),
    top: top - origin,
    bottom: bottom - origin,
    excess: 0,
    boxes: [],
    lines: [],
    ink: '',
  }
}

/** Blocks of a box; runs of text between them count as blocks too. */
function childBoxes(element: Element, origin: number): Box[] {
  const boxes: Box[] = []
  let run: Node[] = []
  const endRun = () => {
    if (run.some((node) => inkOf(node) !== '')) boxes.push(runBox(run, origin))
    run = []
  }
  for (const node of element.childNodes) {
    if (node instanceof Element && blocks.has(node.tagName.toLowerCase())) {
      endRun()
      boxes.push(boxOf(node, origin))
    } else run.push(node)
  }
  endRun()
  return boxes
}

function runBox(nodes: readonly Node[], origin: number): Box {
  const range = document.createRange()
  range.setStartBefore(nodes[0] ?? document.body)
  range.setEndAfter(nodes[nodes.length - 1] ?? document.body)
  const rects = [...range.getClientRects()]
  const top = Math.min(...rects.map((rect) => rect.top)) - origin
  const bottom = Math.max(...rects.map((rect) => rect.bottom)) - origin
  return {
    tag: 'text',
    top,
    bottom,
    excess: 0,
    boxes: [],
    ...textLines(nodes, origin, bottom),
  }
}
