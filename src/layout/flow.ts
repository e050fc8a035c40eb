import type {
  BlockContent,
  Blockquote,
  List,
  ListItem,
  PhrasingContent,
  RootContent,
} from 'mdast'
import {
  costs,
  emptyAtom,
  emptyBox,
  isLabel,
  type Atom,
  type Cut,
} from './atoms.ts'
import type { Box } from './boxes.ts'
import { carriedHeight, carriedLine, continuedMark } from './carry.ts'
import { divideCode, divideParagraph, divideTable } from './leaves.ts'

/** A body taken apart. */
export interface Flow {
  readonly atoms: readonly Atom[]
  /** The blocks that consist of some of the atoms. */
  readonly cut: (...range: Parameters<Cut>) => readonly RootContent[]
}

/** A node and the atoms that it consists of. */
interface Piece {
  readonly first: number
  /** Atom after the last one. */
  readonly end: number
  readonly cut: Cut
}

/**
 * Takes a body apart along the boxes that the browser made of it.
 *
 * Where a node and its box do not have the same shape, the node stays in one piece.
 *
 * @param body blocks of a slide
 * @param boxes their boxes
 */
export function flowOf(
  body: readonly RootContent[],
  boxes: readonly Box[],
): Flow {
  const atoms: Atom[] = []
  const pieces =
    body.length === boxes.length
      ? piecesOf(body, boxes, atoms, 0)
      : [inOnePiece(body, boxes, atoms)]
  for (const [index, atom] of atoms.entries())
    if (atoms[index - 1]?.leads) atom.cost = costs.never
  return { atoms, cut: (first, end) => cutAll(pieces, first, end) }
}

/** How much more a break costs at each level of nesting. */
const depthCost = 30

function piecesOf(
  nodes: readonly RootContent[],
  boxes: readonly Box[],
  atoms: Atom[],
  depth: number,
): Piece[] {
  return nodes.map((node, index) => {
    const box = boxes[index] ?? emptyBox
    const piece = carrying(
      pieceOf(node, box, atoms, depth),
      node.type === 'list' && depth === 0 ? carriedLine(nodes[index - 1]) : [],
      atoms,
    )
    const start = atoms[piece.first]
    if (start && index > 0)
      start.cost = costBetween(nodes[index - 1], node) + depth * depthCost
    for (const atom of atoms.slice(piece.first)) atom.excess += box.excess
    return piece
  })
}

/** A piece that begins with a line of its own where it goes on on another page. */
function carrying(
  piece: Piece,
  line: readonly RootContent[],
  atoms: Atom[],
): Piece {
  if (line.length === 0) return piece
  for (const atom of atoms.slice(piece.first + 1)) atom.head += carriedHeight
  return {
    ...piece,
    cut: (first, end) => [
      ...(first > piece.first ? line : []),
      ...piece.cut(first, end),
    ],
  }
}

function costBetween(
  before: RootContent | undefined,
  node: RootContent,
): number {
  if (node.type === 'heading' || node.type === 'html' || isLabel(node))
    return costs.section
  return before?.type === 'paragraph' && node.type !== 'paragraph'
    ? costs.introduced
    : costs.block
}

function pieceOf(
  node: RootContent,
  box: Box,
  atoms: Atom[],
  depth: number,
): Piece {
  const first = atoms.length
  const cut = divide(node, box, atoms, depth)
  if (!cut) return inOnePiece([node], [box], atoms)
  enclose(atoms, first, box)
  return { first, end: atoms.length, cut }
}

/** Adds the atoms of a node that can be divided; nothing when it cannot. */
function divide(
  node: RootContent,
  box: Box,
  atoms: Atom[],
  depth: number,
): Cut | undefined {
  switch (node.type) {
    case 'paragraph':
      return divideParagraph(node, box, atoms)
    case 'list':
      return divideList(node, box, atoms, depth)
    case 'blockquote':
      return divideQuote(node, box, atoms, depth)
    case 'table':
      return divideTable(node, box, atoms)
    case 'code':
      return divideCode(node, box, atoms)
    default:
      return undefined
  }
}

function divideQuote(
  node: Blockquote,
  { boxes }: Box,
  atoms: Atom[],
  depth: number,
): Cut | undefined {
  const { length } = node.children
  if (length === 0 || boxes.length !== length) return undefined
  const pieces = piecesOf(node.children, boxes, atoms, depth + 1)
  return (first, end) => [
    { ...node, children: cutAll(pieces, first, end) as BlockContent[] },
  ]
}

/** Pixels up to which a list is rather moved to the next page than divided. */
const shortList = 240

function divideList(
  node: List,
  { boxes }: Box,
  atoms: Atom[],
  depth: number,
): Cut | undefined {
  const items = node.children
  if (boxes.length !== items.length) return undefined
  const isShort = (boxes.at(-1)?.bottom ?? 0) - (boxes[0]?.top ?? 0) < shortList
  const pieces = items.map((item, index) => {
    const piece = itemPiece(item, boxes[index] ?? emptyBox, atoms, depth)
    const start = atoms[piece.first]
    const isLonely = index === 1 || index === items.length - 1
    if (start && index > 0)
      start.cost =
        (depth === 0 ? costs.item : costs.nestedItem) +
        (isLonely ? costs.lonely : 0) +
        (isShort ? costs.shortList : 0)
    // Cards beside each other.
    if (start && start.top < (atoms[piece.first - 1]?.bottom ?? 0) - 1)
      start.cost = costs.never
    return piece
  })
  return (first, end) => {
    const skipped = pieces.findIndex((piece) => piece.end > first)
    const start = (node.start ?? 1) + skipped
    return [
      {
        ...node,
        ...(node.ordered ? { start } : {}),
        children: cutAll(pieces, first, end) as unknown as ListItem[],
      },
    ]
  }
}

function itemPiece(
  item: ListItem,
  box: Box,
  atoms: Atom[],
  depth: number,
): Piece {
  const first = atoms.length
  const { children } = item
  const pieces =
    children.length > 0 && box.boxes.length === children.length
      ? piecesOf(children, box.boxes, atoms, depth + 1)
      : [inOnePiece(children, [box], atoms)]
  enclose(atoms, first, box)
  const [lead] = pieces
  const [line] = box.boxes[0]?.lines ?? []
  const leadEnd = lead?.end ?? first
  for (const atom of atoms.slice(leadEnd))
    atom.head += line ? line.bottom - line.top : 0
  const cut: Cut = (from, to) => {
    const part = cutAll(pieces, from, to) as BlockContent[]
    if (from === first) return [{ ...item, children: part }]
    const mark = continuedMark(from >= leadEnd ? children[0] : undefined)
    return [{ ...item, children: unmarked(part, mark) }]
  }
  return { first, end: atoms.length, cut }
}

/** What goes on from the page before has no bullet of its own. */
function unmarked(
  children: BlockContent[],
  mark: PhrasingContent[],
): BlockContent[] {
  const [first, ...rest] = children
  return first?.type === 'paragraph' && mark.length === 2
    ? [{ ...first, children: [...mark, ...first.children] }, ...rest]
    : [{ type: 'paragraph', children: mark }, ...children]
}

function inOnePiece(
  nodes: readonly RootContent[],
  boxes: readonly Box[],
  atoms: Atom[],
): Piece {
  const first = atoms.length
  const [node] = nodes
  const introduces =
    node !== undefined && (node.type === 'heading' || isLabel(node))
  atoms.push({
    ...emptyAtom,
    top: Math.min(...boxes.map(({ top }) => top)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
    leads: nodes.length === 1 && introduces,
  })
  return { first, end: first + 1, cut: () => [...nodes] }
}

/** A box is taller than what is in it: by padding, and by a table's head. */
function enclose(atoms: Atom[], first: number, box: Box): void {
  const inside = atoms.slice(first)
  const start = inside[0]
  const last = inside.at(-1)
  if (!start || !last) return
  const head = Math.max(0, start.top - box.top)
  const foot = Math.max(0, box.bottom - last.bottom)
  for (const atom of inside) {
    if (atom !== start) atom.head += head
    if (atom !== last) atom.foot += foot
  }
  start.top = Math.min(start.top, box.top)
  last.bottom = Math.max(last.bottom, box.bottom)
}

function cutAll(
  pieces: readonly Piece[],
  first: number,
  end: number,
): RootContent[] {
  return pieces
    .filter((piece) => piece.first < end && piece.end > first)
    .flatMap((piece) =>
      piece.cut(Math.max(first, piece.first), Math.min(end, piece.end)),
    )
}
