import { blockRole } from './elements.ts'
import { findEnd } from './find-end.ts'
import type { ScanState } from './scan-state.ts'
import { nextToken, type Token } from './tags.ts'

/** What a comment says that is meant for studydeck: its word, and the rest. */
export const directive = /^\s*studydeck:\s*(\S+)([^]*)$/i

/**
 * Takes comments that end on a line out of it, and elements such as `<script>` with what is in them.
 *
 * All at once, before anything else is read: what is left around each may be another tag or end of code, and a line
 * that is read anew whenever that happens takes minutes.
 *
 * @param line text of the line that the state is at
 */
export function withoutUnseen(state: ScanState, line: string): string {
  const lastEnd = line.lastIndexOf('-->')
  const kept: string[] = []
  const endless = new Set<number>()
  let from = 0
  let at = 0
  let token: Token | undefined
  while ((token = nextToken(line, at, endless))) {
    const end =
      token.kind === 'tag'
        ? endOfDropped(state, line, token)
        : token.end <= lastEnd
          ? line.indexOf('-->', token.end) + 3
          : undefined
    at = end ?? token.end
    if (end === undefined || isDirective(line, token, end)) continue
    kept.push(line.slice(from, token.start))
    from = end
  }
  return kept.join('') + line.slice(from)
}

/** Where the end is on another line, what is around the tag tells whether it is meant. */
function endOfDropped(
  state: ScanState,
  line: string,
  tag: Extract<Token, { kind: 'tag' }>,
): number | undefined {
  if (tag.closing || blockRole(tag.name) !== 'drop') return undefined
  const found = findEnd(state, line.slice(tag.end), tag.name, 0)
  return found && line.length - found.rest.length
}

function isDirective(line: string, token: Token, end: number): boolean {
  return (
    token.kind === 'comment' && directive.test(line.slice(token.end, end - 3))
  )
}
