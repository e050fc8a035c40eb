import { choiceAt } from '../choice-mark.ts'
import { flatten } from '../text.ts'
import { isChoosing } from '../option-groups.ts'
import type { ReadQuestion } from '../assemble.ts'
import type { Unit } from '../unit.ts'
import { brief, complain, type Check } from './check.ts'

/** `( ① )은 빠르고 ( ② )은 느리다.` and then `① 캐시`, `② 디스크`: what looks like options fills the blanks in. */
export const legendsFillNoBlanks: Check = (checked) => {
  for (const { questions } of checked.read.topics)
    for (const { parts, question } of questions) {
      const { choices, before } = parts.split
      const first = choices[0]?.units[0]
      if (!first || isChoosing(before) || first.directive === 'question')
        continue
      const named = namedBlanks(before)
      const isLegend =
        named.size > 1 &&
        choices.every(({ mark }) => named.has(mark.label)) &&
        choices.some(({ units }) => isFilled(units[0]))
      if (isLegend)
        complain(
          checked,
          'prompt-unclear',
          `Unexpected \`${brief(first.flat.text)}\` below the blanks of question ${question.number}, expected options or an answer`,
          first,
          'If it fills the blanks, write `정답: …` before it. If participants choose from it, put `<!-- studydeck: question -->` before it.',
        )
    }
}

/** `①` in `( ① )` and `A` in `(A)`; a circled number needs no brackets. */
function namedBlanks(units: ReadQuestion['parts']['question']): Set<string> {
  const text = units
    .map(({ node, flat }) =>
      node.type === 'code' ? flatten(node.value).text : flat.text,
    )
    .join('\n')
  return new Set(
    [
      ...text.matchAll(
        /[([_] {0,4}([A-Ha-hㄱ-ㅎ1-9])(?= {0,4}[)\]_])|([①-⑳])/gu,
      ),
    ].map(([, named, circle]) => named ?? circle ?? ''),
  )
}

/** Whether there is a word behind the mark, and no line to write on. */
function isFilled(unit: Unit | undefined): boolean {
  if (!unit) return false
  const rest = unit.flat.text.slice(choiceAt(unit.flat)?.end ?? 0)
  return /[\p{L}\p{N}]/u.test(rest)
}
