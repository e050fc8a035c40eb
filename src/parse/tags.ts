import { withoutEnd } from './elements.ts'

/** A tag or a comment within a line. */
export type Token =
  | {
      readonly kind: 'tag'
      readonly start: number
      readonly end: number
      /** Lower case. */
      readonly name: string
      readonly closing: boolean
      readonly attributes: string
    }
  | { readonly kind: 'comment'; readonly start: number; readonly end: number }

const tag = /<(\/?)([A-Za-z][A-Za-z0-9-]*)((?:\s[^<>]*)?)\/?>/y
const interesting = /[`\\<]/g

/**
 * Finds the next tag or comment of a line, stepping over inline code and escaped characters.
 *
 * @param text text of a line
 * @param from index to start at
 * @param endless numbers of backticks that end no code in the rest of the text: looked for only once, which keeps
 *   scanning linear; added to
 * @returns the token; a comment ends where its `<!--` ends
 */
export function nextToken(
  text: string,
  from: number,
  endless: Set<number>,
): Token | undefined {
  let at = from
  for (;;) {
    interesting.lastIndex = at
    const found = interesting.exec(text)
    if (!found) return undefined
    at = found.index
    if (text[at] === '\\') at += 2
    else if (text[at] === '`') at = afterCode(text, at, endless)
    else {
      const token = tokenAt(text, at)
      if (token) return token
      at++
    }
  }
}

function tokenAt(text: string, at: number): Token | undefined {
  if (text.startsWith('<!--', at))
    return { kind: 'comment', start: at, end: at + 4 }
  tag.lastIndex = at
  const match = tag.exec(text)
  if (!match) return undefined
  const [whole, slash, name = '', attributes = ''] = match
  return {
    kind: 'tag',
    start: at,
    end: at + whole.length,
    name: name.toLowerCase(),
    closing: slash === '/',
    attributes: attributes.trim(),
  }
}

/** Index after the inline code that starts at an index, or after its backticks where it never ends. */
function afterCode(text: string, at: number, endless: Set<number>): number {
  let end = at
  while (text[end] === '`') end++
  const size = end - at
  if (endless.has(size)) return end
  let close = end
  while ((close = text.indexOf('`', close)) !== -1) {
    const start = close
    while (text[close] === '`') close++
    if (close - start === size) return close
  }
  endless.add(size)
  return end
}

/** Whether elements are nested deeper than HTML can safely be walked through. */
export function isNestedDeeper(html: string, limit: number): boolean {
  let depth = 0
  for (const [, slash, name = ''] of html.matchAll(
    /<(\/?)([A-Za-z][A-Za-z0-9-]*)/g,
  )) {
    if (withoutEnd.has(name.toLowerCase())) continue
    depth = Math.max(0, depth + (slash === '/' ? -1 : 1))
    if (depth > limit) return true
  }
  return false
}
