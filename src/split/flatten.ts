import type {
  FootnoteDefinition,
  Heading,
  Nodes,
  Paragraph,
  PhrasingContent,
  Root,
  Table,
} from 'mdast'
import type { Directive } from '../model/directive.ts'
import type { Block } from '../model/paper.ts'
import { tableCells } from './answer-table.ts'
import { columnsOf } from './question-table.ts'
import { FilledLists } from './filled-truth.ts'
import { linesOf, type Joint } from './lines.ts'
import { flatten as flattenText, paragraphOf, rawText } from './text.ts'
import type { Unit, Wrapper } from './unit.ts'

/** Quotes, lists and containers deeper than this are not opened. */
export const deepest = 32

/** `<!-- studydeck: minutes 3 -->` and where it stands. */
export interface Setting {
  readonly unit: number
  readonly directive: Directive
}

/** A tree as a sequence of units, and what stands outside of the sequence. */
export interface FlatPaper {
  readonly units: readonly Unit[]
  /** By identifier. */
  readonly footnotes: ReadonlyMap<string, FootnoteDefinition>
  /** Source of the front matter, and where it stands. */
  readonly frontMatter: Nodes | undefined
  /** Directives that set something for the question they stand in, with the index of the unit after them. */
  readonly settings: readonly Setting[]
  /** Nodes that are nested too deeply to be opened. */
  readonly tooDeep: readonly Nodes[]
}

interface Sink {
  readonly units: Unit[]
  readonly footnotes: Map<string, FootnoteDefinition>
  readonly settings: Setting[]
  readonly tooDeep: Nodes[]
  readonly filled: FilledLists
  frontMatter: Nodes | undefined
  directive: string | undefined
  line: number
}

/**
 * Opens every quote, list and container of a tree, and every paragraph into its lines.
 *
 * @param tree as `parsePaper` gives it
 */
export function flattenTree(tree: Root): FlatPaper {
  const sink: Sink = {
    units: [],
    footnotes: new Map(),
    settings: [],
    tooDeep: [],
    filled: new FilledLists(),
    frontMatter: undefined,
    directive: undefined,
    line: 1,
  }
  tree.children.forEach((node, position) => {
    open(node, undefined, position, sink)
  })
  return sink
}

function open(
  node: Nodes,
  parent: Wrapper | undefined,
  position: number,
  sink: Sink,
): void {
  sink.line = node.position?.start.line ?? sink.line
  if (isMeta(node, sink) || isOmitted(node, sink)) return
  if (node.type === 'paragraph') openParagraph(node, parent, sink)
  else if (node.type === 'table') openTable(node, parent, sink)
  else if (isWrapper(node))
    openWrapper(
      { node, parent, depth: parent ? parent.depth + 1 : 0, position },
      sink,
    )
  else push(node as Block, parent, sink, { inline: inlineOf(node) })
}

function isWrapper(node: Nodes): node is Wrapper['node'] {
  return (
    node.type === 'blockquote' ||
    node.type === 'list' ||
    node.type === 'listItem' ||
    node.type === 'container'
  )
}

/** Takes what is no content of its own: front matter, footnotes, directives. */
function isMeta(node: Nodes, sink: Sink): boolean {
  if (node.type === 'yaml') sink.frontMatter = node
  else if (node.type === 'footnoteDefinition')
    sink.footnotes.set(node.identifier, node)
  else if (node.type === 'directive') {
    if (directives.has(node.name)) sink.directive = node.name
    else sink.settings.push({ unit: sink.units.length, directive: node })
  } else return node.type === 'definition'
  return true
}

/** A section is omitted by its heading, any other block here. */
function isOmitted(node: Nodes, sink: Sink): boolean {
  if (sink.directive !== 'omit' || node.type === 'heading') return false
  sink.directive = undefined
  return true
}

const directives = new Set(['question', 'answer', 'situation', 'omit'])

function openWrapper(wrapper: Wrapper, sink: Sink): void {
  const { node } = wrapper
  if (wrapper.depth > deepest) {
    sink.tooDeep.push(node)
    return
  }
  if (node.type === 'container' && node.title.length > 0)
    push(paragraphOf(node.title, node), wrapper, sink, {
      inline: node.title,
      isTitle: true,
    })
  if (node.type === 'list' && !wrapper.parent)
    sink.filled.note(node, sink.units)
  node.children.forEach((child, position) => {
    open(child, wrapper, position, sink)
  })
}

function openParagraph(
  paragraph: Paragraph,
  wrapper: Wrapper | undefined,
  sink: Sink,
): void {
  const lines = linesOf(paragraph)
  const start = sink.line
  const isWhole = lines.length === 1 && !sink.filled.has(paragraph)
  for (const { children, joint, offset, cell } of sink.filled.parted(
    paragraph,
    lines,
  )) {
    sink.line = start + offset
    push(
      isWhole ? paragraph : paragraphOf(children, paragraph),
      wrapper,
      sink,
      { inline: children, paragraph, joint, ...(cell ? { cell } : {}) },
    )
  }
}

/** A table of questions and answers becomes one unit a cell; any other stays whole, and one of options that a directive gives to its question. */
function openTable(
  table: Table,
  wrapper: Wrapper | undefined,
  sink: Sink,
): void {
  const isGiven =
    sink.directive === 'question' && !columnsOf(table).includes('question')
  const cells = isGiven ? [] : tableCells(table, sink.units.at(-1))
  if (cells.length === 0) push(table, wrapper, sink, { inline: [] })
  for (const { kind, row, children } of cells) {
    sink.line = row.position?.start.line ?? sink.line
    push(paragraphOf(children, row), wrapper, sink, {
      inline: children,
      cell: kind,
    })
  }
}

function inlineOf(node: Nodes): readonly PhrasingContent[] {
  return node.type === 'heading' ? node.children : []
}

interface Piece {
  readonly inline: readonly PhrasingContent[]
  readonly isTitle?: boolean
  readonly paragraph?: Paragraph
  readonly joint?: Joint
  readonly cell?: Unit['cell']
}

function push(
  node: Block | Heading,
  wrapper: Wrapper | undefined,
  sink: Sink,
  piece: Piece,
): void {
  const flat = flattenText(rawText(piece.inline))
  sink.units.push({
    index: sink.units.length,
    node,
    wrapper,
    flat,
    boldEnd: boldEndOf(piece.inline, flat.raw),
    joint: piece.joint ?? 'start',
    paragraph: piece.paragraph,
    isTitle: piece.isTitle ?? false,
    line: sink.line,
    cell: piece.cell,
    directive: sink.directive,
  })
  sink.directive = undefined
}

function boldEndOf(
  inline: readonly PhrasingContent[],
  raw: readonly number[],
): number {
  let length = 0
  for (const node of inline) {
    length += rawText([node]).length
    if (node.type === 'strong' || node.type === 'emphasis') {
      const at = raw.findIndex((offset) => offset >= length)
      return at < 0 ? raw.length - 1 : at
    }
    if (node.type !== 'text' || !isDecoration(node.value)) return 0
  }
  return 0
}

function isDecoration(text: string): boolean {
  return text.length < 8 && !/[\p{L}\p{N}]/u.test(text)
}
