import type { RenderedDeck, RenderMarp } from './marp.ts'
import {
  sourcesMarkdown,
  type DeckFacts,
  type SlideSource,
} from './slide-markdown.ts'
import type { Memo } from '../../model/memo.ts'

/** Slides that Marp renders at once: its time grows with their square. */
const batchSize = 200

/** What all slides of a deck have in common. */
export interface SectionsOptions {
  readonly facts: DeckFacts
  readonly render: RenderMarp
  /** Whether the deck has formulas: without any, dollars are dollars. */
  readonly math: boolean
  /** User's folder of templates. */
  readonly templates?: string | undefined
  /** Where the same slides are rendered again and again. */
  readonly memo?: Memo | undefined
}

/** Slides as Marp rendered them. */
export interface RenderedSections {
  /** One `<section>` a slide, without its numbers: what it looks like, wherever it stands. */
  readonly looks: readonly string[]
  /** Stylesheet of the theme. */
  readonly css: string
}

/** Renders the slides of a deck: each by itself is what it is in the deck, but for its numbers. */
export function renderSections(
  slides: readonly SlideSource[],
  options: SectionsOptions,
): RenderedSections {
  const { facts, memo, math } = options
  const common = JSON.stringify([facts, math])
  const keys = slides.map((slide) =>
    memo ? `section ${common} ${JSON.stringify(slide)}` : '',
  )
  const looks = keys.map((key) => memo?.find(key) as string | undefined)
  const missing = [...slides.keys()].filter(
    (index) => looks[index] === undefined,
  )
  let css = memo?.find(`theme ${common}`) as string | undefined
  for (let first = 0; first < missing.length; first += batchSize) {
    const batch = missing.slice(first, first + batchSize)
    const rendered = renderBatch(
      batch.flatMap((index) => slides[index] ?? []),
      options,
    )
    css = fuller(css, rendered.css)
    for (const [at, index] of batch.entries()) {
      const look = rendered.sections[at] ?? ''
      looks[index] = look
      memo?.keep(keys[index] ?? '', look)
    }
  }
  memo?.keep(`theme ${common}`, css)
  return { looks: looks.map((look) => look ?? ''), css: css ?? '' }
}

/** Marp leaves out the styles of formulas where it sees none. */
export function fuller(css: string | undefined, other: string): string {
  return css === undefined || other.length > css.length ? other : css
}

function renderBatch(
  slides: readonly SlideSource[],
  { facts, render, templates }: SectionsOptions,
): RenderedDeck {
  return render(sourcesMarkdown(slides, facts, templates))
}
