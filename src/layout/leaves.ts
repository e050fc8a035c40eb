import type { Code, Paragraph, Table } from 'mdast'
import {
  costs,
  emptyAtom,
  emptyBox,
  isLabel,
  type Atom,
  type Cut,
} from './atoms.ts'
import type { Box } from './boxes.ts'
import { cutPhrasing, inkOf, rawText } from './ink.ts'
import { sentenceStarts } from './sentences.ts'

/**
 * Divides a paragraph into sentences, and these into lines for the case that one is longer than a page.
 *
 * @returns nothing when the page shows another text than the Markdown, or only one line
 */
export function divideParagraph(
  node: Paragraph,
  { ink, lines, top, bottom }: Box,
  atoms: Atom[],
): Cut | undefined {
  if (ink !== inkOf(node.children) || lines.length < 2) return undefined
  const sentences = sentenceStarts(rawText(node.children))
  const all = [...sentences, ...lines.map(({ start }) => start)]
  const starts = [...new Set(all)].sort((a, b) => a - b)
  const first = atoms.length
  for (const [index, start] of starts.entries()) {
    const end = starts[index + 1] ?? ink.length
    atoms.push({
      ...emptyAtom,
      top: lines.findLast((line) => line.start <= start)?.top ?? top,
      bottom: lines.findLast((line) => line.start < end)?.bottom ?? bottom,
      cost: sentences.includes(start) ? costs.sentence : costs.line,
      leads:
        isLabel(node) || introduces(ink.slice(start, end), end === ink.length),
    })
  }
  return (from, to) => {
    const start = starts[from - first] ?? 0
    const end = starts[to - first] ?? ink.length
    return [{ ...node, children: cutPhrasing(node.children, start, end) }]
  }
}

/** Whether a sentence asks for what follows; `다음과 같이 …` only as the last one of its paragraph. */
function introduces(sentence: string, isLast: boolean): boolean {
  return (
    /[:：]$/.test(sentence) ||
    (isLast && /(?:다음|아래)[과와]같/.test(sentence))
  )
}

/** Pixels up to which a box can stand on one page, where need be in smaller type: then that type is the better choice. */
const mostWhole = 580

/** What a break inside a box costs besides, when there is no need to break it. */
function wholeCost({ top, bottom }: Box): number {
  return bottom - top <= mostWhole ? costs.whole : 0
}

/** Divides a table into rows; each part gets its head again. */
export function divideTable(
  node: Table,
  box: Box,
  atoms: Atom[],
): Cut | undefined {
  const { boxes } = box
  const [head, ...rows] = node.children
  if (!head || boxes.length !== node.children.length || rows.length < 2)
    return undefined
  const first = atoms.length
  for (const [index] of rows.entries()) {
    const { top, bottom } = boxes[index + 1] ?? emptyBox
    const isLonely = index === 1 || index === rows.length - 1
    const cost = costs.row + wholeCost(box) + (isLonely ? costs.lonely : 0)
    atoms.push({ ...emptyAtom, top, bottom, cost })
  }
  return (from, to) => [
    { ...node, children: [head, ...rows.slice(from - first, to - first)] },
  ]
}

/** Fewer lines of code say nothing by themselves. */
const leastLines = 4

/** Divides code into lines, best where one is empty. */
export function divideCode(
  node: Code,
  box: Box,
  atoms: Atom[],
): Cut | undefined {
  const lines = node.value.split('\n')
  if (lines.length < 2 || box.lines.length !== lines.length) return undefined
  const first = atoms.length
  for (const [index, { top, bottom }] of box.lines.entries()) {
    const isAfterBlank = lines[index - 1]?.trim() === ''
    const isFew = Math.min(index, lines.length - index) < leastLines
    const cost =
      (isAfterBlank ? costs.blankLine : costs.codeLine) +
      wholeCost(box) +
      (isFew ? costs.fewLines : 0)
    atoms.push({ ...emptyAtom, top, bottom, cost })
  }
  return (from, to) => {
    const part = lines.slice(from - first, to - first).join('\n')
    return [{ ...node, value: part.replace(/^(?:[ \t]*\n)+|\s+$/g, '') }]
  }
}
