import { existsSync, readFileSync } from 'node:fs'
import type { Nodes } from 'mdast'
import type { BuildContext } from './context.ts'
import { reportMissingGlyphs } from './missing-glyphs.ts'
import { packagePath } from '../config/package-root.ts'
import type { QuestionPart } from '../model/paper.ts'
import { playerText, playerWords } from '../player/words.ts'
import { deckFonts } from '../render/slides/deck-fonts.ts'
import { deckHtml } from '../render/slides/deck-html.ts'
import { deckFeatures } from '../render/slides/features.ts'
import { openMarp } from '../render/slides/marp.ts'
import { slidesMarkdown } from '../render/slides/slide-markdown.ts'
import type { Slide } from '../render/slides/slide.ts'
import { templateText } from '../render/templates.ts'
import { loadTypesetting } from '../render/typesetting.ts'
import type { DeckView } from '../view/deck-view.ts'

/** Slides as files. */
export interface PrintedDeck {
  readonly markdown: string
  readonly html: string
  /** One `<section>` a slide, as in the page. */
  readonly sections: readonly string[]
  /** Stylesheets of the slides: fonts and theme. */
  readonly css: string
}

/** Makes Markdown and a page of slides; called once to measure and again with the fitted slides. */
export type DeckPress = (slides: readonly Slide[]) => PrintedDeck

/**
 * Loads what all pages of one deck have in common: fonts, themes and the player.
 *
 * @param unfitted every slide, for its characters
 * @param nodes content of the paper
 */
export async function openPress(
  view: DeckView<QuestionPart>,
  unfitted: readonly Slide[],
  nodes: readonly Nodes[],
  { templates, file, theme, minutes }: BuildContext,
): Promise<DeckPress> {
  const features = deckFeatures(nodes)
  const typesetting = await loadTypesetting(nodes)
  const facts = {
    title: view.title,
    ...(view.author === undefined ? {} : { author: view.author }),
    lang: view.lang,
    theme: 'studydeck',
  }
  const fonts = await deckFonts(
    slidesMarkdown(unfitted, facts, templates),
    features,
    typesetting,
    playerText(view.lang),
  )
  reportMissingGlyphs(fonts.missing, file)
  const themes = ['studydeck', 'studydeck-dark'].map((name) =>
    templateText(`themes/${name}.css`, templates),
  )
  const render = await openMarp(themes, typesetting)
  const player = playerScript()
  return (slides) => {
    const markdown = slidesMarkdown(slides, facts, templates)
    const { sections, css } = render(markdown)
    const html = deckHtml(
      {
        ...facts,
        slides,
        sections,
        themeCss: css,
        fontCss: fonts.css,
        // Korean is what the player says by itself.
        ...(view.lang === 'ko' ? {} : { playerWords: playerWords(view.lang) }),
        ...(theme === undefined ? {} : { colours: theme }),
        ...(minutes === undefined ? {} : { minutes }),
        ...(player === undefined ? {} : { player }),
      },
      templates,
    )
    // In the page the player changes the colours; in Markdown only the theme can.
    return {
      markdown:
        theme === 'dark'
          ? slidesMarkdown(
              slides,
              { ...facts, theme: 'studydeck-dark' },
              templates,
            )
          : markdown,
      html,
      sections,
      css: fonts.css + css,
    }
  }
}

/** The script of deck.html; missing only when the sources run uncompiled: the deck is complete without it. */
export function playerScript(): string | undefined {
  const path = packagePath('dist', 'player.js')
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}
