import type { ReadQuestion } from '../assemble.ts'
import { flatten, plainText } from '../text.ts'
import { complain, type Check } from './check.ts'

const pointsDown =
  /(?:다음|아래|밑)의? {0,2}(?:[^\s.?]{1,10} {0,1}){0,2}(?:코드|쿼리|SQL|프로그램|함수|스크립트|표|그림|로그|출력|다이어그램|ERD|스키마|설명|지문|글|상황|보기|명령|설정|문장|사례)|(?<![\p{L}\p{N}])이 (?:코드|쿼리|함수|표|그림|로그|스키마)(?=[를을의가이은는에로]|$)/u
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
