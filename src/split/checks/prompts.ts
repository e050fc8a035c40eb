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
  if (isCollected || (opening ? isCertain(opening) : !hasNoAnswers(read)))
    return undefined
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

function isBlock({ node }: Unit): boolean {
  return node.type === 'code' || node.type === 'table'
}

function isText({ node }: Unit): boolean {
  return node.type === 'paragraph' || node.type === 'heading'
}

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

const questionLine =
  /^(?:>\s?)*(?:#{2,6} +|\*\*)(?:\[?(?:Q|문제|문항|질문) ?\d{1,3}|\d{1,3}\. |Q\. )|^(?:>\s?)*\*\*\[? ?(?:정답|답변)|^<\/?(?:details|summary)>/mu
const markdownLanguages = new Set([
  'md',
  'markdown',
  'mdx',
  'html',
  'xml',
  'vue',
  'jsx',
  'tsx',
])

/** A fence that opens where none was meant swallows the next question. */
export const codeHoldsNoQuestion: Check = (checked) => {
  for (const unit of checked.reading.units) {
    const { node } = unit
    if (
      node.type !== 'code' ||
      markdownLanguages.has(node.lang?.toLowerCase() ?? '')
    )
      continue
    const match = questionLine.exec(node.value)
    if (match)
      complain(
        checked,
        'question-in-code',
        `Unexpected \`${brief(node.value.slice(match.index))}\` inside a code block, expected code`,
        unit,
        'A fence stands alone on its line, before and after the code. Code that shows Markdown says so: ```md.',
      )
  }
}

const answerComment =
  /(?:\/\/|#|--|\/\*|<!--|;|%)[^\n]{0,20}(?:정답|답은|답:|답 :|ANSWER|answer:|solution:)/u
const resultComment =
  /(?:\/\/|#|--|\/\*)\s{0,3}(?:=>|→)?\s{0,3}(?:결과|출력|output|result|실행 결과) {0,2}[:：=]/iu

/** `// 정답` in a question's code is printed with the code. */
export const codeIsSilent: Check = (checked) => {
  for (const { question, parts } of checked.read.topics.flatMap(
    (topic) => topic.questions,
  ))
    for (const unit of parts.question) {
      if (unit.node.type !== 'code') continue
      const match =
        answerComment.exec(unit.node.value) ??
        resultComment.exec(unit.node.value)
      if (!match) continue
      const isAnswer = answerComment.test(unit.node.value)
      complain(
        checked,
        isAnswer ? 'code-comment-answer' : 'code-comment-result',
        `Unexpected comment \`${brief(match[0])}\` in the code of question ${question.number}, expected no answer in it`,
        unit,
        'Move the comment into the answer: participants see the code as it is.',
      )
    }
}
