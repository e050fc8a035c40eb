import type { FootnoteDefinition, RootContent } from 'mdast'
import { visit } from 'unist-util-visit'

/**
 * Footnotes of one body in the order in which it refers to them; those that it never refers to come last.
 *
 * @param nodes blocks of the body, with its definitions
 */
export function footnotesOf(
  nodes: readonly RootContent[],
): FootnoteDefinition[] {
  const referred: string[] = []
  visit({ type: 'root', children: [...nodes] }, 'footnoteReference', (node) => {
    if (!referred.includes(node.identifier)) referred.push(node.identifier)
  })
  const rank = ({ identifier }: FootnoteDefinition): number =>
    referred.includes(identifier)
      ? referred.indexOf(identifier)
      : referred.length
  return nodes
    .filter((node) => node.type === 'footnoteDefinition')
    .sort((a, b) => rank(a) - rank(b))
}
