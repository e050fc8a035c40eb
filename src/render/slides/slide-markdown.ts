import type { PhrasingContent, RootContent } from 'mdast'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { mathToMarkdown } from 'mdast-util-math'
import { toMarkdown, type Options } from 'mdast-util-to-markdown'
import { cjkFriendlyToMarkdown } from 'mdast-util-to-markdown-cjk-friendly'
import { renderTemplate } from '../templates.ts'
import { span, text } from './inline.ts'
import { plainText, shortened } from './plain-text.ts'
import { headingOf } from './slide-heading.ts'
import { accentOf, type Slide } from './slide.ts'
import type { Memo } from '../../model/memo.ts'

/** What a deck says once, in its front matter. */
export interface DeckFacts {
  readonly title: string
  readonly author?: string
  readonly lang: string
  readonly theme: string
}

/**
 * Markdown that markdown-it reads back as what it was. `*` bullets and `1)` would become Marp's fragments.
 *
 * @see https://marpit.marp.app/fragmented-list
 */
const markdownOptions: Options = {
  bullet: '-',
  bulletOther: '+',
  fences: true,
  rule: '-',
  extensions: [
    gfmToMarkdown({ singleTilde: false } as never),
    mathToMarkdown(),
    cjkFriendlyToMarkdown(),
  ],
}

/** One slide, as the template of the deck takes it. */
export interface SlideSource {
  readonly classes: string
  /** Whether it has neither footer nor page number. */
  readonly bare: boolean
  readonly header: string
  readonly body: string
  readonly notes: readonly string[]
}

/**
 * Writes slides as portable Marp Markdown: front matter, one `<!-- _class … -->` comment a slide, rules between;
 * notes are comments, as Marp's presenter view reads them.
 *
 * @param templates user's folder of templates
 */
export function slidesMarkdown(
  slides: readonly Slide[],
  facts: DeckFacts,
  templates?: string,
): string {
  return sourcesMarkdown(
    slides.map((slide) => sourceOf(slide)),
    facts,
    templates,
  )
}

/** Writes slides whose own Markdown is known, as `slidesMarkdown` does. */
export function sourcesMarkdown(
  slides: readonly SlideSource[],
  facts: DeckFacts,
  templates?: string,
): string {
  return renderTemplate(
    'deck.md.hbs',
    {
      title: quoted(facts.title),
      author: quoted(facts.author ?? ''),
      footer: quoted(inlineMarkdown([text(shortened(facts.title, 60))])),
      lang: facts.lang,
      theme: facts.theme,
      slides,
    },
    templates,
  )
}

/**
 * Writes the Markdown of one slide.
 *
 * @param memo where the same slides are written again and again
 */
export function sourceOf(slide: Slide, memo?: Memo): SlideSource {
  return memo
    ? memo.get(`source ${slideKey(slide)}`, () => write(slide))
    : writeOnce(slide)
}

/** A slide is written for its characters and to be measured. */
const sources = new WeakMap<Slide, SlideSource>()

function writeOnce(slide: Slide): SlideSource {
  const source = sources.get(slide) ?? write(slide)
  sources.set(slide, source)
  return source
}

function write(slide: Slide): SlideSource {
  return {
    classes: classesOf(slide).join(' '),
    bare: slide.kind === 'title' || slide.kind === 'topic',
    header: quoted(headerOf(slide)),
    body: slideBody(slide),
    notes: slide.notes ?? [],
  }
}

/** Tells a slide from all others by what it is made of, wherever in the paper that stands. */
export function slideKey({ body, ...slide }: Slide): string {
  const bodyKey = bodyKeys.get(body) ?? withoutPositions(body)
  bodyKeys.set(body, bodyKey)
  return `${withoutPositions(slide)} ${bodyKey}`
}

const bodyKeys = new WeakMap<readonly RootContent[], string>()

/** In what was written, quotation marks are escaped: a text cannot look like a position. */
const position = /"position":\{"start":\{[^{}]*\},"end":\{[^{}]*\}\}/g

function withoutPositions(value: unknown): string {
  return JSON.stringify(value).replaceAll(position, '')
}

/** Classes of a slide's section: kind, accent, and what it says of itself. */
export function classesOf(slide: Slide): string[] {
  return [
    slide.kind,
    ...(slide.topic === undefined ? [] : [`accent-${accentOf(slide.topic)}`]),
    ...(slide.title.length === 0 ? ['untitled'] : []),
    ...titleClass(slide),
    ...slide.classes,
  ]
}

/** Long titles are set smaller, in steps. */
function titleClass(slide: Slide): string[] {
  const length = plainText(slide.title).length
  if (length > 160) return ['title-longest']
  if (length > 80) return ['title-longer']
  return length > 34 ? ['title-long'] : []
}

function slideBody(slide: Slide): string {
  const heading = headingOf(slide)
  const title = heading.children.length === 0 ? '' : markdownOf([heading])
  return [title, bodyMarkdown(slide.body)].filter(Boolean).join('\n\n')
}

/** A slide is written for its characters, to be measured and to be shown: mostly with the same body. */
const bodies = new WeakMap<readonly RootContent[], string>()

function bodyMarkdown(body: readonly RootContent[]): string {
  const markdown = bodies.get(body) ?? markdownOf(body)
  bodies.set(body, markdown)
  return markdown
}

function markdownOf(children: readonly RootContent[]): string {
  return toMarkdown(
    { type: 'root', children: [...children] },
    markdownOptions,
  ).trim()
}

function headerOf({ header, place }: Slide): string {
  const inline = [
    ...(place === '' ? [] : [...span('place', [text(place)]), text(' ')]),
    ...(header === '' ? [] : span('topic', [text(header)])),
  ]
  if (inline.length === 0) return ''
  return toMarkdown(
    { type: 'paragraph', children: inline },
    markdownOptions,
  ).trim()
}

function inlineMarkdown(children: PhrasingContent[]): string {
  return toMarkdown({ type: 'paragraph', children }, markdownOptions).trim()
}

/** A YAML string; `-->` in it would end the comment that it stands in. */
function quoted(value: string): string {
  return JSON.stringify(value).replaceAll('-->', '--\\u003e')
}
