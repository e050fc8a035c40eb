import type { Nodes } from 'mdast'

/** A node's own text, parted by whether people see it where it is drawn. */
export interface SeenText {
  readonly seen: string
  /** Comments, tooltips and the like: they are in the file all the same. */
  readonly unseen: readonly string[]
}

const mermaidNotes = /^[ \t]*(?:%%(?!\{)|acc(?:Title|Descr)\b|click\b).*$/gmu
const texComments = /(?<!\\)%[^\n]*/gu
const texPhantoms = /\\[hv]?phantom\s{0,9}\{(?:[^{}]|\{[^{}]*\})*\}/gu
const texWhite = /\\(?:text)?color\s{0,9}\{(?:white|#f{3}(?:f{3})?)\}/iu

/**
 * Parts the text of formulas and diagrams; all other text is seen.
 *
 * @param node whose `value` it is
 * @param value text of the node
 */
export function seenText(node: Nodes, value: string): SeenText {
  if (node.type === 'code' && node.lang === 'mermaid')
    return parted(value, [mermaidNotes])
  if (node.type !== 'math' && node.type !== 'inlineMath')
    return { seen: value, unseen: [] }
  if (texWhite.test(value)) return { seen: '', unseen: [value] }
  return parted(value, [texComments, texPhantoms])
}

function parted(value: string, forms: readonly RegExp[]): SeenText {
  return {
    seen: forms.reduce((text, form) => text.replaceAll(form, ''), value),
    unseen: forms.flatMap((form) => value.match(form) ?? []),
  }
}
