import type { Nodes } from 'mdast'
import { visit } from 'unist-util-visit'

/** What a deck shows in other fonts than that of its text. */
export interface DeckFeatures {
  /** Everything set in the code font. */
  readonly codeText: string
  /** Sources of the formulas. */
  readonly formulas: readonly Formula[]
}

/** One formula of the paper. */
export interface Formula {
  readonly source: string
  readonly isDisplayed: boolean
}

/** Finds what the content of a paper has in other fonts. */
export function deckFeatures(nodes: readonly Nodes[]): DeckFeatures {
  const code: string[] = []
  const formulas: Formula[] = []
  for (const node of nodes)
    visit(node, (child) => {
      if (child.type === 'code' || child.type === 'inlineCode')
        code.push(child.value)
      if (child.type === 'math' || child.type === 'inlineMath')
        formulas.push({
          source: child.value,
          isDisplayed: child.type === 'math',
        })
      // Raw `<kbd>` stands beside its text, not around it.
      if (child.type === 'paragraph' && child.children.some(isKbd))
        code.push(textOf(child))
    })
  return { codeText: code.join('\n'), formulas }
}

function isKbd(node: Nodes): boolean {
  return node.type === 'html' && /^<kbd\b/i.test(node.value)
}

function textOf(node: Nodes): string {
  if ('value' in node) return node.value
  return 'children' in node ? node.children.map(textOf).join('') : ''
}
