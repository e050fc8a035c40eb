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
import { renderSections } from '../render/slides/sections.ts'
import {
  sourceOf,
  sourcesMarkdown,
  type DeckFacts,
  type SlideSource,
} from '../render/slides/slide-markdown.ts'
import type { Slide } from '../render/slides/slide.ts'
import { templateText } from '../render/templates.ts'
import { loadTypesetting } from '../render/typesetting.ts'
import type { DeckView } from '../view/deck-view.ts'

/** Slides as files. */
export interface PrintedDeck {
  /** `deck.md`. */
  readonly markdown: () => string
  /**
   * A page of all slides, or of some by their indexes.
   */
  readonly html: (part?: readonly number[]) => string
  /** One `<section>` a slide, as in the page. */
  readonly sections: readonly string[]
  /** What each slide looks like, wherever it stands. */
  readonly looks: readonly string[]
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
  { templates, file, theme, minutes, memo }: BuildContext,
): Promise<DeckPress> {
  const features = deckFeatures(nodes)
  const typesetting = await loadTypesetting(nodes)
  const facts = factsOf(view)
  const sourcesOf = (slides: readonly Slide[]): SlideSource[] =>
    slides.map((slide) => sourceOf(slide, memo))
  const fonts = await deckFonts(
    sourcesMarkdown(sourcesOf(unfitted), facts, templates),
    features,
    typesetting,
    playerText(view.lang),
  )
  reportMissingGlyphs(fonts.missing, file)
  const themes = ['studydeck', 'studydeck-dark'].map((name) =>
    templateText(`themes/${name}.css`, templates),
  )
  const render = await openMarp(themes, typesetting)
  const math = typesetting.katex !== undefined
  const player = playerScript()
  const common = {
    ...facts,
    fontCss: fonts.css,
    // Korean is what the player says by itself.
    ...(view.lang === 'ko' ? {} : { playerWords: playerWords(view.lang) }),
    ...(theme === undefined ? {} : { colours: theme }),
    ...(minutes === undefined ? {} : { minutes }),
    ...(player === undefined ? {} : { player }),
  }
  return (slides) => {
    const sources = sourcesOf(slides)
    const options = { facts, render, math, templates, memo }
    const { sections, looks, css } = renderSections(sources, options)
    return {
      // In the page the player changes the colours; in Markdown only the theme can.
      markdown: () =>
        sourcesMarkdown(
          sources,
          theme === 'dark' ? { ...facts, theme: 'studydeck-dark' } : facts,
          templates,
        ),
      html: (part = [...slides.keys()]) =>
        deckHtml(
          {
            ...common,
            themeCss: css,
            slides: part.flatMap((index) => slides[index] ?? []),
            sections: part.map((index) => sections[index] ?? ''),
          },
          templates,
        ),
      sections,
      looks,
      css: fonts.css + css,
    }
  }
}

function factsOf(view: DeckView<QuestionPart>): DeckFacts {
  const { title, author, lang } = view
  return {
    title,
    ...(author === undefined ? {} : { author }),
    lang,
    theme: 'studydeck',
  }
}

/** The script of deck.html; missing only when the sources run uncompiled: the deck is complete without it. */
export function playerScript(): string | undefined {
  const path = packagePath('dist', 'player.js')
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}
