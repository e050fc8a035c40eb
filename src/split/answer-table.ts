import type { Table, TableCell, TableRow } from 'mdast'
import { weigh } from './evidence.ts'
import { questionCells, type Cell } from './question-table.ts'
import { flatten, rawText } from './text.ts'
import type { Unit } from './unit.ts'

const countsQuestion = /^\d{1,3} ?번?\.?$/u
const numberLabel = /^(?:번호|문항|문제|문제 ?번호|문항 ?번호|no\.?|#|Q)$/iu
const answerLabel = /^(?:정 ?답|답|해답|답안|answers?)$/iu

/**
 * Cells of a table of questions, or of one of answers; nothing where it is something else.
 *
 * @param table any table
 * @param before what stands right above
 */
export function tableCells(table: Table, before: Unit | undefined): Cell[] {
  const cells = questionCells(table)
  return cells.length > 0
    ? cells
    : answerCells(table, before !== undefined && isAnswerLabel(before))
}

function isAnswerLabel(unit: Unit): boolean {
  const { marker } = weigh(unit)
  return marker?.role === 'answer' && marker.end >= unit.flat.text.length
}

/**
 * Cells of a table that has numbers above answers, each pair of rows so: `| 문항 | 1 | 2 |` and `| 정답 | ② | ① |`. Nothing where the table
 * is something else. Right below `정답표` the rows need no labels.
 */
function answerCells(table: Table, isBelowLabel: boolean): Cell[] {
  const pairs: Pair[] = []
  const { children: rows } = table
  for (let at = 0; at < rows.length; at += 2) {
    const found = pairsOf(rows[at], rows[at + 1], isBelowLabel)
    if (found.length === 0) return []
    pairs.push(...found)
  }
  const first = pairs[0]?.ordinal ?? 0
  const isKey =
    pairs.length > 1 &&
    pairs.every(
      ({ ordinal, answer }, at) =>
        ordinal === first + at && textOf(answer) !== '',
    )
  return isKey
    ? pairs.flatMap(({ row, number, answer }): Cell[] => [
        { kind: 'number', row, children: number.children },
        { kind: 'answer', row, children: answer.children },
      ])
    : []
}

/** A number and the answer below it. */
interface Pair {
  readonly row: TableRow
  readonly number: TableCell
  readonly answer: TableCell
  readonly ordinal: number
}

/** None where the two rows are something else. */
function pairsOf(
  above: TableRow | undefined,
  row: TableRow | undefined,
  isBelowLabel: boolean,
): Pair[] {
  const numbers = withoutLabel(above?.children ?? [], numberLabel)
  const answers = withoutLabel(row?.children ?? [], answerLabel)
  if (!row || numbers.length !== answers.length) return []
  const isLabelled = answers.length < row.children.length
  if (!isLabelled && !isBelowLabel) return []
  return answers.flatMap((answer, at): Pair[] => {
    const cell = numbers[at]
    return cell ? [{ row, number: cell, answer, ordinal: ordinalOf(cell) }] : []
  })
}

/** The cells behind the row's label, or all of them where it has none. */
function withoutLabel(
  cells: readonly TableCell[],
  label: RegExp,
): readonly TableCell[] {
  const [first, ...others] = cells
  return first && label.test(textOf(first)) ? others : cells
}

function ordinalOf(cell: TableCell): number {
  const text = textOf(cell)
  return countsQuestion.test(text) ? Number.parseInt(text, 10) : 0
}

function textOf(cell: TableCell): string {
  return flatten(rawText([cell])).text.trim()
}
