import { blockRole } from './elements.ts'
import { splitLead } from './lead.ts'
import { fixedText } from './line-fixes.ts'
import type { OpenMark } from './marks.ts'
import { maximalDepth, type ScanState } from './scan-state.ts'
import { openFence } from './fence.ts'
import { findComment, findEnd, type Found } from './find-end.ts'
import { isNestedDeeper, nextToken, type Token } from './tags.ts'
import { directive, withoutUnseen } from './unseen-html.ts'

type Tag = Extract<Token, { kind: 'tag' }>

/** What is left of a line after a token: `undefined` where the token stays in the text. */
type Rest = string | undefined

/**
 * Writes the current line, with the comments and the tags of block elements in it taken care of.
 *
 * @param shift added to a column of the line gives the column of the source
 */
export function scanText(state: ScanState, shift: number): void {
  const text = fixedText(state.lead.content, state.at === 0)
  // Splitting a row would break its table: tags in it are left to `inline-html.ts`.
  const isRow = text.startsWith('|')
  let rest = withoutUnseen(state, text)
  let from = 0
  const endless = new Set<number>()
  let token: Token | undefined
  while ((token = nextToken(rest, from, endless))) {
    const line = state.at
    const before = rest.slice(0, token.start)
    const after =
      token.kind === 'comment'
        ? scanComment(state, before, rest.slice(token.end))
        : isRow
          ? undefined
          : scanTag(state, before, rest.slice(token.end), token)
    if (after === undefined) from = token.end
    else {
      // What follows the token ends no code that the whole did not end; another line might.
      if (state.at > line) endless.clear()
      rest = after
      from = 0
    }
  }
  write(state, rest, shift)
  if (state.isFirst) state.mark({ kind: 'gap' })
}

/** Writes what stands before a tag. A fence there is none: its block would take the marks that follow for code. */
function flush(state: ScanState, text: string): void {
  const { content } = splitLead(text)
  const isFence = openFence({ ...state.lead, content }, 0, 0) !== undefined
  write(state, isFence ? text.slice(0, -content.length) + `\\${content}` : text)
}

function write(state: ScanState, text: string, shift = 0): void {
  if (text.trim() === '') return
  state.emitText(state.isFirst ? text : text.trimStart(), shift)
}

/** Goes on after something that may have ended on a later line. */
function resume(state: ScanState, found: Found): string {
  if (found.at === state.at) return found.rest
  state.at = found.at
  return withoutUnseen(state, found.rest)
}

function scanComment(state: ScanState, before: string, after: string): Rest {
  const found = findComment(state, after)
  if (!found) {
    state.reportUnbalanced('Unexpected comment without an end, expected -->')
    return undefined
  }
  const said = directive.exec(found.inside)
  if (!said) return joined(state, before, found)
  flush(state, before)
  state.mark({
    kind: 'directive',
    name: (said[1] ?? '').toLowerCase(),
    value: (said[2] ?? '').trim(),
  })
  return resume(state, found)
}

function scanTag(
  state: ScanState,
  before: string,
  after: string,
  tag: Tag,
): Rest {
  switch (blockRole(tag.name)) {
    case 'container':
      return scanContainer(state, before, after, tag)
    case 'title':
    case 'heading':
      return scanTitle(state, before, after, tag)
    case 'rule':
      flush(state, before)
      state.mark({ kind: 'rule' })
      return after
    case 'capture':
      return scanCapture(state, before, after, tag)
    case 'drop':
      return scanDropped(state, before, after, tag)
    case 'boundary':
      return scanBoundary(state, before, after, tag)
    case undefined:
      return undefined
  }
}

function scanContainer(
  state: ScanState,
  before: string,
  after: string,
  tag: Tag,
): Rest {
  flush(state, before)
  const closer = `</${tag.name}>`
  if (tag.closing) state.close(closer)
  else state.open(tag.name as OpenMark['syntax'], '', '', closer)
  return after
}

/** `<summary>` and `<h3>` are blocks of one line, however the author broke it. */
function scanTitle(
  state: ScanState,
  before: string,
  after: string,
  tag: Tag,
): Rest {
  flush(state, before)
  if (tag.closing) {
    state.mark({ kind: 'gap' })
    return after
  }
  const depth = Number(tag.name.slice(1)) as 1 | 2 | 3 | 4 | 5 | 6
  const mark =
    tag.name === 'summary'
      ? ({ kind: 'title' } as const)
      : ({ kind: 'heading', depth } as const)
  const found = findEnd(state, after, tag.name, 20)
  state.mark(mark, (found?.inside ?? after).replace(/\s*\n\s*/g, ' '))
  return found ? resume(state, found) : ''
}

/** Lists, tables and preformatted text are read as HTML, unless blank lines in them mean that Markdown is inside. */
function scanCapture(
  state: ScanState,
  before: string,
  after: string,
  tag: Tag,
): Rest {
  const found = tag.closing ? undefined : findEnd(state, after, tag.name)
  const isMarkdown =
    tag.name === 'table' && /\n[ \t]*\n/.test(found?.inside ?? '')
  const isDeep = isNestedDeeper(found?.inside ?? '', maximalDepth)
  if (isDeep) {
    state.reportDepth()
    state.hopeless.add(tag.name)
  }
  if (!found || isMarkdown || isDeep)
    return scanBoundary(state, before, after, tag)
  flush(state, before)
  state.mark({
    kind: 'html',
    html: `<${tag.name} ${tag.attributes}>${found.inside}</${tag.name}>`,
    line: state.at + 1,
  })
  return resume(state, found)
}

/** Scripts go with what is in them. A tag in mid sentence whose end is on another line is talk about the tag. */
function scanDropped(
  state: ScanState,
  before: string,
  after: string,
  tag: Tag,
): Rest {
  if (tag.closing) return undefined
  const isBlock = before.trim() === '' && state.isFirst
  const found = findEnd(state, after, tag.name, isBlock ? Infinity : 0)
  return found && joined(state, before, found)
}

/** Text before a comment of several lines that is read anew with what follows: all of it each time takes minutes. */
const longestJoined = 1000

/** Joins what stands around something unseen. What ends on its line came of what was left of others: the parser drops it. */
function joined(state: ScanState, before: string, found: Found): Rest {
  if (found.at === state.at) return undefined
  if (before.length <= longestJoined) return before + resume(state, found)
  flush(state, before)
  return resume(state, found)
}

/** `<div>` and the like only part what is around them. `<div> 태그는` is talk about the tag, and stays. */
function scanBoundary(
  state: ScanState,
  before: string,
  after: string,
  tag: Tag,
): Rest {
  const isTalk =
    !tag.closing &&
    tag.attributes === '' &&
    /^[ \t]+[^\s<]|^[가-힣,·과와]/.test(after) &&
    !findEnd(state, after, tag.name, 20)
  if (isTalk) return undefined
  flush(state, before)
  state.mark({ kind: 'gap' })
  return after
}
