import type { ReadQuestion } from '../assemble.ts'
import { isSureStart } from '../shape.ts'
import type { Unit } from '../unit.ts'
import { isSureItem } from './sure-items.ts'
import { complain, nameOf, type Check, type Checked } from './check.ts'

/** Text between a question and an answer that has no label of its own could be either. */
export const promptsAreClear: Check = (checked) => {
  const lines = String(checked.file.value).split(/\r\n|\r|\n/)
  const { topics } = checked.read
  const questions = topics.flatMap((topic) => topic.questions)
  const isAnswered = questions.some(
    ({ question }) => question.answers.length > 0,
  )
  for (const read of questions) {
    const doubt = read.isCollected
      ? undefined
      : doubtfulUnit(checked, read, { lines, isAnswered })
    if (doubt)
      complain(
        checked,
        'prompt-unclear',
        `Unexpected ${nameOf(doubt)} between question ${read.question.number} and its answer, expected it to belong to one of them`,
        doubt,
        'Label the answer (`> **[답변]** …`), or put `<!-- studydeck: answer -->` before the block with which it begins.',
      )
  }
}

function doubtfulUnit(
  { reading }: Checked,
  question: ReadQuestion,
  /** Of the paper: its lines, and whether any of its questions has an answer. */
  paper: { readonly lines: readonly string[]; readonly isAnswered: boolean },
): Unit | undefined {
  const { parts } = question
  const { opening, split, region } = parts
  if (opening ? isCertain(opening) : paper.isAnswered)
    return (
      opening && (strayUnit(reading, parts) ?? unfoldedUnit(reading, parts))
    )
  if (opening && isProblem(reading, parts)) return undefined
  const asked = split.before.findIndex(
    ({ index }) => reading.evidence[index]?.asks,
  )
  const isSure = isSureStart(region.shape) || isSureItem(question, paper.lines)
  const from = asked >= 0 ? asked + 1 : isSure || !opening ? 1 : 0
  const isPointing = split.before.some(({ flat }) => pointing.test(flat.text))
  const inChoices = split.choices.flatMap(({ units }) =>
    units.slice(1).filter(({ joint }) => joint === 'start'),
  )
  return [...split.before.slice(from), ...inChoices, ...split.after].find(
    (unit) =>
      (isText(unit) ||
        (opening !== undefined && isBlock(unit) && !isPointing)) &&
      reading.evidence[unit.index]?.asks !== true &&
      unit.directive !== 'question',
  )
}

/** `**입력**: …` in the question and then a heading `### 풀이`: a problem and its solution. */
function isProblem(
  { evidence, units }: Checked['reading'],
  { opening, question }: ReadQuestion['parts'],
): boolean {
  return (
    opening?.by === 'label' &&
    units[opening.at]?.node.type === 'heading' &&
    question.some(({ index }) =>
      /^(?:입력|제한|제약|요구|예시)/u.test(
        evidence[index]?.marker?.label ?? '',
      ),
    )
  )
}

const choosing = /다음 ?중|고르|고른 것|옳은 것|옳지 않은|알맞은 것|틀린 것/u
/** `※ 단, …`, `(복수 정답)`, `단, …` belong to the question. */
const remark = /^[\s※*([「<]|^[^\p{L}\p{N}]*단,|^(?:참고|주의|예)/u

/**
 * Whether a line adds to the question: `※ …`, `단, …`, `(복수 정답)`.
 *
 * @param text of a line
 */
export function isRemark(text: string): boolean {
  return remark.test(text)
}

/** A sentence behind the options of a question, above its label: an explanation more often than a part of the question. */
function strayUnit(
  { evidence }: Checked['reading'],
  { split }: ReadQuestion['parts'],
): Unit | undefined {
  return [...optionsEnd(split.before), ...split.after].find((unit) =>
    isStray(unit, evidence),
  )
}

/** A plain paragraph that neither asks nor is a remark. */
function isStray(
  { node, wrapper, flat, directive, index }: Unit,
  evidence: Checked['reading']['evidence'],
): boolean {
  return (
    node.type === 'paragraph' &&
    wrapper === undefined &&
    flat.text !== '' &&
    !isRemark(flat.text) &&
    directive !== 'question' &&
    evidence[index]?.asks !== true &&
    evidence[index]?.marker?.role !== 'passage'
  )
}

/** A sentence behind what asks, above a collapsed block that does not say what it holds: the answer may be unfolded. */
function unfoldedUnit(
  { evidence }: Checked['reading'],
  { opening, split, region }: ReadQuestion['parts'],
): Unit | undefined {
  if (opening?.by !== 'container' || opening.marker) return undefined
  // Below a summary that asks stands the answer, whatever else is collapsed in it.
  if (region.shape === 'title')
    return split.before
      .slice(1)
      .find(
        ({ index, directive }) =>
          directive !== 'question' && evidence[index]?.asks !== true,
      )
  const asked = split.before.findIndex(
    ({ index }) => evidence[index]?.asks === true,
  )
  if (asked === -1) return undefined
  return split.before.slice(asked + 1).find((unit) => isStray(unit, evidence))
}

/** What stands behind the bullets of a question that wants one of them. */
function optionsEnd(units: readonly Unit[]): readonly Unit[] {
  const isListed = ({ wrapper }: Unit) => wrapper?.node.type === 'listItem'
  if (!units.some(({ flat }) => choosing.test(flat.text))) return []
  const last = units.findLastIndex(isListed)
  return last > 0 && !units.slice(0, 1).some(isListed)
    ? units.slice(last + 1)
    : []
}

/** A label that opens answers, an explicit container, a directive: nothing before them can be the answer. */
function isCertain(
  opening: NonNullable<ReadQuestion['parts']['opening']>,
): boolean {
  if (
    opening.by === 'container' ||
    opening.by === 'directive' ||
    opening.by === 'cell'
  )
    return true
  return (
    (opening.by === 'label' || opening.by === 'letter') &&
    opening.marker?.strength === 'primary'
  )
}

/** Words of a question that has a block of its own. */
const pointing =
  /다음|아래|위의?|주어진|이 (?:코드|쿼리|표|그림)|코드|쿼리|출력|결과|빈 ?칸|보기|표|그림|스키마|_{3,}|\?{3}/u

/** Code, a table, or a paragraph of nothing but pictures. */
function isBlock({ node, flat }: Unit): boolean {
  return (
    node.type === 'code' ||
    node.type === 'table' ||
    (node.type === 'paragraph' && flat.text === '')
  )
}

function isText({ node, flat }: Unit): boolean {
  return (
    node.type === 'heading' || (node.type === 'paragraph' && flat.text !== '')
  )
}
