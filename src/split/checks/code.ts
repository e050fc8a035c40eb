import type { ReadQuestion } from '../assemble.ts'
import { plainText } from '../text.ts'
import { brief, complain, type Check } from './check.ts'

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

const asksOutputWords = /출력|실행 ?결과|결과는|결과를|찍히|콘솔|output|print/iu
const valueComment =
  /(?:print|console\.|System\.out|puts|echo|cout|fmt\.|log)[^\n]{0,200}?\s(?:\/\/|#|--)\s{0,3}((?:=>|→)?\s{0,2}(?:-?\d[\d.,]*|["'`[{].{0,80}|true|false|null|undefined|none|nan|[a-z]{0,30}(?:Error|Exception)\b.{0,80})\s*)$/gimu

function asksOutput({ question }: ReadQuestion['parts']): boolean {
  return question.some(
    ({ flat, node }) => node.type !== 'code' && asksOutputWords.test(flat.text),
  )
}

/** `print(x)  # 12` below "출력은?"; comments `// 1`, `// 2`, `// 3` only number the lines. */
function printedValue(code: string): RegExpExecArray | undefined {
  const found = [...code.matchAll(valueComment)]
  const isNumbering =
    found.length > 1 &&
    found.every((match, at) => match[1]?.trim() === String(at + 1))
  return isNumbering ? undefined : found[0]
}

function answerText({ answers }: ReadQuestion['question']): string {
  return answers.map(({ body }) => plainText(body)).join('\n')
}

const filledGap =
  /(?:(?<!_)_{2,}|\?{3})[^\n]{0,80}?(?:\/\/|#|--|\/\*) {0,3}([^\n*]{1,60})/u

/** `const x = ____ // let`, where the answer says the same. */
function filledIn(code: string, answers: string): RegExpExecArray | null {
  const match = filledGap.exec(code)
  const word = match?.[1]?.trim() ?? ''
  return word !== '' && answers.includes(word) ? match : null
}

/** `// 정답` in a question's code is printed with the code. */
export const codeIsSilent: Check = (checked) => {
  for (const { question, parts } of checked.read.topics.flatMap(
    (topic) => topic.questions,
  ))
    for (const unit of parts.question) {
      if (unit.node.type !== 'code') continue
      const answer =
        answerComment.exec(unit.node.value) ??
        (asksOutput(parts) ? printedValue(unit.node.value) : undefined) ??
        filledIn(unit.node.value, answerText(question))
      const match = answer ?? resultComment.exec(unit.node.value)
      if (!match) continue
      complain(
        checked,
        answer ? 'code-comment-answer' : 'code-comment-result',
        `Unexpected comment \`${brief(match[0])}\` in the code of question ${question.number}, expected no answer in it`,
        unit,
        'Move the comment into the answer: participants see the code as it is.',
      )
    }
}
