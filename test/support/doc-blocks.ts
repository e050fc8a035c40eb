import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A fenced block of a document. */
export interface DocBlock {
  /** Path from the root of the repository. */
  readonly document: string
  /** 1-based line of its fence. */
  readonly line: number
  /** Language of the fence; empty where it names none. */
  readonly language: string
  readonly contents: string
  /** Why no test runs it, from `<!-- not run: … -->` on the line before it. */
  readonly notRun?: string
}

/** Every Markdown document that people read: those at the root, and all below `docs/`. */
export function documents(): string[] {
  const below = readdirSync('docs', { recursive: true, encoding: 'utf8' })
  return [...readdirSync('.'), ...below.map((name) => join('docs', name))]
    .filter((path) => path.endsWith('.md'))
    .sort()
}

/**
 * Fenced blocks of a document, first to last. A fence inside a longer one belongs to its text.
 *
 * @param document path from the root of the repository
 */
export function docBlocks(document: string): DocBlock[] {
  const source = readFileSync(document, 'utf8')
  const fence = /^(?:<!-- not run: (.+) -->\n\n?)?(`{3,})(\w*)\n([^]*?)^\2$/gm
  return [...source.matchAll(fence)].map((match) => {
    const [whole, notRun, , language = '', contents = ''] = match
    const start = match.index + whole.indexOf('```')
    return {
      document,
      line: source.slice(0, start).split('\n').length,
      language,
      contents,
      ...(notRun === undefined ? {} : { notRun }),
    }
  })
}
