import type { Nodes } from 'mdast'
import { seenText } from './unseen.ts'

/** What can be found again of some Markdown, once it has become a PDF, HTML or a notebook. */
export interface Findable {
  /** Text of all blocks in order, with `segmentEnd` wherever an output may put something of its own. */
  readonly text: string
  /** Texts that nobody sees: alternative texts, titles, comments of diagrams and formulas. */
  readonly asides: readonly string[]
  /** Targets of links and images, as written. */
  readonly urls: readonly string[]
  /** Images, as written. */
  readonly images: readonly string[]
  /** Languages of code. */
  readonly langs: readonly string[]
}

/** Stands between blocks, where lists get their numbers, and in the place of footnote marks. */
export const segmentEnd = '\u001E'

/** Collects what can be found again of some nodes. */
export function findableOf(nodes: readonly Nodes[]): Findable {
  const found = { texts: [], asides: [], urls: [], images: [], langs: [] }
  for (const node of nodes) collect(node, found)
  return { ...found, text: found.texts.join('') }
}

interface Collected {
  readonly texts: string[]
  readonly asides: string[]
  readonly urls: string[]
  readonly images: string[]
  readonly langs: string[]
}

/** Nodes that do not end a word. */
const inlineTypes = new Set<Nodes['type']>([
  ...(['text', 'emphasis', 'strong', 'delete', 'link'] as const),
  ...(['inlineCode', 'inlineMath', 'html'] as const),
])

function collect(node: Nodes, found: Collected): void {
  collectFields(node, found)
  const title = node.type === 'container' ? node.title : []
  const children = 'children' in node ? node.children : []
  for (const child of [...title, ...children]) collect(child, found)
  if (!inlineTypes.has(node.type)) found.texts.push(segmentEnd)
}

function collectFields(node: Nodes, found: Collected): void {
  if ('title' in node && typeof node.title === 'string') {
    found.asides.push(node.title)
  }
  if ('url' in node) found.urls.push(node.url)
  if ('lang' in node && node.lang) found.langs.push(node.lang)
  if (node.type === 'image') {
    found.images.push(node.url)
    if (node.alt) found.asides.push(node.alt)
  }
  if ('value' in node && node.type !== 'html' && node.type !== 'directive') {
    const { seen, unseen } = seenText(node, node.value)
    found.texts.push(seen)
    found.asides.push(...unseen)
  }
}
