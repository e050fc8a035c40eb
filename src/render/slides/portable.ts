import type {
  BlockContent,
  Blockquote,
  Code,
  Heading,
  List,
  ListItem,
  PhrasingContent,
  RootContent,
  Table,
} from 'mdast'
import type { Math } from 'mdast-util-math'
import type { Container } from '../../model/container.ts'
import type { Block } from '../../model/paper.ts'
import type { Images } from '../../model/image.ts'
import type { Words } from '../../config/words.ts'
import { Footnotes, type FootnoteDefinitions } from './footnotes.ts'
import { html, span, text } from './inline.ts'
import { portablePhrasing, type PortableContext } from './portable-inline.ts'

/** What the bodies of a deck have in common. */
export interface BodyContext {
  readonly images: Images
  readonly words: Words
  readonly definitions: FootnoteDefinitions
}

/**
 * Rewrites blocks so that every Marp tool shows them as meant, and ours can split them.
 *
 * Footnotes become numbers with notes at the end, containers become quotes with a bold title, headings start below the
 * slide's own title, and a rule inside a body does not start a slide. Positions are kept.
 */
export function portableBody(
  blocks: readonly Block[],
  { images, words, definitions }: BodyContext,
): RootContent[] {
  const footnotes = new Footnotes(definitions)
  const context: PortableContext = { images, words, footnotes }
  const body = portableBlocks(blocks, context, shallowest(blocks))
  return [...body, ...notes(footnotes, context)]
}

/** Rewrites a title: footnotes are left out, line breaks become spaces. */
export function portableTitle(
  nodes: readonly PhrasingContent[],
  { images, words }: BodyContext,
): PhrasingContent[] {
  const footnotes = new Footnotes(new Map())
  return portablePhrasing(nodes, { images, words, footnotes }).map((node) =>
    node.type === 'break' ? text(' ') : node,
  )
}

function portableBlocks(
  blocks: readonly RootContent[],
  context: PortableContext,
  top: number,
): RootContent[] {
  return blocks.flatMap((node) => portableBlock(node, context, top))
}

function portableBlock(
  node: RootContent,
  context: PortableContext,
  top: number,
): RootContent[] {
  switch (node.type) {
    case 'paragraph': {
      const children = portablePhrasing(node.children, context)
      return children.length === 0 ? [] : [{ ...node, children }]
    }
    case 'heading':
      return [portableHeading(node, context, top)]
    case 'list':
      return [portableList(node, context, top)]
    case 'blockquote': {
      const children = portableBlocks(node.children, context, top)
      return [{ ...node, children: children as BlockContent[] }]
    }
    case 'container':
      return [portableContainer(node, context, top)]
    case 'table':
      return [portableTable(node, context)]
    default:
      return portableLeaf(node)
  }
}

function portableLeaf(node: RootContent): RootContent[] {
  switch (node.type) {
    case 'code':
      // Empty lines at the end would be printed as such.
      return [{ ...node, value: node.value.replace(/\s+$/, '') }]
    case 'math':
      // Marp ends a formula at any `$$`, and would read what follows, a `<style>` too. No formula that can be set has one.
      return [node.value.includes('$$') ? codeOf(node) : node]
    case 'thematicBreak':
      // At the top level Marp starts a slide at every rule.
      return [html('<hr>')]
    case 'definition':
    case 'footnoteDefinition':
    case 'yaml':
      return []
    default:
      return [node]
  }
}

function codeOf({ value, position }: Math): Code {
  return { type: 'code', value, ...(position ? { position } : {}) }
}

function portableHeading(
  node: Heading,
  context: PortableContext,
  top: number,
): Heading {
  // The slide's title is level 1; the author's levels keep their distance from each other.
  const depth = Math.min(6, node.depth - top + 2) as Heading['depth']
  return { ...node, depth, children: portablePhrasing(node.children, context) }
}

function portableList(node: List, context: PortableContext, top: number): List {
  const children = node.children.map((item) => portableItem(item, context, top))
  return { ...node, children }
}

function portableItem(
  item: ListItem,
  context: PortableContext,
  top: number,
): ListItem {
  const children = portableBlocks(item.children, context, top) as BlockContent[]
  if (typeof item.checked !== 'boolean') return { ...item, children }
  // Marp knows no task lists and would print the brackets.
  const box = span(item.checked ? 'box checked' : 'box', [])
  const [first, ...rest] = children
  const lead: BlockContent[] =
    first?.type === 'paragraph'
      ? [{ ...first, children: [...box, ...first.children] }, ...rest]
      : [{ type: 'paragraph', children: box }, ...children]
  return { ...item, checked: null, children: lead }
}

function portableContainer(
  node: Container,
  context: PortableContext,
  top: number,
): Blockquote {
  const title = portablePhrasing(node.title, context)
  const children = portableBlocks(node.children, context, top) as BlockContent[]
  return {
    type: 'blockquote',
    ...(node.position ? { position: node.position } : {}),
    children:
      title.length === 0
        ? children
        : [
            {
              type: 'paragraph',
              children: [{ type: 'strong', children: title }],
            },
            ...children,
          ],
  }
}

function portableTable(node: Table, context: PortableContext): Table {
  return {
    ...node,
    children: node.children.map((row) => ({
      ...row,
      children: row.children.map((cell) => ({
        ...cell,
        // A line break would end the row.
        children: withoutBreaks(portablePhrasing(cell.children, context)),
      })),
    })),
  }
}

function withoutBreaks(nodes: PhrasingContent[]): PhrasingContent[] {
  return nodes.map((node) => (node.type === 'break' ? html('<br>') : node))
}

/** Notes may refer to further notes, so the list grows while it is walked. */
function notes(footnotes: Footnotes, context: PortableContext): RootContent[] {
  const blocks: RootContent[] = []
  for (let index = 0; index < footnotes.used.length; index++) {
    const definition = footnotes.used[index]
    const [first, ...rest] = portableBlocks(
      definition?.children ?? [],
      context,
      2,
    )
    const mark = [...span('note', [text(`${index + 1}`)]), text(' ')]
    blocks.push(
      {
        type: 'paragraph',
        ...(definition?.position ? { position: definition.position } : {}),
        children:
          first?.type === 'paragraph' ? [...mark, ...first.children] : mark,
      },
      ...(first && first.type !== 'paragraph' ? [first] : []),
      ...rest,
    )
  }
  return blocks
}

function shallowest(blocks: readonly RootContent[]): number {
  const depths = blocks.flatMap((node): number[] =>
    node.type === 'heading'
      ? [node.depth]
      : node.type === 'blockquote' || node.type === 'container'
        ? [shallowest(node.children)]
        : [],
  )
  return Math.min(6, ...depths)
}
