import type { Element, Nodes as HastNodes, Parents as HastParents } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { defaultHandlers, toMdast, type State } from 'hast-util-to-mdast'
import type {
  Html,
  Nodes,
  Paragraph,
  PhrasingContent,
  RootContent,
  Table,
} from 'mdast'
import { toString } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import type { Container } from '../model/container.ts'
import { blockRole } from './elements.ts'
import { keptTags } from './inline-html.ts'

/**
 * Turns one HTML element, such as a table, into mdast.
 *
 * @param html source of the element
 * @param line 1-based line of the source where it starts; positions count from there
 */
export function htmlToMdast(html: string, line: number): RootContent[] {
  const hast = fromHtml(html, { fragment: true })
  dropElements(hast)
  const tree = toMdast(hast, {
    handlers: {
      ...Object.fromEntries(keptTags.map((name) => [name, keepTags])),
      details: toContainer,
      table: toTable,
    },
  })
  visit(tree, (node: Nodes) => {
    node.position = {
      start: { line: line + (node.position?.start.line ?? 1) - 1, column: 1 },
      end: { line: line + (node.position?.end.line ?? 1) - 1, column: 1 },
    }
  })
  return tree.type === 'root' ? tree.children : [tree]
}

/** Removes comments and everything that could run. */
function dropElements(parent: HastParents): void {
  parent.children = (parent.children as HastNodes[]).filter(
    (node) =>
      node.type !== 'comment' &&
      node.type !== 'doctype' &&
      (node.type !== 'element' || blockRole(node.tagName) !== 'drop'),
  ) as typeof parent.children
  for (const node of parent.children) if ('children' in node) dropElements(node)
}

function keepTags(state: State, element: Element): PhrasingContent[] {
  const tag = (value: string): Html => ({ type: 'html', value })
  return [
    tag(`<${element.tagName}>`),
    ...(state.all(element) as PhrasingContent[]),
    tag(`</${element.tagName}>`),
  ]
}

/** Markdown has no captions: one becomes a paragraph above the table. */
function toTable(state: State, table: Element): (Paragraph | Table)[] {
  const caption = table.children.find(
    (node) => node.type === 'element' && node.tagName === 'caption',
  )
  const children = caption
    ? (state.all(caption as Element) as PhrasingContent[])
    : []
  return [
    ...(children.length > 0 ? [{ type: 'paragraph' as const, children }] : []),
    defaultHandlers.table(state, table) as Table,
  ]
}

function toContainer(state: State, element: Element): Container {
  const summary = element.children.find(
    (node) => node.type === 'element' && node.tagName === 'summary',
  )
  const body = element.children.filter((node) => node !== summary)
  const title = summary
    ? toString(state.all(summary as Element), { includeHtml: false })
    : ''
  return {
    type: 'container',
    syntax: 'details',
    name: '',
    title: title === '' ? [] : [{ type: 'text', value: title }],
    children: state.toFlow(state.all({ ...element, children: body })),
  }
}
