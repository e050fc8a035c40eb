import type { HighlighterCore, ShikiTransformer } from 'shiki/core'

/**
 * Colours code as Marp's own Shiki plugin does, in the colours of Marp's themes. The plugin is not used since it brings
 * the grammars of all languages, and a highlighter of its own.
 *
 * @param language as written after the fence
 * @returns HTML; nothing for a language that is not known, whose code markdown-it then shows as it is
 */
export function highlightSlide(
  code: string,
  language: string,
  highlighter: HighlighterCore | undefined,
): string {
  const isKnown =
    plainText.has(language) ||
    highlighter?.getLoadedLanguages().includes(language) === true
  if (!highlighter || !isKnown) return ''
  return highlighter.codeToHtml(code.replace(/\n$/, ''), {
    lang: language,
    theme: 'marp-shiki',
    // As on paper, and for the same reason.
    tokenizeTimeLimit: 0,
    transformers: [languageClass, mermaidSource],
    tabindex: false,
  })
}

const plainText: ReadonlySet<string> = new Set(['text', 'txt', 'plain'])

const languageClass: ShikiTransformer = {
  name: 'language-class',
  code(node) {
    this.addClassToHast(node, `language-${this.options.lang}`)
  },
}

const mermaidNames: ReadonlySet<string> = new Set(['mermaid', 'mmd'])

/** The grammar knows Mermaid only inside a fence of Markdown: it gets one, whose two lines are taken out again. */
const mermaidSource: ShikiTransformer = {
  name: 'mermaid-source',
  preprocess(code, { lang }) {
    return mermaidNames.has(lang)
      ? `~~~~~~~~~~mermaid\n${code}\n~~~~~~~~~~`
      : undefined
  },
  code(node) {
    if (!mermaidNames.has(this.options.lang)) return
    node.children.splice(0, 2)
    node.children.splice(-2, 2)
  },
}
