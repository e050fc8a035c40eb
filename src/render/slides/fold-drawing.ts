import type { Element, ElementContent } from 'hast'

/** A drawing, and how much room it takes in its own units. */
export interface Drawing {
  readonly width: number
  readonly height: number
  readonly children: readonly ElementContent[]
}

/** A drawing in pieces. */
export interface FoldedDrawing extends Drawing {
  /** Through how many arrows one of the cuts goes at most. */
  readonly torn: number
}

/** How a drawing is folded. */
export interface FoldOptions {
  /** How many pieces there may be; there are fewer where there is nowhere to cut. */
  readonly most: number
  /** Where what every column begins with ends: the participants of a sequence diagram. @default no such thing */
  readonly head?: number
}

/** Between two columns or rows, in the drawing’s units; every piece has a margin of its own. */
const gutter = 14

/**
 * Cuts a long drawing between its nodes, and sets the pieces as columns or rows, as lines of text are set.
 *
 * Arrows go on in the next piece where the one before ends.
 *
 * @param drawing whose nodes, labels and groups are `<g>` and whose arrows are not
 */
export function foldDrawing(
  drawing: Drawing,
  { most, head }: FoldOptions,
): FoldedDrawing {
  const isTall = drawing.height > drawing.width
  const [left, right] = reachOf(drawing, isTall ? 'x' : 'y')
  const [first, last] = reachOf(drawing, isTall ? 'y' : 'x')
  const repeated = head === undefined ? 0 : head - first
  const across = right - left + gutter
  const ends = endsOf(
    gapsIn(drawing, isTall, first + repeated),
    [first, last],
    most,
  )
  const pieces = ends.map((end, index) => {
    const start = ends[index - 1] ?? first
    const place = index * across
    if (!isTall)
      return [pieceOf(drawing, { x: 0, y: place }, [start, left, end, right])]
    if (index === 0 || head === undefined)
      return [pieceOf(drawing, { x: place, y: 0 }, [left, start, right, end])]
    return [
      pieceOf(drawing, { x: place, y: 0 }, [left, first, right, head]),
      pieceOf(drawing, { x: place, y: repeated }, [left, start, right, end]),
    ]
  })
  const longest = Math.max(
    ...ends.map(
      (end, index) => end - (ends[index - 1] ?? first + repeated) + repeated,
    ),
  )
  const total = ends.length * across - gutter
  const torn = ends.map((end) => arrowsAt(drawing, isTall ? 'y' : 'x', end))
  return {
    torn: Math.max(...torn),
    width: isTall ? total : longest,
    height: isTall ? longest : total,
    children: [...drawing.children.filter(isDefs), ...pieces.flat()],
  }
}

function arrowsAt({ children }: Drawing, axis: Axis, place: number): number {
  return children.filter((child) => {
    if (child.type !== 'element' || child.tagName !== 'polyline') return false
    const [from, to] = extentOf(child, axis)
    return from < place && place < to
  }).length
}

/** Room around the shapes that a piece keeps. */
const margin = 4

/** What the drawing reaches over, without the wide margins that its sides may have. */
function reachOf({ children, width, height }: Drawing, axis: Axis): Extent {
  const extents = children.map((child) => extentOf(child, axis))
  const from = Math.min(...extents.map(([from]) => from)) - margin
  const to = Math.max(...extents.map(([, to]) => to)) + margin
  return [Math.max(0, from), Math.min(axis === 'x' ? width : height, to)]
}

/** A window into a drawing: `[left, top, right, bottom]`, and only what can be seen through it. */
function pieceOf(
  { children }: Drawing,
  at: Readonly<Record<Axis, number>>,
  [left, top, right, bottom]: [number, number, number, number],
): Element {
  const isSeen = (child: ElementContent): boolean => {
    const [fromX, toX] = extentOf(child, 'x')
    const [fromY, toY] = extentOf(child, 'y')
    return fromX < right && toX > left && fromY < bottom && toY > top
  }
  const [width, height] = [right - left, bottom - top]
  return {
    type: 'element',
    tagName: 'svg',
    properties: {
      x: String(at.x),
      y: String(at.y),
      width: String(width),
      height: String(height),
      viewBox: `${left} ${top} ${width} ${height}`,
    },
    children: children.filter((child) => !isDefs(child) && isSeen(child)),
  }
}

/** Middles of the gaps that no node reaches into. */
function gapsIn(
  { children }: Drawing,
  isTall: boolean,
  head: number,
): number[] {
  const solid = children
    .filter((child) => child.type === 'element' && child.tagName === 'g')
    .map((child) => extentOf(child, isTall ? 'y' : 'x'))
    .sort(([a], [b]) => a - b)
  const gaps: number[] = []
  let reached = Math.max(head, solid[0]?.[1] ?? Infinity)
  for (const [from, to] of solid) {
    if (from > reached) gaps.push((from + reached) / 2)
    reached = Math.max(reached, to)
  }
  return gaps
}

/** Where the pieces end: the last is the shortest, as in a column of text. */
function endsOf(
  gaps: readonly number[],
  [first, last]: Extent,
  most: number,
): number[] {
  const even = Array.from({ length: most - 1 }, (_, index) => {
    const wanted = first + ((last - first) * (index + 1)) / most
    const off = gaps.map((gap) => Math.abs(gap - wanted))
    return gaps[off.indexOf(Math.min(...off))] ?? last
  })
  const longest = Math.max(
    ...[...even, last].map((end, index) => end - (even[index - 1] ?? first)),
  )
  const ends: number[] = []
  for (const [index, gap] of gaps.entries())
    if ((gaps[index + 1] ?? last) - (ends.at(-1) ?? first) > longest + 0.5)
      ends.push(gap)
  return [...ends, last]
}

type Axis = 'x' | 'y'
type Extent = readonly [from: number, to: number]

/** What a shape and all that is in it reach over. */
function extentOf(node: ElementContent, axis: Axis): Extent {
  if (node.type !== 'element' || isDefs(node)) return [Infinity, -Infinity]
  const inner = node.children.map((child) => extentOf(child, axis))
  const own =
    node.tagName === 'text' ? textPlaces(node, axis) : placesOf(node, axis)
  return [
    Math.min(...own, ...inner.map(([from]) => from)),
    Math.max(...own, ...inner.map(([, to]) => to)),
  ]
}

function placesOf({ tagName, properties }: Element, axis: Axis): number[] {
  const number = (name: string): number => Number(properties[name] ?? 0)
  const isX = axis === 'x'
  const radius = number('r') || number(`r${axis}`)
  switch (tagName) {
    case 'rect':
      return [number(axis), number(axis) + number(isX ? 'width' : 'height')]
    case 'circle':
    case 'ellipse':
      return [number(`c${axis}`) - radius, number(`c${axis}`) + radius]
    case 'line':
      return [number(`${axis}1`), number(`${axis}2`)]
    case 'polyline':
    case 'polygon':
    case 'path':
      return numbersOf(properties.points ?? properties.d, isX)
    default:
      return axis in properties ? [number(axis)] : []
  }
}

/** About what a text reaches over: the fonts are the page's. */
function textPlaces({ properties, children }: Element, axis: Axis): number[] {
  const at = Number(properties[axis] ?? 0)
  const [text] = children
  if (axis === 'y' || text?.type !== 'text') return [at]
  const wide = text.value.match(/[\u2e80-\uffff]/g)?.length ?? 0
  const ems = wide + (text.value.length - wide) * 0.6
  const width = ems * Number(properties.fontSize ?? 0)
  const before = properties.textAnchor === 'middle' ? width / 2 : 0
  return [at - before, at - before + width]
}

/** Every second number: `0,1 2,3` and `M0 1 L2 3` are pairs. */
function numbersOf(value: unknown, isX: boolean): number[] {
  const numbers = [...String(value).matchAll(/-?[\d.]+/g)].map(Number)
  return numbers.filter((_, index) => (index % 2 === 0) === isX)
}

function isDefs(node: ElementContent): boolean {
  return node.type === 'element' && node.tagName === 'defs'
}
