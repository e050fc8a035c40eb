import type {
  Definition,
  FootnoteDefinition,
  Parents,
  Root,
  RootContent,
} from 'mdast'
import { visit } from 'unist-util-visit'
import { eachInnerParent } from './inner-parents.ts'

/**
 * Turns references into links and images, takes the definitions out, and moves footnotes to the end of the root.
 *
 * What a definition says is then exactly where it is used: an answer's link is nowhere else in the tree.
 */
export function resolveReferences(tree: Root): void {
  const definitions = new Map<string, Definition>()
  visit(tree, 'definition', (node) => {
    if (!definitions.has(node.identifier))
      definitions.set(node.identifier, node)
  })
  const footnotes: FootnoteDefinition[] = []
  resolveIn(tree, definitions, footnotes)
  tree.children.push(...footnotes)
}

function resolveIn(
  parent: Parents,
  definitions: ReadonlyMap<string, Definition>,
  footnotes: FootnoteDefinition[],
): void {
  const children: RootContent[] = []
  for (const child of parent.children as RootContent[]) {
    const node = resolved(child, definitions)
    eachInnerParent(node, (inner) => {
      resolveIn(inner, definitions, footnotes)
    })
    if (node.type === 'footnoteDefinition') footnotes.push(node)
    else if (node.type !== 'definition') children.push(node)
  }
  parent.children = children
}

function resolved(
  node: RootContent,
  definitions: ReadonlyMap<string, Definition>,
): RootContent {
  if (node.type !== 'linkReference' && node.type !== 'imageReference')
    return node
  const definition = definitions.get(node.identifier)
  const url = definition?.url ?? ''
  const title = definition?.title ?? null
  const position = node.position ? { position: node.position } : {}
  return node.type === 'linkReference'
    ? { type: 'link', url, title, children: node.children, ...position }
    : { type: 'image', url, title, alt: node.alt ?? '', ...position }
}
