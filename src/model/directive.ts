import type { Data, Node } from 'unist'

/**
 * An instruction to studydeck in a comment of its own: `<!-- studydeck: answer -->`, `<!-- studydeck: minutes 3 -->`.
 */
export interface Directive extends Node {
  type: 'directive'
  /** First word, lower case: `question`, `answer`, `situation`, `omit` … */
  name: string
  /** What follows the name, trimmed; empty when there is nothing. */
  value: string
  data?: Data
}

declare module 'mdast' {
  interface BlockContentMap {
    directive: Directive
  }
  interface RootContentMap {
    directive: Directive
  }
}
