import type { Nodes, Paragraph, Parents } from 'mdast'

/** Calls a function with everything in a node that has children: the title of a container, and the node itself. */
export function eachInnerParent(
  node: Nodes,
  visit: (parent: Parents) => void,
): void {
  if (node.type === 'container') {
    const title: Paragraph = { type: 'paragraph', children: node.title }
    visit(title)
    node.title = title.children
  }
  if ('children' in node) visit(node)
}
