import { splitLead, type Lead } from './lead.ts'

/** An open fenced code block, or a block of math between `$$`. */
export interface Fence {
  readonly sequence: string
  readonly quotes: number
  /** Column at which the text of the list item around it starts; 0 outside of lists. */
  readonly offset: number
  /** 1-based line of the source. */
  readonly line: number
  /** Whether it is indented so far that it is text to Markdown where text goes on. */
  readonly isIndented: boolean
}

/** Finds the fence that a line opens. */
export function openFence(
  lead: Lead,
  offset: number,
  line: number,
): Fence | undefined {
  const match = /^(`{3,}|~{3,}|\${2,})(.*)$/.exec(lead.content)
  const [, sequence = '', info = ''] = match ?? []
  if (!match || (!sequence.startsWith('~') && info.includes(sequence[0] ?? '')))
    return undefined
  const isIndented = lead.indent - offset >= 4
  return { sequence, quotes: lead.quotes, offset, line, isIndented }
}

/** Says what a line does to the open fence: `inside`, `closes`, or `after` where the block around the fence has ended. */
export function fenceState(
  fence: Fence,
  line: string,
): 'inside' | 'closes' | 'after' {
  const lead = splitLead(line, 'quotes')
  if (lead.quotes < fence.quotes) return 'after'
  if (lead.content === '') return 'inside'
  if (lead.quotes === fence.quotes && lead.indent < fence.offset) return 'after'
  return lead.quotes === fence.quotes &&
    lead.indent - fence.offset < 4 &&
    isCloser(fence.sequence, lead.content.trimEnd())
    ? 'closes'
    : 'inside'
}

function isCloser(sequence: string, content: string): boolean {
  return (
    content.startsWith(sequence) &&
    content === (sequence[0] ?? '').repeat(content.length)
  )
}
