import type { Nodes } from 'mdast'
import type { ChoicePiece } from '../choices.ts'
import { rawText } from '../text.ts'
import { brief, complain, type Check } from './check.ts'

/** Marks count up: a second `②` is an answer that lost its label. */
export const choicesCountUp: Check = (checked) => {
  for (const { questions } of checked.read.topics)
    for (const { parts, question } of questions)
      if (parts.split.repeated)
        complain(
          checked,
          'choice-repeated',
          `Unexpected \`${brief(parts.split.repeated.flat.text)}\` after the options of question ${question.number}, expected the options to count up`,
          parts.split.repeated,
          'If it is the answer, label it: `정답: ②`.',
        )
}

/** An option in bold among plain ones is the right one; plain among struck ones, too. */
export const choicesLookAlike: Check = (checked) => {
  for (const { questions } of checked.read.topics)
    for (const { parts, question } of questions) {
      const { choices } = parts.split
      const marked = choices.filter(isSetApart)
      const unit = marked[0]?.units[0]
      if (!unit || marked.length === choices.length) continue
      complain(
        checked,
        'choice-marked',
        `Unexpected option \`${brief(unit.flat.text)}\` of question ${question.number} that is set apart, expected all options alike`,
        unit,
        'If it is the right one, write `정답: …` below the options. `B. … ← 정답` is understood, too.',
      )
    }
}

const emphases = new Set(['strong', 'emphasis', 'delete'])
const htmlMark = /^<(\/?)(?:mark|u|ins)\b/i

/** Whether all of an option's text is bold, struck, underlined or marked; the sign before it need not be. */
function isSetApart({ mark, units }: ChoicePiece): boolean {
  const [unit, ...more] = units
  if (!unit || more.length > 0 || unit.node.type !== 'paragraph') return false
  const plain = plainPart(unit.node.children)
  return (
    rawText([unit.node]).trim() !== '' &&
    plain.replaceAll(/[\s\p{P}]/gu, '').replace(mark.label, '') === '' &&
    plain.length < rawText([unit.node]).length
  )
}

/** Text that stands in no emphasis. */
function plainPart(nodes: readonly Nodes[]): string {
  let open = 0
  let text = ''
  for (const node of nodes) {
    const tag = node.type === 'html' ? htmlMark.exec(node.value) : null
    if (tag) open += tag[1] === '' ? 1 : -1
    else if (open === 0 && !emphases.has(node.type)) text += rawText([node])
  }
  return text
}
