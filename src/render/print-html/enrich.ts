import type { Element, ElementContent, Root } from 'hast'
import { toString } from 'mdast-util-to-string'
import { SKIP, visit } from 'unist-util-visit'
import { diagram } from './diagram.ts'
import { element } from './handlers.ts'
import { highlight } from './highlight.ts'
import { setFormula } from '../formula.ts'
import type { Katex, Typesetting } from '../typesetting.ts'

/**
 * Sets formulas, colours code and draws diagrams.
 *
 * Runs after the tree is sanitised: what these put in is ours.
 *
 * @param tree hast; changed in place
 * @param typesetting what the tree's content needs; code that nothing colours stays plain
 * @param nextId gives an id that no other diagram of the document has
 */
export function enrich(
  tree: Root,
  typesetting: Typesetting,
  nextId: () => string,
): void {
  visit(tree, 'element', (node, index, parent) => {
    if (!parent || index === undefined) return undefined
    const replacement = replace(node, typesetting, nextId)
    if (!replacement) return undefined
    parent.children[index] = replacement
    return SKIP
  })
}

function replace(
  node: Element,
  typesetting: Typesetting,
  nextId: () => string,
): ElementContent | undefined {
  const { katex } = typesetting
  const [code] = node.children
  if (node.tagName === 'code')
    return languageOf(node) === 'math' && katex
      ? formula(toString(node), false, katex)
      : undefined
  if (
    node.tagName !== 'pre' ||
    code?.type !== 'element' ||
    code.tagName !== 'code'
  )
    return undefined
  return codeBlock(code, typesetting, nextId)
}

function codeBlock(
  code: Element,
  { highlighter, drawMermaid, katex }: Typesetting,
  nextId: () => string,
): ElementContent {
  const language = languageOf(code)
  const source = toString(code).replace(/\n$/, '')
  if (language === 'math' && katex) return formula(source, true, katex)
  return (
    (language === 'mermaid' && drawMermaid
      ? diagram(source, nextId(), drawMermaid)
      : undefined) ??
    element('pre', {}, [
      element('code', {}, highlight(source, language, highlighter)),
    ])
  )
}

function languageOf(code: Element): string {
  const classes = code.properties.className
  const [first] = Array.isArray(classes) ? classes : []
  return typeof first === 'string' ? first.replace(/^language-/, '') : ''
}

/** `<tex-math>` marks what is set in KaTeX's own fonts, so that those characters are not asked of the text's. */
function formula(
  source: string,
  displayMode: boolean,
  katex: Katex,
): ElementContent {
  const html = setFormula(source, { displayMode, output: 'html' }, katex)
  if (html === undefined)
    return element(displayMode ? 'pre' : 'code', {}, [
      { type: 'text', value: source },
    ])
  return element('tex-math', displayMode ? { className: ['display'] } : {}, [
    { type: 'raw', value: html },
  ])
}
