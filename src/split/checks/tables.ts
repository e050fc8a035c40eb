import type { Table } from 'mdast'
import type { ReadQuestion } from '../assemble.ts'
import { columnsOf } from '../question-table.ts'
import { plainText } from '../text.ts'
import type { Unit } from '../unit.ts'
import { brief, complain, type Check, type Checked } from './check.ts'

const judging =
  /^[^\p{L}\p{N}]*(?:정 ?답|오 ?답|맞(?:음|다|는 말)|틀(?:림|리다|렸다|린 말)|옳(?:음|다|지 ?않음|지 ?않다)|correct|incorrect|wrong)(?![가-힣a-z])/iu

const answerColumn = /정 ?답 ?여부|정 ?오|맞음|옳음|correct/iu

const cure =
  'Move it into the answer. `<!-- studydeck: question -->` before the table says that participants may see it.'

/** Whoever reads a table of a question learns nothing of the answer from it. */
export const tablesJudgeNothing: Check = (checked) => {
  for (const read of checked.read.topics.flatMap((topic) => topic.questions)) {
    for (const unit of read.parts.question)
      if (unit.node.type === 'table' && unit.directive !== 'question')
        lookAt(checked, read, unit, unit.node)
    lookForCells(checked, read)
  }
}

/** A table that judges in its rows what participants are to judge (`| ② | 메모리 | 맞음: 휘발성 |`), or has a column for answers. */
function lookAt(
  checked: Checked,
  { question }: ReadQuestion,
  unit: Unit,
  table: Table,
): void {
  const cell = judgingCell(table)
  const column = filledColumn(table)
  if (cell !== undefined)
    complain(
      checked,
      'choice-explained',
      `Unexpected \`${brief(cell)}\` in a table of question ${question.number}, expected nothing that judges`,
      unit,
      cure,
    )
  else if (column !== undefined)
    complain(
      checked,
      'label-left',
      `Unexpected column \`${brief(column)}\` in a table of question ${question.number}, expected it in the answer`,
      unit,
      cure,
    )
}

function judgingCell({ children: [, ...rows] }: Table): string | undefined {
  return rows
    .flatMap(({ children }) => children.map((cell) => plainText([cell])))
    .find((text) => judging.test(text))
}

/** Header of a column for answers in which something stands: an empty one is to be filled in. */
function filledColumn(table: Table): string | undefined {
  const [head, ...rows] = table.children
  const kinds = columnsOf(table)
  return head?.children
    .map((cell) => plainText([cell]))
    .find(
      (name, at) =>
        (kinds[at] === 'answer' || answerColumn.test(name)) &&
        rows.some(({ children }) =>
          /[\p{L}\p{N}✓✔✅⭕❌]/u.test(plainText(children.slice(at, at + 1))),
        ),
    )
}

/** `### 1. 휘발성인 것은?` and then `| 번호 | 정답 |`: options that were taken for answers, of which only the first number is left. */
function lookForCells(
  checked: Checked,
  { question, parts }: ReadQuestion,
): void {
  const cell = parts.question.find((unit) => unit.cell !== undefined)
  if (parts.region.shape !== 'row' && cell)
    complain(
      checked,
      'prompt-unclear',
      `Unexpected table of answers below question ${question.number}, expected a table of its own that does not name them`,
      cell,
      'If it holds options, name its columns otherwise: `| 번호 | 보기 |`. If it is the answer, write `정답:` on a line above it.',
    )
}
