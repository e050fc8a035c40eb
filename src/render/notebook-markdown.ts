import type { IAttachments } from '@jupyterlab/nbformat'
import type {
  BlockContent,
  DefinitionContent,
  Heading,
  Html,
  Image,
  Nodes,
  Paragraph,
  PhrasingContent,
  RootContent,
  Text,
} from 'mdast'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { mathToMarkdown } from 'mdast-util-math'
import { toMarkdown } from 'mdast-util-to-markdown'
import { word } from '../config/word.ts'
import type { Words } from '../config/words.ts'
import { portableEmphasis } from './portable-emphasis.ts'
import { footnotesOf } from './footnotes.ts'
import { withoutSoftBreaks } from './soft-breaks.ts'
import { isWebLink } from '../model/web-link.ts'
import type { Images } from '../model/image.ts'

/** Markdown of one cell, with the images that stand in it. */
export interface CellMarkdown {
  readonly source: string
  readonly attachments: IAttachments
}

/** What turns a paper's blocks into Markdown that Jupyter reads. */
export interface CellContext {
  readonly images: Images
  readonly words: Words
}

/**
 * Writes headings of ours and blocks of the author as Markdown for one Jupyter cell.
 *
 * Jupyter knows GitHub's Markdown and formulas, but no footnotes and no boxes: those become notes and quotes. Images
 * become attachments of the cell; titles of images and links, and links to the author's own files, are left out.
 *
 * @param headings levels 1 to 3; the author's own come below them
 * @param nodes blocks, first to last
 * @param context images and words
 */
export function cellMarkdown(
  headings: readonly Heading[],
  nodes: readonly RootContent[],
  context: CellContext,
): CellMarkdown {
  const attachments: IAttachments = {}
  const notes = new Map(
    footnotesOf(nodes).map(({ identifier }, index) => [identifier, index + 1]),
  )
  const rewrite: Rewrite = { context, attachments, notes }
  const source = toMarkdown(
    {
      type: 'root',
      children: [
        ...headings.map((heading) => ({
          ...heading,
          children: heading.children.map((child) => rewritten(child, rewrite)),
        })),
        ...nodes.map((node) => rewritten(node, rewrite)),
      ],
    },
    {
      bullet: '-',
      rule: '-',
      fences: true,
      extensions: [gfmToMarkdown({ tablePipeAlign: false }), mathToMarkdown()],
    },
  ).trimEnd()
  return { source, attachments }
}

interface Rewrite {
  readonly context: CellContext
  readonly attachments: IAttachments
  readonly notes: ReadonlyMap<string, number>
}

/** Children first: a rewritten node never holds one that is not. */
function rewritten<Kind extends Nodes>(node: Kind, rewrite: Rewrite): Kind {
  const copy =
    'children' in node
      ? {
          ...node,
          children: node.children.flatMap((child, index): Nodes[] =>
            portable(child, node.children as PhrasingContent[], index).map(
              (part) =>
                part.type === 'text' ? part : rewritten(part, rewrite),
            ),
          ),
        }
      : node
  return replaced(copy, rewrite) as Kind
}

/** What other Markdown readers would take differently, written so that all agree. */
function portable(
  node: Nodes,
  siblings: readonly PhrasingContent[],
  index: number,
): Nodes[] {
  switch (node.type) {
    case 'text':
      return withoutSoftBreaks(node, siblings, index)
    case 'strong':
    case 'emphasis':
    case 'delete':
      return portableEmphasis(node, siblings, index)
    default:
      return [node]
  }
}

function replaced(node: Nodes, rewrite: Rewrite): Nodes {
  switch (node.type) {
    case 'heading':
      return { ...node, depth: node.depth < 4 ? 4 : node.depth }
    case 'container':
      return quote(titleOf(node.title), node.children)
    case 'footnoteReference':
      return mark(rewrite.notes.get(node.identifier))
    case 'footnoteDefinition':
      return note(rewrite.notes.get(node.identifier), node.children)
    case 'image':
      return image(node, rewrite)
    case 'link':
      return isWebLink(node)
        ? { ...node, title: null }
        : { type: 'emphasis', children: node.children }
    default:
      return node
  }
}

function titleOf(title: PhrasingContent[]): Paragraph[] {
  return title.length === 0
    ? []
    : [{ type: 'paragraph', children: [{ type: 'strong', children: title }] }]
}

function quote(before: Paragraph[], children: RootContent[]): Nodes {
  return {
    type: 'blockquote',
    children: [
      ...before,
      ...(children as (BlockContent | DefinitionContent)[]),
    ],
  }
}

function mark(number: number | undefined): Html | Text {
  return number === undefined
    ? { type: 'text', value: '' }
    : { type: 'html', value: `<sup>${number})</sup>` }
}

function note(number: number | undefined, children: RootContent[]): Nodes {
  const [first, ...rest] = children
  const lead: PhrasingContent[] = [mark(number), { type: 'text', value: ' ' }]
  return quote(
    [
      {
        type: 'paragraph',
        children:
          first?.type === 'paragraph' ? [...lead, ...first.children] : lead,
      },
    ],
    first?.type === 'paragraph' ? rest : children,
  )
}

/** JupyterLab shows no SVG from attachments, so these stay in the text. */
function image(node: Image, { context, attachments }: Rewrite): Nodes {
  const embedded = context.images.get(node.url)
  if (!embedded)
    return { type: 'text', value: `[${word(context.words, 'imageMissing')}]` }
  const [, type = '', data = ''] =
    /^data:([^;,]+);base64,(.*)$/s.exec(embedded.dataUrl) ?? []
  if (type === 'image/svg+xml' || data === '')
    return { type: 'image', url: embedded.dataUrl, alt: node.alt ?? '' }
  const name = `image-${Object.keys(attachments).length + 1}.${type.split('/')[1] ?? 'bin'}`
  attachments[name] = { [type]: data }
  return { type: 'image', url: `attachment:${name}`, alt: node.alt ?? '' }
}
