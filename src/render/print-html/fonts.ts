import { fontCss } from '../../fonts/index.ts'
import { unescapeHtml } from '../unescape-html.ts'

/** What the browser itself writes: page numbers, list markers. */
const browserText = '0123456789/ .•◦▪'

/** A document that carries its fonts. */
export interface DocumentWithFonts {
  readonly html: string
  /** Characters of the document that no font has. */
  readonly missing: readonly string[]
}

/**
 * Puts into a document the fonts for exactly its own characters, and KaTeX's stylesheet when it has formulas.
 *
 * @param html whole document; code stands in `pre`, `code`, `kbd` or `samp`, formulas in `tex-math`
 * @param extra characters that come in only later, such as words that a script shows
 */
export async function embedFonts(
  html: string,
  extra = '',
): Promise<DocumentWithFonts> {
  const formulas = html.match(/<tex-math[\s\S]*?<\/tex-math>/g) ?? []
  const body = html
    .replaceAll(/<tex-math[\s\S]*?<\/tex-math>/g, '')
    .replaceAll(/<(style|script)\b[\s\S]*?<\/\1>/g, '')
  const code = body.match(/<(pre|code|kbd|samp)\b[\s\S]*?<\/\1>/g) ?? []
  const { css, missing } = await fontCss({
    text: textOf(body) + contentOf(html) + browserText + extra,
    code: textOf(code.join('')),
    math: formulas.join(''),
  })
  return { html: insertStyle(html, css), missing }
}

function insertStyle(html: string, css: string): string {
  const style = `<style>${css}</style>`
  // A function, because `$&` in a string would be replaced.
  return html.includes('</head>')
    ? html.replace('</head>', () => `${style}</head>`)
    : style + html
}

/** Text that the stylesheets put in: `content: '…'`, `--running-head: "…"`. */
function contentOf(html: string): string {
  const styles = html.match(/<style>[\s\S]*?<\/style>/g) ?? []
  const strings = styles.join('').match(/'[^'\n]*'|"[^"\n]*"/g) ?? []
  return strings.join('')
}

/** Text of HTML that we serialised: its tags hold no `>` in their attributes. */
function textOf(html: string): string {
  return unescapeHtml(html.replaceAll(/<[^>]*>/g, ' '))
}
