import type { Element, ElementContent, Properties } from 'hast'
import type {
  FootnoteReference,
  Heading,
  Image,
  Link,
  Paragraph,
  Parents,
  PhrasingContent,
  Text,
} from 'mdast'
import type { InlineMath, Math as DisplayMath } from 'mdast-util-math'
import type { Options } from 'remark-rehype'
import type { Words } from '../../config/words.ts'
import type { Container } from '../../model/container.ts'
import type { Images } from '../../model/image.ts'
import { withoutSoftBreaks } from '../soft-breaks.ts'
import { isWebLink } from '../../model/web-link.ts'

type Handlers = NonNullable<Options['handlers']>
type State = Parameters<NonNullable<Handlers['paragraph']>>[0]

/**
 * How mdast becomes hast where paper and notebooks differ from GitHub: headings below the question's own, embedded
 * images, titled boxes, footnotes as notes of their body.
 *
 * @param images images by the author's URL
 * @param words reader-facing words, for the place of a missing image
 * @param notes numbers of the body's footnotes by identifier
 */
export function printHandlers(
  images: Images,
  words: Words,
  notes: ReadonlyMap<string, number>,
): Handlers {
  return {
    heading: (state: State, node: Heading) =>
      element(`h${Math.min(6, Math.max(4, node.depth))}`, {}, state.all(node)),
    paragraph: (state: State, node: Paragraph) =>
      element('p', leadIn(node), state.all(node)),
    image: (_: State, node: Image) => image(node, images, words),
    text: (_: State, node: Text, parent: Parents | undefined) =>
      text(node, parent),
    link: (state: State, node: Link) =>
      isWebLink(node)
        ? element('a', { href: node.url }, state.all(node))
        : element('span', {}, state.all(node)),
    container: (state: State, node: Container) => container(state, node),
    footnoteReference: (_: State, node: FootnoteReference) =>
      noteMark(notes.get(node.identifier)),
    footnoteDefinition: () => undefined,
    math: (_: State, node: DisplayMath) =>
      element('pre', {}, [mathCode(node.value)]),
    inlineMath: (_: State, node: InlineMath) => mathCode(node.value),
  }
}

/**
 * Makes a hast element.
 *
 * @param tagName lower-case name
 * @param properties hast properties
 * @param children content
 */
export function element(
  tagName: string,
  properties: Properties,
  children: ElementContent[],
): Element {
  return { type: 'element', tagName, properties, children }
}

/** A paragraph that is bold throughout is a heading in all but name: what follows it stays on its page. */
function leadIn({ children: [first, ...others] }: Paragraph): Properties {
  return first?.type === 'strong' && others.length === 0
    ? { className: ['lead-in'] }
    : {}
}

/** Pieces of one text: `mdast-util-to-hast` passes all of them to one call, and more overflow the stack. */
const mostPieces = 20_000

/** A line break of the source shows only where the author means one, as on the slides. */
function text(node: Text, parent: Parents | undefined): ElementContent[] {
  const siblings = (parent?.children ?? [node]) as PhrasingContent[]
  const parts = withoutSoftBreaks(node, siblings, siblings.indexOf(node))
  if (parts.length > mostPieces)
    return [{ type: 'text', value: node.value.replaceAll('\n', ' ') }]
  return parts.map((part): ElementContent =>
    part.type === 'text' ? part : element('br', {}, []),
  )
}

/** An image that cannot be embedded leaves a visible place; its alt text stays out, since that may tell an answer. */
function image(node: Image, images: Images, words: Words): Element {
  const embedded = images.get(node.url)
  return embedded
    ? element('img', { src: embedded.dataUrl, alt: node.alt ?? '' }, [])
    : element('span', { className: ['missing'] }, [
        { type: 'text', value: words['imageMissing'] ?? '' },
      ])
}

function container(state: State, node: Container): Element {
  const title = state.all({ type: 'paragraph', children: node.title })
  return element('div', { className: ['container'] }, [
    ...(title.length === 0
      ? []
      : [element('div', { className: ['container-title'] }, title)]),
    ...state.wrap(state.all(node), true),
  ] as ElementContent[])
}

/**
 * The raised number of a footnote.
 *
 * @param number position among the body's footnotes; nothing is shown for one whose definition stands elsewhere
 */
function noteMark(number: number | undefined): Element | undefined {
  return number === undefined
    ? undefined
    : element('sup', { className: ['note-mark'] }, [
        { type: 'text', value: `${number})` },
      ])
}

function mathCode(value: string): Element {
  return element('code', { className: ['language-math'] }, [
    { type: 'text', value },
  ])
}
