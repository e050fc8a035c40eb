import { fromHtml } from 'hast-util-from-html'
import type { Html, Parents, PhrasingContent, RootContent } from 'mdast'
import { toString } from 'mdast-util-to-string'
import type { VFile } from 'vfile'
import { report } from '../model/report.ts'
import { eachInnerParent } from './inner-parents.ts'
import { blockRole, isHtmlElement, withoutEnd } from './elements.ts'

/** Elements that have no word in Markdown and stay as HTML tags, without attributes. */
export const keptTags = [
  'sub',
  'sup',
  'kbd',
  'u',
  'mark',
  'ins',
  'small',
] as const

interface Tag {
  readonly name: string
  readonly closing: boolean
  readonly attributes: string
}

/**
 * Turns HTML tags within text into mdast: `<b>` becomes `strong`, `<br>` a `break`, unknown tags text.
 *
 * @param tree tree whose `html` nodes are tags
 * @param file file to report `<details>` on, where it stands inside a line that cannot be split
 */
export function convertInlineHtml(tree: Parents, file: VFile): void {
  for (const child of tree.children)
    eachInnerParent(child, (inner) => {
      convertInlineHtml(inner, file)
    })
  if (tree.children.some((child) => child.type === 'html'))
    tree.children = convertAll(tree.children as RootContent[], file)
}

interface Frame {
  /** The start tag; none for the outermost frame. */
  readonly start?: { readonly node: Html; readonly tag: Tag }
  readonly children: RootContent[]
}

/** Deeper nested tags stand for themselves: nobody means them, and each costs a frame of the stack later on. */
const maximalDepth = 50

function convertAll(nodes: readonly RootContent[], file: VFile): RootContent[] {
  const open = new OpenTags(nodes.length === 1, file)
  for (const node of nodes) {
    const tag = node.type === 'html' ? readTag(node) : undefined
    if (node.type !== 'html') open.add(node)
    else if (node.value.startsWith('<!--')) continue
    else if (!tag || !isHtmlElement(tag.name)) open.add(...textOf(node))
    else if (tag.closing) open.end(tag)
    else open.start(node, tag)
  }
  return open.all()
}

/** Elements whose start tag was read, with what was read since. */
class OpenTags {
  readonly #frames: Frame[] = [{ children: [] }]
  readonly #isAlone: boolean
  readonly #file: VFile

  constructor(isAlone: boolean, file: VFile) {
    this.#isAlone = isAlone
    this.#file = file
  }

  add(...nodes: RootContent[]): void {
    this.#frames.at(-1)?.children.push(...nodes)
  }

  start(node: Html, tag: Tag): void {
    if (withoutEnd.has(tag.name) || this.#frames.length > maximalDepth)
      this.add(...loneTag(node, tag, this.#isAlone))
    else this.#frames.push({ start: { node, tag }, children: [] })
  }

  end(tag: Tag): void {
    const at = this.#frames.findLastIndex(
      ({ start }) => start?.tag.name === tag.name,
    )
    if (at === -1) return
    this.#unwind(at + 1)
    const { start, children } = this.#frames.pop() ?? { children: [] }
    if (start) this.add(...pairOf(start.node, start.tag, children, this.#file))
  }

  all(): RootContent[] {
    this.#unwind(1)
    return this.#frames[0]?.children ?? []
  }

  /** Ends the innermost elements: they have no end tag. */
  #unwind(size: number): void {
    while (this.#frames.length > size) {
      const { start, children } = this.#frames.pop() ?? { children: [] }
      if (start)
        this.add(...loneTag(start.node, start.tag, this.#isAlone), ...children)
    }
  }
}

function readTag(node: Html): Tag | undefined {
  const match = /^<(\/?)([A-Za-z][A-Za-z0-9-]*)([^]*)>$/.exec(node.value)
  if (!match) return undefined
  const [, slash, written = '', rest = ''] = match
  const attributes = rest.replace(/\/$/, '').trim()
  const closing = slash === '/'
  return { name: written.toLowerCase(), closing, attributes }
}

/** A tag that has no end tag: an element without content, or talk about the tag (`<div> 태그는`), which is text. */
function loneTag(node: Html, tag: Tag, isAlone: boolean): RootContent[] {
  if (tag.name === 'br') return [{ type: 'break', ...positionOf(node) }]
  if (tag.name === 'img') return imageOf(node)
  const isTalk = tag.attributes === '' && !isAlone && !withoutEnd.has(tag.name)
  return isTalk ? textOf(node) : []
}

function textOf(node: Html): RootContent[] {
  return [{ type: 'text', value: node.value, ...positionOf(node) }]
}

function positionOf(node: Html): Pick<Html, 'position'> {
  return node.position ? { position: node.position } : {}
}

/** Attributes of a tag, as an HTML parser reads them. */
function attributesOf(node: Html): Readonly<Record<string, string>> {
  const [element] = fromHtml(node.value, { fragment: true }).children
  if (element?.type !== 'element') return {}
  return Object.fromEntries(
    Object.entries(element.properties).map(([name, value]) => [
      name,
      String(value),
    ]),
  )
}

function imageOf(node: Html): RootContent[] {
  const { src, alt = '', title } = attributesOf(node)
  if (src === undefined) return []
  return [
    { type: 'image', url: src, alt, title: title ?? null, ...positionOf(node) },
  ]
}

function pairOf(
  node: Html,
  tag: Tag,
  inside: RootContent[],
  file: VFile,
): RootContent[] {
  const role = blockRole(tag.name)
  if (role === 'drop') return []
  if (role === 'container')
    report(
      file,
      'container-unbalanced',
      `Unexpected <${tag.name}> inside a line, expected it on a line of its own`,
      node,
    )
  const convert = converters[tag.name]
  return convert ? convert(node, inside as PhrasingContent[], tag.name) : inside
}

type Converter = (
  node: Html,
  children: PhrasingContent[],
  name: string,
) => RootContent[]

const toStrong: Converter = (node, children) => [
  { type: 'strong', children, ...positionOf(node) },
]
const toEmphasis: Converter = (node, children) => [
  { type: 'emphasis', children, ...positionOf(node) },
]
const toDelete: Converter = (node, children) => [
  { type: 'delete', children, ...positionOf(node) },
]
const toCode: Converter = (node, children) => [
  { type: 'inlineCode', value: toString(children), ...positionOf(node) },
]
const toLink: Converter = (node, children) => {
  const { href, title = null } = attributesOf(node)
  return href === undefined
    ? children
    : [{ type: 'link', url: href, title, children, ...positionOf(node) }]
}
const keep: Converter = (node, children, name) => [
  { type: 'html', value: `<${name}>`, ...positionOf(node) },
  ...children,
  { type: 'html', value: `</${name}>`, ...positionOf(node) },
]

const converters: Readonly<Partial<Record<string, Converter>>> = {
  b: toStrong,
  strong: toStrong,
  i: toEmphasis,
  em: toEmphasis,
  del: toDelete,
  s: toDelete,
  strike: toDelete,
  code: toCode,
  tt: toCode,
  samp: toCode,
  a: toLink,
  ...Object.fromEntries(keptTags.map((name) => [name, keep])),
}
