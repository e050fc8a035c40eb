import { Marp } from '@marp-team/marp-core'
import { Element } from '@marp-team/marpit'
import cjkFriendly from 'markdown-it-cjk-friendly'
import { highlightSlide } from './highlight.ts'
import { escapeHtml } from './inline.ts'
import { slideDiagram } from './mermaid.ts'
import { diagramMark, withoutNumbers } from './section-numbers.ts'
import {
  hashOf,
  packedCss,
  themeHead,
  type PackedCss,
} from './packed-themes.ts'
import { setFormula } from '../formula.ts'
import type { Typesetting } from '../typesetting.ts'
import { isWebLink } from '../../model/web-link.ts'

/** What Marp made of a deck. */
export interface RenderedDeck {
  /** One `<section>` a slide; `numberSections` gives it its numbers. */
  readonly sections: readonly string[]
  readonly css: string
}

/** The HTML that our own Markdown has. Everything else is shown as text. */
const allowedHtml = {
  ...Object.fromEntries(
    ['span', 'div', 'sup', 'sub', 'kbd', 'u', 'mark', 'ins', 'small'].map(
      (tag) => [tag, ['class']],
    ),
  ),
  br: [],
  hr: [],
  img: {
    alt: true,
    src: (url: string) => (url.startsWith('data:image/') ? url : ''),
  },
}

/** Renders Marp Markdown. Nothing in the result makes a request. */
export type RenderMarp = (markdown: string) => RenderedDeck

/** Reading themes takes Marp longer than a deck: whoever has the same ones shares what they became. */
const opened = new Map<string, DeckMarp>()

/**
 * Prepares Marp for decks that look the same.
 *
 * @param themes CSS of themes, first the one that the others import
 * @param typesetting what the content of the decks needs
 * @throws Error when a theme is no valid Marp theme
 */
export async function openMarp(
  themes: readonly string[],
  typesetting: Typesetting,
): Promise<RenderMarp> {
  const hasMath = typesetting.katex !== undefined
  const key = JSON.stringify([hasMath, ...themes])
  const marp = opened.get(key) ?? new DeckMarp(themes)
  if (hasMath && !opened.has(key)) {
    const { default: katexPlugin } =
      await import('@marp-team/marp-core/plugins/katex')
    marp.use(katexPlugin({ fontPath: false }))
  }
  opened.set(key, marp)
  return (markdown) => marp.renderDeck(markdown, typesetting)
}

/** Every stylesheet that was packed, for who keeps them. */
export function stylesSoFar(): PackedCss {
  return Object.fromEntries(
    [...opened.values()].flatMap(({ styles }) => [...styles]),
  )
}

/** Faces whose files are not there: ours carry the glyphs of formulas. */
const katexFonts = /@font-face\s*\{[^}]*KaTeX_[^}]*\}/g

/** Marp without everything that makes requests or needs scripts. */
class DeckMarp extends Marp {
  #typesetting: Typesetting = {}
  #diagrams = 0
  /** Packed stylesheets by a hash of what they are packed with. */
  readonly styles: Map<string, string>
  readonly #themes: readonly string[]

  constructor(themes: readonly string[]) {
    super({
      anchor: false,
      container: false,
      cssContainerQuery: false,
      // Twemoji come from a CDN; our fonts have the emoji.
      emoji: { shortcode: false, unicode: false },
      html: allowedHtml,
      inlineSVG: false,
      printable: false,
      script: false,
      slideContainer: new Element('div', { class: 'slide' }),
      slug: false,
    })
    const markdownIt = this.markdown as MarkdownIt
    markdownIt.use(cjkFriendly)
    // It would show the words of a URL instead of what the author wrote.
    markdownIt.normalizeLinkText = (url) => url
    markdownIt.validateLink = (url) => isWebLink({ url })
    this.#drawMermaid(markdownIt)
    keepHyphenated(markdownIt)
    this.#setFormulas(markdownIt)
    const packed = packedCss(themes)
    this.styles = new Map(Object.entries(packed ?? {}))
    this.#themes = packed ? themes : []
    for (const css of themes) this.themeSet.add(packed ? themeHead(css) : css)
  }

  renderDeck(markdown: string, typesetting: Typesetting): RenderedDeck {
    this.#typesetting = typesetting
    this.#diagrams = 0
    const { html, css } = this.render(markdown, { htmlAsArray: true })
    return { sections: html.map(withoutNumbers), css }
  }

  override highlighter(code: string, language: string): string {
    return highlightSlide(code, language, this.#typesetting.highlighter)
  }

  /** The CSS of a theme hangs on nothing but what it is packed with. */
  protected override renderStyle(theme?: string): string {
    const key = hashOf([theme, this.themeSetPackOptions()])
    const known = this.styles.get(key)
    if (known !== undefined) return known
    // Packed themes are there only by name.
    for (const css of this.#themes) this.themeSet.add(css)
    const css = super.renderStyle(theme).replace(katexFonts, '')
    this.styles.set(key, css)
    return css
  }

  /** Draws mermaid fences; one that cannot be drawn stays code. */
  #drawMermaid({ renderer: { rules } }: MarkdownIt): void {
    const { fence } = rules
    rules.fence = (tokens, index, ...rest) => {
      const { drawMermaid } = this.#typesetting
      const token = tokens[index]
      const diagram =
        token?.info.trim() === 'mermaid' && drawMermaid
          ? slideDiagram(
              token.content,
              `diagram-${diagramMark}${++this.#diagrams}${diagramMark}`,
              drawMermaid,
            )
          : undefined
      return diagram === undefined
        ? fence(tokens, index, ...rest)
        : `<div class="diagram">${diagram.svg}</div>\n`
    }
  }

  /** Sets formulas as paper does; one that cannot be read stays text. */
  #setFormulas({ renderer: { rules } }: MarkdownIt): void {
    const set = (tokens: Tokens, index: number, displayMode: boolean) => {
      const { katex } = this.#typesetting
      const { content = '' } = tokens[index] ?? {}
      const html =
        katex &&
        setFormula(content, { displayMode, output: 'htmlAndMathml' }, katex)
      return html ?? `<code>${escapeHtml(content)}</code>`
    }
    rules.marp_math_inline = (tokens, index) => set(tokens, index, false)
    rules.marp_math_block = (tokens, index) =>
      `<p>${set(tokens, index, true)}</p>\n`
  }
}

/** Words with hyphens (`Idempotency-Key`, `요청-응답`, a date) that any line has room for; looked for where a word begins. */
const hyphenated = /(?<![\p{L}\p{N}])[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)+/gu
const longestKept = 20

/** Browsers break a line after every hyphen; no style forbids it, so these words stand in a span that does not wrap. */
function keepHyphenated({ renderer: { rules } }: MarkdownIt): void {
  const { text } = rules
  rules.text = (...token) =>
    text(...token).replace(hyphenated, (word) =>
      word.length > longestKept ? word : `<span class="whole">${word}</span>`,
    )
}

/** As much of markdown-it as is touched here: Marp's types leave it open. */
interface MarkdownIt {
  use(plugin: unknown): void
  normalizeLinkText: (url: string) => string
  validateLink: (url: string) => boolean
  readonly renderer: {
    readonly rules: Record<
      'fence' | 'marp_math_inline' | 'marp_math_block',
      RenderRule
    > & { text: TextRule }
  }
}

type Tokens = readonly { readonly info: string; readonly content: string }[]

type RenderRule = (
  tokens: Tokens,
  index: number,
  ...rest: readonly unknown[]
) => string

type TextRule = (...token: readonly unknown[]) => string
