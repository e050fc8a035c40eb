import type { Unit } from '../unit.ts'
import { outermost } from '../unit.ts'
import { brief, complain, type Check } from './check.ts'

/**
 * A situation below a question that has no answer may be that question's own, with its answer in it: `### 1. 무엇이 문제인가?`,
 * `### 상황` and then a quote.
 */
export const situationsComeFirst: Check = (checked) => {
  const { topics, leftOut } = checked.read
  const questions = topics.flatMap((topic) => topic.questions)
  const stray = leftOut.find(({ isSituation }) => isSituation === true)
    ?.units[0]
  const between = questions.flatMap(({ region: { situation } }) =>
    situation.filter(mayAnswer).slice(0, 1),
  )
  for (const unit of stray ? [...between, stray] : between) {
    const before = questions.findLast(({ region }) => region.from < unit.index)
    if (!before || before.question.answers.length > 0) continue
    complain(
      checked,
      'prompt-unclear',
      `Unexpected \`${brief(unit.flat.text)}\` in a situation below question ${before.question.number}, which has no answer, expected the situation above its question`,
      unit,
      'Write the situation above the question. If this is the answer, label it: `> **[답변]** …`.',
    )
  }
}

/** A quote, or something collapsed. */
function mayAnswer(unit: Unit): boolean {
  const type = outermost(unit)?.node.type
  return type === 'blockquote' || type === 'container'
}
