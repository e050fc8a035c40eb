import type { Nodes } from 'mdast'
import type { ChoicePiece } from './choice-piece.ts'
import { flatten } from './text.ts'
import type { Unit } from './unit.ts'

/** What an option says, apart from what stands below it. */
export interface OptionText {
  /** Without its mark; wrapped lines are joined, and code and formulas are `x`, so that nothing in them parts the text. */
  readonly text: string
  /** Text on lines, bullets or paragraphs of its own below; empty where there is none, or only code. */
  readonly below: string
  /** Whether a footnote hangs on it. */
  readonly isNoted: boolean
  /** Its first line, for messages. */
  readonly unit: Unit
}

/** Nobody breaks a shorter line to fit the window of an editor. */
const shortestWrapped = 28

/**
 * Reads options: their texts, and what stands below each.
 *
 * @param group options, or items of a list to choose from
 */
export function optionTexts(group: readonly ChoicePiece[]): OptionText[] {
  return group.map(optionText).filter((option) => option !== undefined)
}

/**
 * Whether the author says that the options are as they are meant to be.
 *
 * @param group options, or items of a list to choose from
 */
export function isSettled(group: readonly ChoicePiece[]): boolean {
  return group[0]?.units[0]?.directive === 'question'
}

function optionText({ mark, units }: ChoicePiece): OptionText | undefined {
  const [unit, ...rest] = units
  if (!unit) return undefined
  let text = maskedText(unit).slice(mark.end)
  let last = unit
  const below: string[] = []
  for (const next of rest) {
    const line = maskedText(next)
    if (below.length === 0 && isWrapped(next, last)) text = `${text} ${line}`
    else if (line !== '') below.push(line)
    last = next
  }
  return {
    text: text.trim(),
    below: below.join(' ').trim(),
    isNoted: units.some(({ node }) => hasFootnote(node)),
    unit,
  }
}

/**
 * Whether a line only goes on with the one before it, which was too long for the window of an editor.
 *
 * @param unit a line
 * @param before the unit before it
 */
export function isWrapped(unit: Unit, before: Unit | undefined): boolean {
  return (
    unit.joint === 'soft' &&
    before !== undefined &&
    unit.paragraph === before.paragraph &&
    before.flat.text.length >= shortestWrapped
  )
}

function maskedText({ node }: Unit): string {
  return node.type === 'paragraph' || node.type === 'heading'
    ? flatten(node.children.map(masked).join('')).text
    : ''
}

function masked(node: Nodes): string {
  if (node.type === 'break') return '\n'
  if (node.type === 'inlineCode' || node.type === 'inlineMath')
    return 'x'.repeat(node.value.length)
  if ('children' in node) return node.children.map(masked).join('')
  return 'value' in node && node.type !== 'html' ? node.value : ''
}

function hasFootnote(node: Nodes): boolean {
  return (
    node.type === 'footnoteReference' ||
    ('children' in node && node.children.some(hasFootnote))
  )
}
