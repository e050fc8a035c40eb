import type { Table, TableRow } from 'mdast'
import type { Unit } from './unit.ts'
import { flatten, rawText } from './text.ts'

/** One cell of a question table that is content, in reading order. */
export interface Cell {
  readonly kind: NonNullable<Unit['cell']>
  readonly row: TableRow
  readonly children: TableRow['children'][number]['children']
}

const columns: readonly [NonNullable<Unit['cell']>, RegExp][] = [
  [
    'answer',
    /^(?:a|ans|.{0,8}(?:정답|(?<!응)답|답변|해답|답안|해설|풀이|answer|explanation|solution)|[Oo]\/?[Xx]|[Oo]\/?[Xx]여부|참\/?거짓)$/iu,
  ],
  ['question', /^(?:질문|문제|문항|내용|문장|question|q)$/iu],
  [
    'more',
    /^(?:보기|선택지|지문|코드|예시|조건|유형|종류|분류|구분|범주|주제|과목|단원|난이도|중요도|배점|점수|시간|options?|choices|topic|category|level|points)$/iu,
  ],
  ['number', /^(?:번호|no\.?|#|순번|문제번호|문항번호)$/iu],
]

/**
 * Cells of a table of questions and answers, or nothing when the table is something else.
 *
 * `| 질문 | 답변 |` has questions; `| 번호 | 정답 |` has numbers, for questions that stand elsewhere. In the first, columns that are
 * known to (`| 보기 |`) belong to the question; all others are part of the answer (`| 내 답 |`, `| 비고 |`).
 *
 * @param table any table
 */
export function questionCells(table: Table): Cell[] {
  const [, ...rows] = table.children
  const kinds = columnsOf(table)
  const asks = kinds.includes('question')
  if (!kinds.includes('answer') || (!asks && !kinds.includes('number')))
    return []
  return rows.flatMap((row) => rowCells(row, kinds, asks))
}

/**
 * What each column of a table holds, by its header; nothing where it is something else.
 *
 * @param table any table
 */
export function columnsOf({
  children: [head],
}: Table): (NonNullable<Unit['cell']> | undefined)[] {
  return (head?.children ?? []).map((cell) => {
    const text = flatten(rawText([cell])).text.replace(/\s+/g, '')
    return columns.find(([, form]) => form.test(text))?.[0]
  })
}

function rowCells(
  row: TableRow,
  kinds: ReturnType<typeof columnsOf>,
  asks: boolean,
): Cell[] {
  const at = kinds.indexOf(asks ? 'question' : 'number')
  const first = row.children[at]
  if (!first) return []
  const isNumber = /^\s*(?:Q|문제|문항)?\s*\d{1,4}\s*번?\.?\s*$/iu.test(
    rawText([first]),
  )
  const cells: Cell[] = [
    {
      kind: isNumber || !asks ? 'number' : 'question',
      row,
      children: first.children,
    },
  ]
  row.children.forEach((cell, index) => {
    if (index === at || cell.children.length === 0) return
    const kind = kinds[index]
    if (kind === 'answer' || isNumber || !asks)
      cells.push({ kind: 'answer', row, children: cell.children })
    else if (kind === 'more')
      cells.splice(1, 0, { kind, row, children: cell.children })
    else if (kind === undefined)
      cells.push({ kind: 'answer', row, children: cell.children })
  })
  return cells
}
