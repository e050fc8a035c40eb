import type { Code } from 'mdast'
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

const reasonComment =
  /(?:\/\/|#|--|\/\*) {0,3}([^\n]{0,80}?(?:때문|(?:이라|라서|[아어해]서|므로|니까|기에)(?= |,))[^\n]{0,80})$/gmu

/** `// 전역이라 문제`, where the answer speaks of the same. */
function reasonFor(
  code: string,
  answers: string,
): RegExpMatchArray | undefined {
  return [...code.matchAll(reasonComment)].find(([, comment = '']) =>
    comment
      .split(/[^\p{L}\p{N}]+/u)
      .some((word) => word.length > 1 && answers.includes(word.slice(0, 2))),
  )
}

const aboutChanges = /diff|변경|커밋|commit|패치|patch|리뷰|review|PR\b|수정/iu

/** What a change adds is the cure, unless the question is about the change. */
function addedLine(
  { lang, value }: Code,
  { question }: ReadQuestion['parts'],
): RegExpExecArray | null {
  const isAsked = question.some(
    ({ flat, node }) => node.type !== 'code' && aboutChanges.test(flat.text),
  )
  return lang === 'diff' && !isAsked ? /^\+(?!\+)[^\n]+/mu.exec(value) : null
}

/** What a question's code says of its answer. */
function answerIn(
  code: Code,
  { question, parts }: ReadQuestion,
): RegExpMatchArray | null | undefined {
  const answers = answerText(question)
  return (
    answerComment.exec(code.value) ??
    (asksOutput(parts) ? printedValue(code.value) : undefined) ??
    filledIn(code.value, answers) ??
    reasonFor(code.value, answers) ??
    addedLine(code, parts)
  )
}

/** `// 정답` in a question's code is printed with the code. */
export const codeIsSilent: Check = (checked) => {
  for (const read of checked.read.topics.flatMap((topic) => topic.questions))
    for (const unit of read.parts.question) {
      if (unit.node.type !== 'code' || unit.directive === 'question') continue
      const answer = answerIn(unit.node, read)
      const match = answer ?? resultComment.exec(unit.node.value)
      if (!match) continue
      complain(
        checked,
        answer ? 'code-comment-answer' : 'code-comment-result',
        `Unexpected \`${brief(match[0])}\` in the code of question ${read.question.number}, expected no answer in it`,
        unit,
        'Move it into the answer: participants see the code as it is. `<!-- studydeck: question -->` before the code says that they may.',
      )
    }
}
