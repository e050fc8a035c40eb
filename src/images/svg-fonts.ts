import type { Element } from 'xast'
import { fontCss } from '../fonts/index.ts'

/** What our fonts are called, in the order in which text falls back. */
const families = `Pretendard, D2Coding, 'Noto Emoji'`

/**
 * Puts the fonts of an SVG's text into it: what its own fonts lack, which is Hangul on most machines that print, falls
 * back to ours. An SVG without text stays as it is.
 *
 * @param svg root element, changed in place
 */
export async function withFonts(svg: Element): Promise<void> {
  const text = textOf(svg)
  if (text.trim() === '') return
  const { css } = await fontCss({ text, code: '' })
  addFallbacks(svg)
  svg.attributes['font-family'] ??= families
  // The document's own rule about synthesised bold is of no use here: the SVG may ask for any weight.
  svg.children.unshift({
    type: 'element',
    name: 'style',
    attributes: {},
    children: [{ type: 'text', value: css.replace(/:root\{[^}]*\}\s*$/, '') }],
  })
}

/** Everything that may be drawn as text. */
function textOf({ name, children }: Element): string {
  if (/(?:^|:)style$/.test(name)) return ''
  return children
    .map((child) =>
      child.type === 'element'
        ? textOf(child)
        : 'value' in child
          ? child.value
          : '',
    )
    .join('')
}

function addFallbacks(element: Element): void {
  const { attributes, children, name } = element
  if (attributes['font-family'])
    attributes['font-family'] = withFallback(attributes['font-family'])
  if (attributes['style'])
    attributes['style'] = withFallbacks(attributes['style'])
  for (const child of children) {
    if (child.type === 'element') addFallbacks(child)
    else if (/(?:^|:)style$/.test(name) && 'value' in child)
      child.value = withFallbacks(child.value)
  }
}

function withFallbacks(css: string): string {
  return css.replaceAll(
    /(\bfont(?:-family)?\s*:)([^;{}]+)/gi,
    (_, property: string, value: string) => property + withFallback(value),
  )
}

/** A list of families with ours at its end; words such as `inherit` are no list. */
function withFallback(value: string): string {
  const [, list = '', important = ''] =
    /^([^]*?)(\s*!\s*important\s*)?$/i.exec(value) ?? []
  return /^\s*(?:inherit|initial|unset|revert|var\(.*)?\s*$/i.test(list)
    ? value
    : `${list.trimEnd()}, ${families}${important}`
}
