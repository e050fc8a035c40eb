import type { Heading, Parents, RootContent } from 'mdast'
import { toString } from 'mdast-util-to-string'

/** Beginnings of lines that are no titles: answers, choices, numbered questions, dates and names. */
const noTitle =
  /^(?:\[?\(?(?:정답|답변?|해설|풀이|힌트|모범\s?답안|해답)[\s\])]*(?:[:：]|$)|[①-⑳→✅]|[A-Ea-e가-하ㄱ-ㅎ1-9][.)]\s|[AQ]\d*[.:)]\s|\d{2,4}[-./]\s?\d|(?:작성자|발표자|작성일|날짜|일시)\s*[:：])/

/**
 * Turns paragraphs that a `---` directly below made headings back into paragraphs and rules.
 *
 * `정답: 3⏎---` is a title to Markdown and an answer to its author. A line stays a title when it is alone, does not end
 * like a sentence and does not begin like an answer, a choice or a numbered question.
 *
 * @param source text that the tree was parsed from
 */
export function undoSetextAccidents(tree: Parents, source: string): void {
  if (!tree.children.some((child) => 'children' in child)) return
  tree.children = (tree.children as RootContent[]).flatMap((child) => {
    if (child.type === 'heading' && isAccident(child, source))
      return paragraphAndRule(child)
    if ('children' in child && child.type !== 'paragraph')
      undoSetextAccidents(child, source)
    return [child]
  })
}

function isAccident(node: Heading, source: string): boolean {
  const { position } = node
  if (
    node.depth !== 2 ||
    !position ||
    position.start.line === position.end.line
  )
    return false
  const text = toString(node).trim()
  const lines = position.end.line - position.start.line
  const isUnderlinedTwice = source[(position.end.offset ?? 0) - 1] !== '-'
  return (
    !isUnderlinedTwice &&
    (lines > 1 || noTitle.test(text) || /[.。:：]$/.test(text))
  )
}

function paragraphAndRule(node: Heading): RootContent[] {
  const { position } = node
  if (!position) return [node]
  const { start, end } = position
  const last = node.children.at(-1)?.position?.end ?? start
  return [
    {
      type: 'paragraph',
      children: node.children,
      position: { start, end: last },
    },
    {
      type: 'thematicBreak',
      position: { start: { ...end, column: 1 }, end },
    },
  ]
}
