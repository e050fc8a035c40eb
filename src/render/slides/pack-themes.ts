import katex from 'katex'
import { openMarp, stylesSoFar } from './marp.ts'
import { hashOf, type PackedThemes } from './packed-themes.ts'

/**
 * Packs themes for decks with and without formulas; runs when the program is compiled.
 *
 * @param themes CSS of themes, first the one that decks are shown in
 */
export async function packThemes(
  themes: readonly string[],
): Promise<PackedThemes> {
  const matter = '---\ntheme: studydeck\n---\n'
  const withoutFormulas = await openMarp(themes, {})
  withoutFormulas(matter)
  const withFormulas = await openMarp(themes, { katex })
  withFormulas(matter)
  withFormulas(`${matter}$x$\n`)
  return { themes: hashOf(themes), css: stylesSoFar() }
}
