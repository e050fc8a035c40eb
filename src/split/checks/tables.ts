import type { Table } from 'mdast'
import { plainText } from '../text.ts'
import { brief, complain, type Check } from './check.ts'

const judging =
  /^[^\p{L}\p{N}]*(?:정 ?답|오 ?답|맞(?:음|다|는 말)|틀(?:림|리다|렸다|린 말)|옳(?:음|다|지 ?않음|지 ?않다)|correct|incorrect|wrong)(?![가-힣a-z])/iu

/** A table of a question that judges in its rows what participants are to judge: `| ② | 메모리 | 맞음: 휘발성 |`. */
export const tablesJudgeNothing: Check = (checked) => {
  for (const { question, parts } of checked.read.topics.flatMap(
    (topic) => topic.questions,
  ))
    for (const unit of parts.question) {
      if (unit.node.type !== 'table' || unit.directive === 'question') continue
      const cell = judgingCell(unit.node)
      if (cell !== undefined)
        complain(
          checked,
          'choice-explained',
          `Unexpected \`${brief(cell)}\` in a table of question ${question.number}, expected nothing that judges`,
          unit,
          'Move it into the answer. `<!-- studydeck: question -->` before the table says that participants may see it.',
        )
    }
}

function judgingCell({ children: [, ...rows] }: Table): string | undefined {
  return rows
    .flatMap(({ children }) => children.map((cell) => plainText([cell])))
    .find((text) => judging.test(text))
}
