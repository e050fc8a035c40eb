import type { Paragraph, PhrasingContent } from 'mdast'
import { markerAt } from './marker-at.ts'
import { asks } from './question-start.ts'
import { flatten, rawText, splitAt, trimInline } from './text.ts'

/** How a piece of a paragraph is joined to the piece before it. */
export type Joint = 'start' | 'soft' | 'hard' | 'inline'

/** One line of a paragraph, or the part of a line that begins with a marker. */
export interface Line {
  readonly children: readonly PhrasingContent[]
  readonly joint: Joint
  /** Lines of the source between the start of the paragraph and this line. */
  readonly offset: number
}

/**
 * Cuts a paragraph at its line breaks, and its lines where a label or a circled number starts in the middle.
 *
 * `정답: ① 해설: 이유 힌트: 단서` gives three pieces. Formatting is kept: a bold text over two lines becomes two bold texts.
 *
 * @param paragraph any paragraph
 */
export function linesOf(paragraph: Paragraph): Line[] {
  return breakLines(paragraph.children).flatMap(cutLine)
}

function breakLines(children: readonly PhrasingContent[]): Line[] {
  return broken(children)
    .map((line, offset) => ({
      ...line,
      children: trimInline(line.children),
      offset,
    }))
    .filter((line) => line.children.length > 0)
}

/** Inline content of one line, while lines are being cut. */
interface Broken {
  readonly children: PhrasingContent[]
  readonly joint: Joint
}

function broken(nodes: readonly PhrasingContent[]): Broken[] {
  const lines: Broken[] = [{ children: [], joint: 'start' }]
  for (const node of nodes) {
    const [first, ...more] = brokenNode(node)
    lines.at(-1)?.children.push(...(first?.children ?? []))
    lines.push(...more)
  }
  return lines
}

function brokenNode(node: PhrasingContent): Broken[] {
  if (node.type === 'break')
    return [
      { children: [], joint: 'start' },
      { children: [], joint: 'hard' },
    ]
  if (node.type === 'text')
    return node.value.split('\n').map((value, at) => ({
      children: value === '' ? [] : [{ ...node, value }],
      joint: at === 0 ? 'start' : 'soft',
    }))
  if (!('children' in node) || !rawText([node]).includes('\n'))
    return [{ children: [node], joint: 'start' }]
  return broken(node.children).map((line) => ({
    ...line,
    children:
      line.children.length === 0 ? [] : [{ ...node, children: line.children }],
  }))
}

const labelInside =
  /(^|[\s.?!)\]}>,;·|]|습니다|[①-⑳])([([【<]?(?:정 ?답|해 ?설|힌 ?트|답 ?변|답|풀이|모범 ?답안|오답노트|정답 및 해설|정답 해설) {0,2}[)\]】>]? {0,2}:)/g
const arrowBehind = /[?.!)]["'”’]? {1,3}(?=(?:→|⇒|➡|=>|->)\uFE0F? ?\S)/gu
const answerLetter = /[?.!)] +(A ?\d{0,3}[.:] )/g
const circled = /(?:^|[^(\s,、·~〜-] *) ([①-⑳])(?![^ ]{0,2}[),])/g

/** A line with more labels than this is no line of a paper; it stays whole and is refused later. */
const mostCuts = 60

/** `(정답: 사본)`: the bracket around a label ends with the line. */
const closers: Readonly<Record<string, string>> = {
  '(': ')',
  '[': ']',
  '【': '】',
  '<': '>',
}

function cutLine(line: Line): Line[] {
  const flat = flatten(rawText(line.children))
  const own = markerAt(flat, 0, 'line')?.end ?? 0
  const cuts = [
    ...labelCuts(flat.text),
    ...letterCuts(flat.text),
    ...arrowCuts(flat.text),
    ...choiceCuts(flat.text),
  ]
    .filter((at) => at >= own)
    .sort((a, b) => a - b)
    .slice(0, mostCuts)
  const pieces: Line[] = []
  let rest = line.children
  let taken = 0
  let joint = line.joint
  for (const cut of cuts) {
    const raw = flat.raw[cut] ?? 0
    if (raw <= taken) continue
    const [before, after] = splitAt(rest, raw - taken)
    pieces.push({ ...line, children: trimInline(before), joint })
    rest = after
    taken = raw
    joint = 'inline'
  }
  const closer = closers[flat.text.charAt(cuts.at(-1) ?? -1)]
  const inner =
    closer !== undefined && flat.text.endsWith(closer)
      ? splitAt(rest, rawText(rest).trimEnd().length - 1)[0]
      : rest
  pieces.push({ ...line, children: trimInline(inner), joint })
  return pieces.filter((piece) => piece.children.length > 0)
}

function labelCuts(text: string): number[] {
  return [...text.matchAll(labelInside)]
    .map((match) => match.index + (match[1]?.length ?? 0))
    .filter((at) => at > 0)
}

/** `Q. 왜? A. 이래서`: an `A.` counts only on the line of a `Q`. */
function letterCuts(text: string): number[] {
  if (!/^\s*(?:\[?Q|질문|문제)/u.test(text)) return []
  return [...text.matchAll(answerLetter)].map(
    (match) => match.index + match[0].length - (match[1]?.length ?? 0),
  )
}

/** `포트는? → 80`: an arrow behind a sentence that asks. */
function arrowCuts(text: string): number[] {
  const [first] = text.matchAll(arrowBehind)
  const at = first ? first.index + first[0].length : 0
  return at > 0 && asks(text.slice(0, at)) ? [at] : []
}

/** `① 가 ② 나 ③ 다` on one line, when it begins with the first mark. */
function choiceCuts(text: string): number[] {
  if (!text.trimStart().startsWith('①')) return []
  return [...text.matchAll(circled)].map(
    (match) => match.index + match[0].length - 1,
  )
}
