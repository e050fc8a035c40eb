import type { Element, Nodes } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { readableUrl } from '../model/readable-url.ts'
import { openDataUrls } from './open-data-url.ts'
import {
  mergeOpened,
  nothing,
  urlsIn,
  type OpenedFile,
  type Place,
  type TextPart,
} from './opened-file.ts'

/** Attributes whose values people read or write; those of every `data-…` are taken as such too, but in SVG. */
const proseAttributes = new Set([
  'alt',
  'aria-description',
  'ariaLabel',
  'ariaPlaceholder',
  'ariaRoleDescription',
  'ariaValueText',
  'content',
  'download',
  'label',
  'placeholder',
  'summary',
  'title',
  'value',
  'xLinkTitle',
])

/** Elements that do not end a word. */
const inlineElements = new Set([
  ...['a', 'abbr', 'b', 'bdi', 'bdo', 'cite', 'code', 'del', 'dfn', 'em'],
  ...['i', 'ins', 'kbd', 'mark', 'q', 's', 'samp', 'small', 'span'],
  ...['strong', 'sub', 'sup', 'u', 'var', 'wbr', 'tspan'],
])

/** Takes an HTML document apart: text, attributes, comments, scripts, styles, embedded data. */
export function openHtml(source: string): OpenedFile {
  const { text, data } = openDataUrls(source)
  const opened: Opened = { prose: [], parts: [], urls: [] }
  collect(fromHtml(text), opened)
  const prose = opened.prose.join('')
  return mergeOpened([
    ...data,
    {
      ...nothing,
      parts: [{ place: 'text', text: prose, isProse: true }, ...opened.parts],
      urls: [...opened.urls, ...urlsIn(prose)],
    },
  ])
}

interface Opened {
  readonly prose: string[]
  readonly parts: TextPart[]
  readonly urls: string[]
}

function collect(node: Nodes, opened: Opened, isSvg = false): void {
  if (node.type === 'text') opened.prose.push(node.value)
  else if (node.type === 'comment') add(opened, 'comments', node.value, true)
  else if (node.type === 'element') collectElement(node, opened, isSvg)
  else if (node.type === 'root') {
    for (const child of node.children) collect(child, opened, isSvg)
  }
}

function collectElement(
  element: Element,
  opened: Opened,
  isSvg: boolean,
): void {
  collectAttributes(element, opened, isSvg)
  if (collectProgram(element, opened)) return
  // Not rendered and not among its children: https://html.spec.whatwg.org/#the-template-element
  if (element.content) collect(element.content, opened)
  for (const child of element.children) {
    collect(child, opened, isSvg || element.tagName === 'svg')
  }
  if (!inlineElements.has(element.tagName)) opened.prose.push('\n')
}

function add(
  opened: Opened,
  place: Place,
  text: string,
  isProse: boolean,
): void {
  opened.parts.push({ place, text, isProse })
}

/** Data of SVG are the words of who drew it: `data-shape`, `data-style`. */
function collectAttributes(
  element: Element,
  opened: Opened,
  isSvg: boolean,
): void {
  for (const [name, value] of Object.entries(element.properties)) {
    // A namespace is an address that nobody wrote.
    if (name.startsWith('xmlns') || typeof value === 'boolean') continue
    const text = Array.isArray(value) ? value.join(' ') : String(value)
    const isProse =
      !isPolicy(element) &&
      (proseAttributes.has(name) || (!isSvg && name.startsWith('data')))
    add(opened, 'attributes', readableUrl(text), isProse)
    opened.urls.push(text)
  }
}

/** Words of a format, `sha256` and the like, as in the name of a function: pieces of answers are looked for all the same. */
function isPolicy({ properties }: Element): boolean {
  return (
    String(properties.httpEquiv).toLowerCase() === 'content-security-policy'
  )
}

/** Scripts and styles are no text of the document: only what they say in words is searched. */
function collectProgram(element: Element, opened: Opened): boolean {
  const isScript = element.tagName === 'script'
  if (!isScript && element.tagName !== 'style') return false
  const source = element.children
    .map((child) => ('value' in child ? child.value : ''))
    .join('')
  if (isScript) {
    const isData = String(element.properties.type).includes('json')
    add(opened, isData ? 'embedded data' : 'scripts', unescaped(source), isData)
  } else {
    const words = source.match(/\/\*[\s\S]*?\*\/|"[^"\n]*"|'[^'\n]*'/g) ?? []
    add(opened, 'styles', words.join('\n'), false)
  }
  return true
}

/** `\\uXXXX`, `\\n` and the like, as JavaScript and JSON write them. */
function unescaped(source: string): string {
  return source
    .replaceAll(/\\u([\da-fA-F]{4})/g, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    )
    .replaceAll(/\\[bfnrt]/g, ' ')
}
