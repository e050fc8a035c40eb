import type { ElementContent } from 'hast'
import type { HighlighterCore } from 'shiki/core'
import { element } from './handlers.ts'

/**
 * Colours code: tokens become spans whose colour is a CSS variable, so that the stylesheet decides. Token colours are
 * `var(--code-token-keyword)` …; a stylesheet that leaves them out prints black.
 *
 * @param language as written after the fence; code stays plain in one that the highlighter does not know
 */
export function highlight(
  code: string,
  language: string,
  highlighter: HighlighterCore | undefined,
): ElementContent[] {
  if (!highlighter?.getLoadedLanguages().includes(language))
    return [{ type: 'text', value: code }]
  const lines = highlighter.codeToTokensBase(code, {
    lang: language,
    theme: 'css-variables',
    // Colours hang on the code alone: as a rule Shiki gives up on a line after half a second on a busy machine.
    tokenizeTimeLimit: 0,
  })
  return lines.flatMap((tokens, index): ElementContent[] => [
    ...(index === 0 ? [] : [{ type: 'text' as const, value: '\n' }]),
    ...tokens.map((token) => coloured(token.content, token.color)),
  ])
}

function coloured(value: string, colour: string | undefined): ElementContent {
  const text = { type: 'text' as const, value }
  return colour === undefined || colour === 'var(--code-foreground)'
    ? text
    : element('span', { style: `color:${colour}` }, [text])
}
