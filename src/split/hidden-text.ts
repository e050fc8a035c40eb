import type { Nodes } from 'mdast'
import { readableUrl } from '../model/readable-url.ts'
import { seenText } from '../model/unseen.ts'

/** Something of a question that is in files for participants, where nobody sees it. */
export interface HiddenText {
  readonly kind:
    | 'alternative text'
    | 'link target'
    | 'language of code'
    | 'comment or invisible part'
  readonly text: string
  /** 1-based. */
  readonly line: number
}

/**
 * Collects what is in files for participants and is not seen. Titles, links to the author's own files and the like were taken out before.
 *
 * @param nodes of a situation or a question
 * @param line where they begin, for nodes without a position
 */
export function hiddenTexts(
  nodes: readonly Nodes[],
  line: number,
): HiddenText[] {
  const found: HiddenText[] = []
  const stack: Nodes[] = [...nodes].reverse()
  for (let node = stack.pop(); node; node = stack.pop()) {
    const at = node.position?.start.line ?? line
    found.push(...hiddenIn(node).map((hidden) => ({ ...hidden, line: at })))
    const title = node.type === 'container' ? node.title : []
    const children = 'children' in node ? node.children : []
    stack.push(...[...title, ...children].reverse())
  }
  return found
}

function hiddenIn(node: Nodes): Omit<HiddenText, 'line'>[] {
  if (node.type === 'image')
    return node.alt ? [{ kind: 'alternative text', text: node.alt }] : []
  if (node.type === 'link')
    return [{ kind: 'link target', text: readableUrl(node.url) }]
  const unseen = 'value' in node ? seenText(node, node.value).unseen : []
  return [
    ...(node.type === 'code' && node.lang
      ? [{ kind: 'language of code' as const, text: node.lang }]
      : []),
    ...unseen.map((text) => ({
      kind: 'comment or invisible part' as const,
      text,
    })),
  ]
}
