import type { VFile } from 'vfile'
import type { Paper } from '../../model/paper.ts'
import { report } from '../../model/report.ts'
import type { RuleId } from '../../model/rules.ts'
import type { ReadPaper } from '../assemble.ts'
import type { PaperHead } from '../head.ts'
import type { Reading } from '../reading.ts'
import type { Unit } from '../unit.ts'

/** Everything that a check may look at. */
export interface Checked {
  readonly file: VFile
  readonly reading: Reading
  readonly head: PaperHead
  readonly read: ReadPaper
  readonly paper: Omit<Paper, 'certain' | 'conventions'>
}

/** Looks for one kind of problem, and reports it on the file. */
export type Check = (checked: Checked) => void

/**
 * Reports a problem at a unit or a line.
 *
 * @param checked whose file to report on
 * @param ruleId key of `rules`
 * @param reason "Unexpected X, expected Y"
 * @param place unit or 1-based line
 * @param note how to fix it
 */
export function complain(
  { file }: Checked,
  ruleId: RuleId,
  reason: string,
  place: Unit | number | undefined,
  note: string,
): void {
  const line = typeof place === 'number' ? place : place?.line
  report(
    file,
    ruleId,
    reason,
    line === undefined ? undefined : { line, column: 1 },
    note,
  )
}

/**
 * The beginning of a text, for a message.
 *
 * @param text any text
 */
export function brief(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ')
  return line.length > 40 ? `${line.slice(0, 39)}…` : line
}

/**
 * What a message calls a unit: `text \`…\`` or, where it has none, `code \`…\``, `table`, `picture`.
 *
 * @param unit any unit
 */
export function nameOf({ node, flat }: Unit): string {
  if (node.type === 'code')
    return `code \`${brief(node.value.split('\n')[0] ?? '')}\``
  if (flat.text.trim() !== '') return `text \`${brief(flat.text)}\``
  return node.type === 'paragraph' ? 'picture' : node.type
}
