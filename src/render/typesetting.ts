import type { Nodes } from 'mdast'
import type { HighlighterCore } from 'shiki/core'
import { visit } from 'unist-util-visit'

/** Libraries for what is more than text: large ones, each loaded only when a paper needs it. */
export interface Typesetting {
  /** Knows the languages of the code; of others it must not be asked. */
  readonly highlighter?: HighlighterCore
  readonly drawMermaid?: DrawMermaid
  readonly katex?: Katex
}

/**
 * Draws a Mermaid diagram as SVG, in text of the document's own font and with its colours.
 *
 * @throws Error for what is no diagram, or of a kind that cannot be drawn
 */
export type DrawMermaid = (source: string, spacing?: MermaidSpacing) => string

/** Pixels between the shapes of a diagram and around it, where the library's own are not wanted. */
export interface MermaidSpacing {
  readonly nodeSpacing?: number
  readonly padding?: number
  readonly layerSpacing?: number
}

/** KaTeX, as far as it is used. */
export type Katex = Pick<(typeof import('katex'))['default'], 'renderToString'>

/**
 * Loads what some content needs.
 *
 * @param shown every piece that will be rendered
 */
export async function loadTypesetting(
  shown: readonly Nodes[],
): Promise<Typesetting> {
  const { languages, hasMath } = needsOf(shown)
  const [highlighter, drawMermaid, katex] = await Promise.all([
    languages.size > 0
      ? import('./highlighter.ts').then(({ highlighterFor }) =>
          highlighterFor(languages),
        )
      : undefined,
    languages.has('mermaid')
      ? import('./draw-mermaid.ts').then((module) => module.drawMermaid)
      : undefined,
    hasMath ? import('katex').then((module) => module.default) : undefined,
  ])
  return {
    ...(highlighter ? { highlighter } : {}),
    ...(drawMermaid ? { drawMermaid } : {}),
    ...(katex ? { katex } : {}),
  }
}

function needsOf(shown: readonly Nodes[]): {
  languages: Set<string>
  hasMath: boolean
} {
  const languages = new Set<string>()
  let hasMath = false
  for (const tree of shown)
    visit(tree, (node) => {
      if (node.type === 'code' && node.lang) languages.add(node.lang)
      if (node.type === 'math' || node.type === 'inlineMath') hasMath = true
    })
  return { languages, hasMath }
}
