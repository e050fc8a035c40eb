import type { Element, ElementContent, Root } from 'hast'
import { SKIP, visit } from 'unist-util-visit'
import { element } from './handlers.ts'

/** `____`, `(     )`, `[     ]`, `( ① )`: what Korean papers write where a word is to be filled in. */
export const blank =
  /_{3,}|\[\s{2,}\]|\((?:\s{2,}|\s+([①-⑳㉠-㉻ㄱ-ㅎA-Z])\s+)\)/g

/**
 * Turns written blanks of a question into places wide enough to write in.
 *
 * Blocks of code stay as they are: widths matter in them.
 *
 * @param tree hast of a question's prompt; changed in place
 */
export function widenBlanks(tree: Root): void {
  visit(tree, (node, index, parent) => {
    if (node.type === 'element' && node.tagName === 'pre') return SKIP
    if (node.type !== 'text' || !parent || index === undefined) return undefined
    const parts = split(node.value)
    if (parts.length === 1) return undefined
    parent.children.splice(index, 1, ...parts)
    return [SKIP, index + parts.length]
  })
}

function split(text: string): ElementContent[] {
  const parts: ElementContent[] = []
  let from = 0
  for (const match of text.matchAll(blank)) {
    parts.push({ type: 'text', value: text.slice(from, match.index) })
    parts.push(place(match[0], match[1]))
    from = match.index + match[0].length
  }
  return [...parts, { type: 'text', value: text.slice(from) }]
}

function place(written: string, mark: string | undefined): Element {
  const gap = element('span', { className: ['blank'] }, [])
  const around = (before: string, after: string): Element =>
    element('span', { className: ['blank-place'] }, [
      { type: 'text', value: before },
      gap,
      { type: 'text', value: after },
    ])
  if (written.startsWith('_')) return gap
  if (written.startsWith('[')) return around('[', ']')
  return around(mark === undefined ? '(' : `( ${mark} `, ')')
}
