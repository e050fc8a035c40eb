import type { FootnoteReference, Image, Link, PhrasingContent } from 'mdast'
import type { Footnotes } from './footnotes.ts'
import { escapeHtml, html, span, text } from './inline.ts'
import { word } from './words.ts'
import { withoutSoftBreaks } from '../soft-breaks.ts'
import { isWebLink } from '../../model/web-link.ts'
import type { Images } from '../../model/image.ts'
import type { Words } from '../../config/words.ts'

/** What phrasing needs to become portable. */
export interface PortableContext {
  readonly images: Images
  readonly words: Words
  readonly footnotes: Footnotes
}

/**
 * Rewrites phrasing for Marp Markdown, which knows neither footnotes nor soft line breaks.
 *
 * Marp turns every soft break into `<br>`. A hard-wrapped sentence must not break there, while `**장점:**⏎` is meant to.
 */
export function portablePhrasing(
  nodes: readonly PhrasingContent[],
  context: PortableContext,
): PhrasingContent[] {
  return nodes.flatMap((node, index) => {
    switch (node.type) {
      case 'text':
        return withoutSoftBreaks(node, nodes, index)
      case 'image':
        return portableImage(node, context)
      case 'footnoteReference':
        return footnoteMark(node, context.footnotes)
      case 'inlineCode':
      case 'inlineMath':
        return [{ ...node, value: node.value.replaceAll('\n', ' ') }]
      case 'strong':
      case 'emphasis':
      case 'delete':
        return [{ ...node, children: portablePhrasing(node.children, context) }]
      case 'link':
        return portableLink(node, context)
      default:
        return [node]
    }
  })
}

/**
 * An `<img>` instead of `![…](…)`: Marp reads `bg`, `w:300` and the like in an alternative text as commands,
 * and markdown-it refuses SVG data URLs.
 */
function portableImage(
  node: Image,
  { images, words }: PortableContext,
): PhrasingContent[] {
  const image = images.get(node.url)
  const alt = node.alt ?? ''
  if (!image) {
    const missing = word(words, 'deckImageMissing')
    return span('missing', [text(alt ? `${missing}: ${alt}` : missing)])
  }
  return [
    {
      ...html(`<img src="${image.dataUrl}" alt="${escapeHtml(alt)}">`),
      ...(node.position ? { position: node.position } : {}),
    },
  ]
}

/** A link to a file of the author's leads nowhere from a deck: its text stays. */
function portableLink(node: Link, context: PortableContext): PhrasingContent[] {
  const children = portablePhrasing(node.children, context)
  return isWebLink(node) ? [{ ...node, children }] : children
}

function footnoteMark(
  node: FootnoteReference,
  footnotes: Footnotes,
): PhrasingContent[] {
  const number = footnotes.numberOf(node.identifier)
  return number === undefined
    ? []
    : [html('<sup class="mark">'), text(String(number)), html('</sup>')]
}
