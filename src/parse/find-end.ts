import { splitLead } from './lead.ts'
import type { ScanState } from './scan-state.ts'

/** Something that spans lines, and where it ends. */
export interface Found {
  /** What stands inside, without the leads of its lines. */
  readonly inside: string
  /** The line after the end. */
  readonly rest: string
  /** Index of the line on which it ends. */
  readonly at: number
}

/**
 * Finds the end tag of an element, minding elements of the same name inside.
 *
 * @param first what follows the start tag on its line
 * @param name lower case
 * @param limit how many lines to look further
 */
export function findEnd(
  state: ScanState,
  first: string,
  name: string,
  limit = Infinity,
): Found | undefined {
  const tags = new RegExp(`<(/?)${name}(?:\\s[^<>]*)?>`, 'gi')
  let depth = 1
  return find(state, first, name, limit, (text) => {
    for (const match of text.matchAll(tags)) {
      depth += match[1] === '/' ? -1 : 1
      if (depth === 0)
        return { start: match.index, end: match.index + match[0].length }
    }
    return undefined
  })
}

/** Finds the end of a comment, on whatever line it stands. */
export function findComment(
  state: ScanState,
  first: string,
): Found | undefined {
  return find(state, first, '--', Infinity, (text) => {
    const start = text.indexOf('-->')
    return start === -1 ? undefined : { start, end: start + 3 }
  })
}

function find(
  state: ScanState,
  first: string,
  name: string,
  limit: number,
  endIn: (text: string) => { start: number; end: number } | undefined,
): Found | undefined {
  const key = limit === Infinity ? name : `${name} ${limit} ${state.at}`
  if (state.hopeless.has(key)) return undefined
  const inside: string[] = []
  const last = Math.min(state.source.length - 1, state.at + limit)
  for (let at = state.at; at <= last; at++) {
    const text =
      at === state.at
        ? first
        : textOf(state.source[at] ?? '', state.lead.quotes)
    const end = endIn(text)
    if (end) {
      inside.push(text.slice(0, end.start))
      return { inside: inside.join('\n'), rest: text.slice(end.end), at }
    }
    inside.push(text)
  }
  state.hopeless.add(key)
  return undefined
}

/** A further line without the quote marks and the indentation that all of its block has. */
function textOf(line: string, quotes: number): string {
  if (quotes === 0) return line
  const lead = splitLead(line, 'quotes')
  return ' '.repeat(lead.indent) + lead.content
}
