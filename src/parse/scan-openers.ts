import type { ScanState } from './scan-state.ts'

/** A container that a line of its own has opened, or closed. */
export interface Opened {
  readonly syntax: 'directive' | 'admonition' | 'callout' | 'none'
  /** Number of its mark. */
  readonly mark: number
}

const nothing: Opened = { syntax: 'none', mark: -1 }

/**
 * Reads a line that consists of `:::name title`, `:::`, `??? success "title"` or `[!note]- title`.
 *
 * @returns what was opened; `undefined` where the line is something else and was not written
 */
export function scanOpener(state: ScanState): Opened | undefined {
  const { content } = state.lead
  if (content.startsWith(':::')) return scanDirective(state, content.trimEnd())
  if (content.startsWith('???') || content.startsWith('!!!'))
    return scanAdmonition(state, content.trimEnd())
  if (content.startsWith('[!') && state.lead.endsInQuote)
    return scanCallout(state, content)
  return undefined
}

function scanDirective(state: ScanState, content: string): Opened | undefined {
  const match = /^:+[ \t]*(\p{L}[\p{L}\p{N}_-]*)?([^]*)$/u.exec(content)
  const [, name, rest = ''] = match ?? []
  if (name === undefined && rest === '') {
    state.close(':::')
    return nothing
  }
  if (name === undefined && !rest.startsWith('{')) return undefined
  return opened(state, 'directive', name ?? '', directiveTitle(rest), ':::')
}

/** `[title]{.class}`, `title {.class}` or `title`. */
function directiveTitle(rest: string): string {
  const brace = rest.endsWith('}') ? rest.lastIndexOf('{') : -1
  const title = (brace === -1 ? rest : rest.slice(0, brace)).trim()
  return title.startsWith('[') && title.endsWith(']')
    ? title.slice(1, -1)
    : title
}

function scanAdmonition(state: ScanState, content: string): Opened | undefined {
  const match =
    /^(?:\?\?\?\+?|!!!)[ \t]+([A-Za-z][\w-]*)(?:[ \t]+[a-z][\w-]*)*[ \t]*(?:"(.*)")?$/.exec(
      content,
    )
  return match
    ? opened(state, 'admonition', match[1] ?? '', match[2] ?? '')
    : undefined
}

function scanCallout(state: ScanState, content: string): Opened | undefined {
  const match = /^\[!([A-Za-z][\w-]*)(?:\|[^\]]*)?\][-+]?(.*)$/.exec(content)
  return match
    ? opened(state, 'callout', match[1] ?? '', match[2] ?? '')
    : undefined
}

function opened(
  state: ScanState,
  syntax: Exclude<Opened['syntax'], 'none'>,
  name: string,
  title: string,
  closer?: string,
): Opened {
  const mark = state.open(syntax, name, title, closer)
  return mark === undefined ? nothing : { syntax, mark }
}
