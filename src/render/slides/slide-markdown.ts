import type { Heading, PhrasingContent, RootContent } from 'mdast'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { mathToMarkdown } from 'mdast-util-math'
import { toMarkdown, type Options } from 'mdast-util-to-markdown'
import { cjkFriendlyToMarkdown } from 'mdast-util-to-markdown-cjk-friendly'
import { renderTemplate } from '../templates.ts'
import { span, text } from './inline.ts'
import { plainText, shortened } from './plain-text.ts'
import { accentOf, type Slide } from './slide.ts'

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
  return renderTemplate(
    'deck.md.hbs',
    {
      title: quoted(facts.title),
      author: quoted(facts.author ?? ''),
      footer: quoted(inlineMarkdown([text(shortened(facts.title, 60))])),
      lang: facts.lang,
      theme: facts.theme,
      slides: slides.map((slide) => ({
        classes: classesOf(slide).join(' '),
        bare: slide.kind === 'title' || slide.kind === 'topic',
        header: quoted(headerOf(slide)),
        body: slideBody(slide),
        notes: slide.notes ?? [],
      })),
    },
    templates,
  )
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

function headingOf({ number, tag, title, part, kind }: Slide): Heading {
  const suffix =
    part && part.of > 1
      ? span('part', [text(`(${part.index}/${part.of})`)])
      : []
  return {
    type: 'heading',
    depth: 1,
    children: [
      ...(number === undefined ? [] : span('number', [text(number)])),
      ...(number !== undefined && title.length > 0 ? [text(' ')] : []),
      ...(tag !== undefined && kind === 'title'
        ? [...span('tag', [text(tag)]), text(' ')]
        : []),
      ...title,
      ...(suffix.length === 0 ? [] : [text(' '), ...suffix]),
      ...(tag !== undefined && kind !== 'title'
        ? [text(' '), ...span('tag', [text(tag)])]
        : []),
    ],
  }
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
