import type { Element, ElementContent, Root } from 'xast'
import { fromXml } from 'xast-util-from-xml'
import { toXml } from 'xast-util-to-xml'
import { withFonts } from './svg-fonts.ts'

/** What no picture needs: programs, other documents, and what only editors and pointers show. */
const unseen = new Set([
  ...['script', 'metadata', 'title', 'desc', 'iframe', 'object', 'embed'],
  ...['link', 'meta', 'base', 'form'],
])

/** Prefixes of names that browsers know; those of drawing programs hold whole layers and versions that nobody sees. */
const known = /^(?:svg|xlink|xml|html|xhtml)$/

/**
 * Makes an SVG safe and complete: nothing that runs, nothing that loads, nothing that is not seen, and the fonts of its
 * text inside, since an image cannot use those of the page.
 *
 * @param source XML
 * @returns XML, or `undefined` for what browsers refuse as not well-formed
 */
export async function cleanSvg(source: string): Promise<string | undefined> {
  const tree = parse(source)
  const svg = tree?.children.find((node) => node.type === 'element')
  if (!svg || nameOf(svg) !== 'svg') return undefined
  cleanElement(svg)
  await withFonts(svg)
  return toXml(svg)
}

/** Name without its prefix. */
export function nameOf({ name }: Element): string {
  return name.replace(/^.*:/, '')
}

function parse(source: string): Root | undefined {
  try {
    return fromXml(source)
  } catch {
    // Not well-formed, or with entities of its own: no browser shows the first, and the second can grow without end.
    return undefined
  }
}

function cleanElement(element: Element): void {
  for (const [name, value] of Object.entries(element.attributes))
    element.attributes[name] =
      value && isKept(name, value) ? withoutLoading(value) : undefined
  element.children = element.children.filter(isSeen)
  for (const child of element.children) {
    if (child.type === 'element') cleanElement(child)
    else if (nameOf(element) === 'style' && 'value' in child)
      child.value = withoutLoading(child.value)
  }
}

function isSeen(node: ElementContent): boolean {
  if (node.type === 'text' || node.type === 'cdata') return true
  if (node.type !== 'element') return false
  return !unseen.has(nameOf(node).toLowerCase()) && hasKnownPrefix(node.name)
}

function hasKnownPrefix(name: string): boolean {
  const [prefix = '', local] = name.split(':')
  return local === undefined || known.test(prefix)
}

/** `content` is where draw.io keeps the whole drawing, with its hidden layers. */
function isKept(name: string, value: string): boolean {
  if (name.startsWith('xmlns:')) return known.test(name.slice('xmlns:'.length))
  if (!hasKnownPrefix(name)) return false
  if (/^(?:on|data-|aria-)|^content$/i.test(name)) return false
  return /^(?:xlink:)?href$|^src$/i.test(name)
    ? /^\s*(?:#|data:image\/)/i.test(value)
    : true
}

/** Style sheets and fills may name other files: browsers load none of an image, and other readers shall not either. */
function withoutLoading(css: string): string {
  return css
    .replaceAll(/@import[^;]*;?/gi, '')
    .replaceAll(/url\(\s*(?!["']?(?:#|data:))[^)]*\)/gi, 'none')
}
