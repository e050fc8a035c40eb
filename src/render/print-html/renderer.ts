import type { Root as HastRoot, RootContent as HastContent } from 'hast'
import { toHtml } from 'hast-util-to-html'
import type {
  FootnoteDefinition,
  Nodes,
  PhrasingContent,
  Root,
  RootContent,
} from 'mdast'
import rehypeRaw from 'rehype-raw'
import rehypeSanitize from 'rehype-sanitize'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { footnotesOf } from '../footnotes.ts'
import { widenBlanks } from './blanks.ts'
import { enrich } from './enrich.ts'
import { element, printHandlers } from './handlers.ts'
import { printSchema } from './schema.ts'
import { loadTypesetting } from '../typesetting.ts'
import type { Words } from '../../config/words.ts'
import type { Images } from '../../model/image.ts'
import type { Block } from '../../model/paper.ts'

/** What a paper's Markdown needs to become HTML. */
export interface RendererOptions {
  readonly images: Images
  readonly words: Words
}

/** Turns pieces of one paper into HTML of one document. */
export interface HtmlRenderer {
  /** Blocks of an answer or a situation; their footnotes follow as small notes. */
  blocks: (nodes: readonly Block[]) => string
  /** Blocks of a question, with places to write where the author left a blank. */
  prompt: (nodes: readonly Block[]) => string
  /** A title with its emphasis and code. */
  inline: (nodes: readonly PhrasingContent[]) => string
}

/** What nodes became, and with what. */
interface Rendered extends RendererOptions {
  readonly html: string
}

/** Worksheet, answer key and notebooks show the same nodes: what is made of them is kept as long as they are. */
const blocks = new WeakMap<readonly RootContent[], Rendered>()
const prompts = new WeakMap<readonly RootContent[], Rendered>()

/**
 * Makes the functions that turn a paper's mdast into HTML, sanitised, with code coloured, formulas set and
 * diagrams drawn.
 *
 * @param shown every piece that will be rendered: what they need is loaded
 * @param options images and words
 */
export async function htmlRenderer(
  shown: readonly Nodes[],
  options: RendererOptions,
): Promise<HtmlRenderer> {
  const { images, words } = options
  const typesetting = await loadTypesetting(shown)
  let diagrams = 0
  const nextId = (): string => `diagram-${(diagrams += 1)}`
  const render = (nodes: readonly RootContent[], isPrompt = false): string => {
    const known = isPrompt ? prompts : blocks
    const last = known.get(nodes)
    if (last?.images === images && last.words === words) return last.html
    const before = diagrams
    const tree = toHast(nodes, options)
    enrich(tree, typesetting, nextId)
    if (isPrompt) widenBlanks(tree)
    const html = toHtml(tree, { allowDangerousHtml: true })
    // Diagrams are numbered by their place in the document.
    if (diagrams === before) known.set(nodes, { images, words, html })
    return html
  }
  return {
    blocks: (nodes) => render(nodes),
    prompt: (nodes) => render(nodes, true),
    inline: (nodes) => render(nodes),
  }
}

function toHast(
  nodes: readonly RootContent[],
  { images, words }: RendererOptions,
): HastRoot {
  const definitions = footnotesOf(nodes)
  const numbers = new Map(
    definitions.map((node, index) => [node.identifier, index + 1]),
  )
  const processor = unified()
    .use(remarkRehype, {
      allowDangerousHtml: true,
      handlers: printHandlers(images, words, numbers),
    })
    .use(rehypeRaw)
    .use(rehypeSanitize, printSchema)
  const run = (children: readonly RootContent[]): HastContent[] =>
    processor.runSync({ type: 'root', children: [...children] } satisfies Root)
      .children
  const notes = definitions.map((node, index) => note(node, index, run))
  return {
    type: 'root',
    children: [
      ...run(nodes),
      ...(notes.length === 0
        ? []
        : [element('div', { className: ['notes'] }, notes)]),
    ],
  }
}

function note(
  definition: FootnoteDefinition,
  index: number,
  run: (children: readonly RootContent[]) => HastContent[],
): ReturnType<typeof element> {
  const mark = element('span', { className: ['note-mark'] }, [
    { type: 'text', value: `${index + 1})` },
  ])
  const body = run(definition.children).filter(
    (node) => node.type !== 'doctype',
  )
  return element('div', { className: ['note'] }, [mark, ...body])
}
