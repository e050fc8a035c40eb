import type { ReadQuestion } from '../assemble.ts'
import { isSureStart } from '../body-starts.ts'
import { plainText, flatten } from '../text.ts'
import type { Unit } from '../unit.ts'
import { brief, complain, type Check, type Checked } from './check.ts'

/** Text between a question and an answer that has no label of its own could be either. */
export const promptsAreClear: Check = (checked) => {
  for (const { questions } of checked.read.topics)
    for (const read of questions) {
      const doubt = doubtfulUnit(checked, read)
      if (doubt)
        complain(
          checked,
          'prompt-unclear',
          `Unexpected text \`${brief(doubt.flat.text)}\` between question ${read.question.number} and its answer, expected it to belong to one of them`,
          doubt,
          'Label the answer (`> **[답변]** …`), or put `<!-- studydeck: answer -->` before the block with which it begins.',
        )
    }
}

function doubtfulUnit(
  { reading, read }: Checked,
  { parts, isCollected }: ReadQuestion,
): Unit | undefined {
  const { opening, split, region } = parts
  if (isCollected) return undefined
  if (opening ? isCertain(opening) : !hasNoAnswers(read))
    return (
      opening && (strayUnit(reading, parts) ?? unfoldedUnit(reading, parts))
    )
  if (opening && isProblem(reading, parts)) return undefined
  const asked = split.before.findIndex(
    ({ index }) => reading.evidence[index]?.asks,
  )
  const isSure = isSureStart(region.shape)
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

/** A sentence behind the options of a question, above its label: an explanation more often than a part of the question. */
function strayUnit(
  { evidence }: Checked['reading'],
  { split }: ReadQuestion['parts'],
): Unit | undefined {
  return [...optionsEnd(split.before), ...split.after].find(
    (unit) =>
      unit.node.type === 'paragraph' &&
      unit.wrapper === undefined &&
      unit.flat.text !== '' &&
      !remark.test(unit.flat.text) &&
      unit.directive !== 'question' &&
      evidence[unit.index]?.asks !== true &&
      evidence[unit.index]?.marker?.role !== 'passage',
  )
}

/** A sentence behind what asks, above a collapsed block that does not say what it holds: the answer may be unfolded. */
function unfoldedUnit(
  { evidence }: Checked['reading'],
  { opening, split }: ReadQuestion['parts'],
): Unit | undefined {
  if (opening?.by !== 'container' || opening.marker) return undefined
  const asked = split.before.findIndex(
    ({ index }) => evidence[index]?.asks === true,
  )
  if (asked === -1) return undefined
  return split.before
    .slice(asked + 1)
    .find(
      (unit) =>
        unit.node.type === 'paragraph' &&
        unit.wrapper === undefined &&
        unit.flat.text !== '' &&
        !remark.test(unit.flat.text) &&
        unit.directive !== 'question' &&
        evidence[unit.index]?.asks !== true &&
        evidence[unit.index]?.marker?.role !== 'passage',
    )
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

function hasNoAnswers({ topics }: Checked['read']): boolean {
  return topics.every(({ questions }) =>
    questions.every(({ question }) => question.answers.length === 0),
  )
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

const pointsDown =
  /(?:다음|아래|밑)의? {0,2}(?:[^\s.?]{1,10} {0,1}){0,2}(?:코드|쿼리|SQL|프로그램|함수|스크립트|표|그림|로그|출력|다이어그램|ERD|스키마|설명|지문|글|상황|보기|명령|설정|문장|사례)/u
const blocks = new Set([
  'code',
  'table',
  'blockquote',
  'list',
  'container',
  'math',
  'html',
])

/** "다음 코드를 보고 …" needs a block to look at. */
export const pointedBlocksAreThere: Check = (checked) => {
  for (const { questions, topic } of checked.read.topics)
    for (const { question } of questions) {
      const text = flatten(
        `${question.title ? plainText([{ type: 'paragraph', children: [...question.title] }]) : ''} ${plainText(question.prompt)}`,
      ).text
      const pointed = pointsDown.exec(text)?.[0]
      if (!pointed || hasBlock(question) || topic.situation.length > 0) continue
      complain(
        checked,
        'block-missing',
        `Unexpected question ${question.number} that points to \`${pointed}\` without one, expected a block in the question`,
        question.line,
        'If the block stands in the answer, move it above the answer: participants do not see it there.',
      )
    }
}

function hasBlock({ prompt, choices }: ReadQuestion['question']): boolean {
  return (
    choices.length > 0 ||
    (prompt.length > 1 && prompt.some(({ type }) => blocks.has(type))) ||
    prompt.some(({ type }) => blocks.has(type)) ||
    JSON.stringify(prompt).includes('"type":"image"') ||
    plainText(prompt).split('\n').length > 1
  )
}
