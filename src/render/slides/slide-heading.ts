import type { Heading, PhrasingContent } from 'mdast'
import { span, text } from './inline.ts'
import type { Slide } from './slide.ts'

/** Makes the heading of a slide: number, tag, title and part. */
export function headingOf(slide: Slide): Heading {
  const { number, tag, title, part, kind } = slide
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
      ...shownTitle(slide),
      ...(suffix.length === 0 ? [] : [text(' '), ...suffix]),
      ...(tag !== undefined && kind !== 'title'
        ? [text(' '), ...span('tag', [text(tag)])]
        : []),
    ],
  }
}

/** What follows the colon of a large title gets a line of its own where both have no room in one. */
function shownTitle({ title, kind }: Slide): readonly PhrasingContent[] {
  const isLarge = kind === 'title' || kind === 'topic'
  // A tag may begin before the colon and end behind it.
  if (!isLarge || title.some(({ type }) => type === 'html')) return title
  const at = title.findIndex((node) => endOfColon(node) > 0)
  const node = title[at]
  if (node?.type !== 'text') return title
  const end = endOfColon(node)
  return [
    ...title.slice(0, at),
    text(node.value.slice(0, end)),
    text(' '),
    ...span('subtitle', [
      text(node.value.slice(end + 1)),
      ...title.slice(at + 1),
    ]),
  ]
}

/** Where the blank behind the first colon stands. */
function endOfColon(node: PhrasingContent): number {
  return node.type === 'text' ? node.value.search(/(?<=(?:^|\S)[:：]) /) : -1
}
