import {
  createCssVariablesTheme,
  createHighlighterCore,
  type HighlighterCore,
} from 'shiki/core'
import { createOnigurumaEngine } from 'shiki/engine/oniguruma'
import { bundledLanguages } from 'shiki/langs'

/**
 * Themes whose colours are CSS variables, so that stylesheets decide: `var(--code-token-keyword)` on paper and
 * `var(--marp-shiki-token-keyword)` on slides, as Marp's own themes have it.
 */
export const paperTheme = createCssVariablesTheme({
  name: 'css-variables',
  variablePrefix: '--code-',
  fontStyle: false,
})
export const slideTheme = createCssVariablesTheme({
  name: 'marp-shiki',
  variablePrefix: '--marp-shiki-',
})

/**
 * One for slides and paper, and for all papers of a build: compiling a grammar takes longer than using it. In WebAssembly
 * it takes a third of what it takes to turn its expressions into JavaScript's.
 */
const highlighter = createHighlighterCore({
  themes: [paperTheme, slideTheme],
  langs: [],
  engine: createOnigurumaEngine(import('shiki/wasm')),
})

/**
 * Loads the grammars of some languages.
 *
 * @param languages as written after the fence; unknown ones are passed over
 */
export async function highlighterFor(
  languages: ReadonlySet<string>,
): Promise<HighlighterCore> {
  const shiki = await highlighter
  await Promise.all(
    [...languages]
      .filter(isKnownLanguage)
      .map((name) => shiki.loadLanguage(bundledLanguages[name])),
  )
  return shiki
}

function isKnownLanguage(name: string): name is keyof typeof bundledLanguages {
  return Object.hasOwn(bundledLanguages, name)
}
