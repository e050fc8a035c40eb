import { fontCss, type FontCss } from '../../fonts/index.ts'
import type { DeckFeatures } from './features.ts'
import { setFormula } from '../formula.ts'
import type { Typesetting } from '../typesetting.ts'

/** What the browser writes: numbers of lists, pages and parts. */
const browserText = '0123456789/()… .•◦▪'

/**
 * Makes the fonts of a deck: one set for the page that is measured and for the one that is shown, so that both agree.
 *
 * @param markdown everything that the slides show
 * @param extra further characters: the player's own words
 */
export async function deckFonts(
  markdown: string,
  features: DeckFeatures,
  { katex }: Typesetting,
  extra: string,
): Promise<FontCss> {
  return await fontCss({
    text: withoutData(markdown) + browserText + extra,
    code: features.codeText,
    math: features.formulas
      .map(
        ({ source, isDisplayed: displayMode }) =>
          katex && setFormula(source, { displayMode, output: 'html' }, katex),
      )
      .join(''),
  })
}

/** Images carry megabytes of letters that nobody sees. */
function withoutData(markdown: string): string {
  return markdown.replace(/src="data:[^"]*"/g, '')
}
