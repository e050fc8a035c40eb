import type { Break, PhrasingContent, Text } from 'mdast'

/**
 * Takes the soft line breaks out of a text: a real break where the author means one, a space elsewhere.
 *
 * Authors break lines after `**장점:**` and before `② …` to start a new line, and elsewhere only because the line was full.
 *
 * @param node text that may hold `\n`
 * @param siblings phrasing that it stands in, itself included
 * @param index its place among them
 */
export function withoutSoftBreaks(
  node: Text,
  siblings: readonly PhrasingContent[],
  index: number,
): (Text | Break)[] {
  const lines = node.value.split('\n')
  return lines.flatMap((line, number): (Text | Break)[] => {
    const next = lines[number + 1]
    if (next === undefined) return line ? [text(line)] : []
    const before = number > 0 ? line : lineBefore(siblings, index) + line
    const isBoldLine =
      number === 0 && line.trim() === '' && endsBoldLine(siblings, index - 1)
    if (!isBoldLine && !meansBreak(before, next)) return [text(`${line} `)]
    return line.trim() ? [text(line.trimEnd()), lineBreak] : [lineBreak]
  })
}

const lineBreak: Break = { type: 'break' }

function text(value: string): Text {
  return { type: 'text', value }
}

/** Ends like a label, is nothing but an answer's mark, or the next line starts like a list that is none. */
function meansBreak(before: string, after: string): boolean {
  return (
    /[:：]\s*$/.test(before) ||
    /^\s*(?:[OXox○×✕①-⑳]|[A-Ea-eㄱ-ㅎ\d]{1,2}[.)번]?)\s*$/u.test(before) ||
    /^\s*(?:[①-⑳㉠-㉻]|[A-Za-zㄱ-ㅎ가-하\d]{1,2}[.)]\s|[-*•→☞]\s?)/u.test(after)
  )
}

/** Whether a sibling is bold and stands alone on its line. */
function endsBoldLine(
  siblings: readonly PhrasingContent[],
  index: number,
): boolean {
  const before = siblings[index - 1]
  const isLineStart =
    before === undefined ||
    before.type === 'break' ||
    (before.type === 'text' && /\n\s*$/.test(before.value))
  return siblings[index]?.type === 'strong' && isLineStart
}

/** Text of the line up to a sibling, as far as its end matters. */
function lineBefore(
  siblings: readonly PhrasingContent[],
  index: number,
): string {
  const before = siblings[index - 1]
  return before ? inlineText(before) : ''
}

function inlineText(node: PhrasingContent): string {
  if ('value' in node) return node.type === 'html' ? '' : node.value
  return 'children' in node ? node.children.map(inlineText).join('') : ''
}
