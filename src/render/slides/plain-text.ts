import type { Nodes, PhrasingContent } from 'mdast'
import { text } from './inline.ts'

/** Text of a node on one line, without raw HTML. */
export function plainText(nodes: readonly Nodes[]): string {
  return joined(nodes).replace(/\s+/g, ' ').trim()
}

function joined(nodes: readonly Nodes[]): string {
  return nodes.map(textOf).join(nodes.some(isBlock) ? ' ' : '')
}

function textOf(node: Nodes): string {
  if (node.type === 'html' || node.type === 'footnoteReference') return ''
  if (node.type === 'break') return ' '
  if ('value' in node) return node.value
  if (!('children' in node)) return ''
  return joined(node.children)
}

function isBlock(node: Nodes): boolean {
  return [
    'paragraph',
    'listItem',
    'tableRow',
    'tableCell',
    'list',
    'blockquote',
    'heading',
  ].includes(node.type)
}

/** Shortens text at a space, with an ellipsis. */
export function shortened(value: string, length: number): string {
  if (value.length <= length) return value
  const cut = value.slice(0, length)
  const space = cut.lastIndexOf(' ')
  const words = cut.slice(0, space > length / 2 ? space : length)
  return `${words.replace(/[\s.,:;·…]+$/, '')}…`
}

/** Shortens phrasing as `shortened` does; loses its emphasis when it does. */
export function shortenedPhrasing(
  nodes: readonly PhrasingContent[],
  length: number,
): readonly PhrasingContent[] {
  const plain = plainText(nodes)
  return plain.length <= length ? nodes : [text(shortened(plain, length))]
}
