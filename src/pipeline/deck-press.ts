import { existsSync, readFileSync } from 'node:fs'
import type { Nodes } from 'mdast'
import type { BuildContext } from './context.ts'
import { reportMissingGlyphs } from './missing-glyphs.ts'
import { packagePath } from '../config/package-root.ts'
import type { QuestionPart } from '../model/paper.ts'
import { playerText, playerWords } from '../player/words.ts'
import { deckFonts } from '../render/slides/deck-fonts.ts'
import { deckHtml, type DeckPage } from '../render/slides/deck-html.ts'
import { deckFeatures } from '../render/slides/features.ts'
import { openMarp } from '../render/slides/marp.ts'
import { numberSections } from '../render/slides/section-numbers.ts'
import { fuller, renderSections } from '../render/slides/sections.ts'
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

/** Slides that Marp has set. */
interface SetSlides {
  readonly slides: readonly Slide[]
  readonly sources: readonly SlideSource[]
  /** What each slide looks like, wherever it stands. */
  readonly looks: readonly string[]
  readonly themeCss: string
}

/** Slides as files. */
export interface PrintedDeck extends SetSlides {
  /** `deck.md`. */
  readonly markdown: () => string
  /**
   * A page of all slides, or of some by their indexes.
   */
  readonly html: (part?: readonly number[]) => string
  /** The `<section>` of a slide, as in the page. */
  readonly section: (index: number) => string
  /** Stylesheets of the slides: fonts and theme. */
  readonly css: string
}

/** Makes Markdown and pages of slides. */
export interface DeckPress {
  /** Sets slides; called once to measure and again with the fitted slides. */
  readonly print: (slides: readonly Slide[]) => PrintedDeck
  /** Makes one deck of several that follow each other. */
  readonly join: (decks: readonly PrintedDeck[]) => PrintedDeck
}

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
  const deckOf = (set: SetSlides): PrintedDeck =>
    printedDeck(set, common, templates)
  return {
    print: (slides) => {
      const sources = sourcesOf(slides)
      const options = { facts, render, math, templates, memo }
      const { looks, css } = renderSections(sources, options)
      return deckOf({ slides, sources, looks, themeCss: css })
    },
    join: (decks) =>
      deckOf({
        slides: decks.flatMap(({ slides }) => slides),
        sources: decks.flatMap(({ sources }) => sources),
        looks: decks.flatMap(({ looks }) => looks),
        themeCss: decks.map(({ themeCss }) => themeCss).reduce(fuller, ''),
      }),
  }
}

function printedDeck(
  set: SetSlides,
  common: DeckFacts & Omit<DeckPage, 'slides' | 'sections' | 'themeCss'>,
  templates: string | undefined,
): PrintedDeck {
  const { slides, sources, looks, themeCss } = set
  const section = numberSections(looks)
  return {
    ...set,
    // In the page the player changes the colours; in Markdown only the theme can.
    markdown: () =>
      sourcesMarkdown(
        sources,
        common.colours === 'dark'
          ? { ...common, theme: 'studydeck-dark' }
          : common,
        templates,
      ),
    html: (part = [...slides.keys()]) =>
      deckHtml(
        {
          ...common,
          themeCss,
          slides: part.flatMap((index) => slides[index] ?? []),
          sections: part.map(section),
        },
        templates,
      ),
    section,
    css: common.fontCss + themeCss,
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
