import type { ReadQuestion } from '../assemble.ts'
import { startAt } from '../question-start.ts'
import { outermost, type Unit } from '../unit.ts'
import { brief, complain, type Check, type Checked } from './check.ts'

/** A question that was taken for a part of another one would be in no worksheet, or take that one's answer along. */
export const noQuestionIsInAnother: Check = (checked) => {
  for (const { questions } of checked.read.topics) {
    const hasItems = questions.some(({ region }) => region.shape === 'item')
    for (const read of questions) {
      const inside = innerQuestion(checked, read, hasItems)
      if (inside)
        complain(
          checked,
          'question-in-question',
          `Unexpected \`${brief(inside.flat.text)}\` inside question ${read.question.number}, expected questions to begin alike`,
          inside,
          'Begin it as the other questions begin, on the same heading level. `<!-- studydeck: question -->` before it makes it a question, `<!-- studydeck: answer -->` a part of the answer.',
        )
    }
  }
}

function innerQuestion(
  checked: Checked,
  read: ReadQuestion,
  hasItems: boolean,
): Unit | undefined {
  const { parts, region } = read
  const answers = parts.answers.flatMap(({ units }) => units.slice(1))
  const open = parts.opening?.by === 'body' ? parts.answers[0]?.units : []
  return (
    [...parts.question.slice(1), ...answers].find((unit) =>
      isNamedQuestion(checked, unit),
    ) ??
    answers.find(
      (unit) =>
        isOtherQuestion(checked, region.section.depth, unit) ||
        isOtherNumber(parts.head, unit),
    ) ??
    [...(open ?? []).slice(0, 1), ...answers].find(
      (unit) =>
        isBegunAlike(checked, parts.question[0], unit) ||
        isAnsweredToo(checked, read, unit),
    ) ??
    (hasItems && region.shape === 'heading'
      ? parts.question.find((unit) => isAskingItem(checked, unit))
      : undefined)
  )
}

/** `#### 장점` in an answer and then the next question, `2. …?`, would be one question, and show what stands between them. */
function isAskingItem({ reading }: Checked, unit: Unit): boolean {
  const list = outermost(unit)?.node
  return (
    list?.type === 'list' &&
    list.ordered === true &&
    reading.evidence[unit.index]?.asks === true
  )
}

/** A heading that asks, no deeper than the question's own, is no part of its answer. */
function isOtherQuestion(
  { reading }: Checked,
  depth: number,
  { node, wrapper, directive, index }: Unit,
): boolean {
  if (node.type !== 'heading' || wrapper || directive !== undefined)
    return false
  const own = reading.evidence[index]
  return node.depth <= depth && own?.asks === true && !own.marker
}

/** `### 문제 2 정답` below `### 문제 1`: the heading `문제 2` was taken for something else. */
function isOtherNumber(head: Unit, { node, flat, wrapper }: Unit): boolean {
  if (node.type !== 'heading' || wrapper) return false
  const [own, other] = [head.flat, flat].map((text) => startAt(text, true))
  return (
    own?.form === 'label' &&
    other?.form === 'label' &&
    own.ordinal > 0 &&
    other.ordinal > 0 &&
    own.ordinal !== other.ordinal
  )
}

/** `면접관:`, `ㅇ `, `가.`, `01 `: what a line begins with that is no list of Markdown. */
const lead =
  /^\s*(?:[\p{L}\p{N} ]{1,12}:|(?<sign>[ㄱ-ㅎ]|[^\p{L}\p{N}\s([<{"'“‘*_`-]+)(?= )|(?<count>\(?(?:[가나다라마바사아자차카타파하]|[ㄱ-ㅎ]|[①-⑳]|\d{1,3})\)?[.)]?)(?= |$))/u

/** `면접관: 버퍼란?` below `면접관: 캐시란?`, `ㅇ 버퍼란?` below `ㅇ 캐시란?`, `02 버퍼란?` below `01 캐시란?`. */
function isBegunAlike(
  { reading }: Checked,
  first: Unit | undefined,
  { flat, index }: Unit,
): boolean {
  if (reading.evidence[index]?.asks !== true) return false
  const [own, other] = [first?.flat.text ?? '', flat.text].map((text) =>
    lead.exec(text.slice(0, 40)),
  )
  if (!own || !other) return false
  if (own[0] === other[0]) return true
  const [mark, next] = [own, other].map(({ groups }) => groups?.['count'])
  return (
    mark !== undefined &&
    next !== undefined &&
    mark < next &&
    kindOfMark(mark) === kindOfMark(next)
  )
}

/** `가.` and `나.` are of one kind, `01` and `02`. */
function kindOfMark(mark: string): string {
  return mark
    .replace(/\d+/u, '1')
    .replace(/[ㄱ-ㅎ]/u, 'ㄱ')
    .replace(/[가-힣]/u, '가')
    .replace(/[①-⑳]/u, '①')
}

/** What answers a line that asks, right below it. */
function answerBelow({ reading: { units, evidence } }: Checked, at: number) {
  const marker = evidence[at]?.asks ? evidence[at + 1]?.marker : undefined
  if (marker?.role !== 'answer' || evidence[at]?.marker?.role === 'answer')
    return { isPrimary: false, isNear: false }
  const isPrimary = marker.strength === 'primary'
  return { isPrimary, isNear: isPrimary || units[at + 1]?.joint !== 'start' }
}

/**
 * `(2) 버퍼란?` and `답: 임시` below the answer of `(1) 캐시란?`; `▶ 버퍼란?` and `→ 임시`, in a paper whose first question is such a
 * paragraph.
 */
function isAnsweredToo(
  checked: Checked,
  { parts: { head, opening, question }, region }: ReadQuestion,
  { index, node, wrapper, joint, paragraph, flat }: Unit,
): boolean {
  if (node.type !== 'paragraph' || wrapper !== head.wrapper) return false
  const { isPrimary, isNear } = answerBelow(checked, index)
  if (region.shape !== 'paragraph')
    return isPrimary && opening?.marker?.strength === 'primary'
  return joint === 'start'
    ? isNear
    : paragraph !== undefined &&
        paragraph === question[0]?.paragraph &&
        /\p{L}.*\?/u.test(flat.text)
}

function isNamedQuestion({ reading }: Checked, unit: Unit): boolean {
  const start = reading.evidence[unit.index]?.start
  return (
    start?.form === 'label' &&
    start.ordinal > 0 &&
    !start.number.includes('-') &&
    unit.wrapper === undefined &&
    unit.directive === undefined
  )
}
