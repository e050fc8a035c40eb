import type { FootnoteDefinition, Nodes } from 'mdast'
import { visit } from 'unist-util-visit'

/** Footnotes of a paper by their identifier. */
export type FootnoteDefinitions = ReadonlyMap<string, FootnoteDefinition>

/** Numbers the footnotes of one body in the order in which they are referred to. */
export class Footnotes {
  readonly #definitions: FootnoteDefinitions
  readonly #used: FootnoteDefinition[] = []

  constructor(definitions: FootnoteDefinitions) {
    this.#definitions = definitions
  }

  /** 1-based number of a footnote; `undefined` when the paper does not define it. */
  numberOf(identifier: string): number | undefined {
    const definition = this.#definitions.get(identifier)
    if (!definition) return undefined
    const known = this.#used.indexOf(definition)
    return known === -1 ? this.#used.push(definition) : known + 1
  }

  /** Footnotes that were referred to, in the order of their numbers. Grows while their own text is read. */
  get used(): readonly FootnoteDefinition[] {
    return this.#used
  }
}

/**
 * Finds every footnote of a paper: a definition may stand far from where it is referred to.
 *
 * @param nodes content of the paper
 */
export function footnoteDefinitions(
  nodes: readonly Nodes[],
): FootnoteDefinitions {
  const definitions = new Map<string, FootnoteDefinition>()
  for (const node of nodes)
    visit(node, 'footnoteDefinition', (definition) => {
      definitions.set(definition.identifier, definition)
    })
  return definitions
}
