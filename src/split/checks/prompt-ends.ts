import type { ReadQuestion } from '../assemble.ts'
import { isPredicate } from '../option-tail.ts'
import { isRemark } from './prompts.ts'
import { flatten, plainText } from '../text.ts'
import type { Unit } from '../unit.ts'
import { complain, nameOf, type Check, type Checked } from './check.ts'

/**
 * A sentence between what asks and the label of the answer, which says what only an answer says, which stands in a quote, or which
 * hardly any other question of the paper has: `1. 캐시란?`, `가까운 저장소입니다.` and then `정답: …`.
 */
export const promptsEndBeforeAnswers: Check = (checked) => {
  const questions = checked.read.topics.flatMap((topic) => topic.questions)
  const labelled = questions.filter(
    ({ parts, isCollected, question }) =>
      parts.opening !== undefined ||
      (isCollected && question.answers.length > 0),
  )
  const behind = labelled.map((read) => ({
    read,
    units: unitsBehind(checked, read),
  }))
  const plain = behind.filter(({ units }) => units.some(isPlain))
  const isHabit = plain.length * 2 >= labelled.length
  for (const { read, units } of behind) {
    const doubt =
      solutionIn(checked, read) ??
      answerIn(checked, read, units) ??
      statedIn(checked, read) ??
      (goesOn(read)
        ? undefined
        : units.find((unit) => isRemarked(unit) || (!isHabit && isPlain(unit))))
    if (doubt)
      complain(
        checked,
        'prompt-unclear',
        `Unexpected ${nameOf(doubt)} between question ${read.question.number} and the label of its answer, expected it to belong to one of them`,
        doubt,
        'If it belongs to the answer, write it below the label. If participants have to read it, write it above what asks, or put `<!-- studydeck: question -->` before it.',
      )
  }
}

const stating = /[다요음함][.!] +\S/u

/** `가까운 저장소이다. 왜 쓸까?` below `캐시란?`, above nothing but `해설: …`: the answer proper has to stand somewhere. */
function statedIn(
  { reading: { evidence } }: Checked,
  read: ReadQuestion,
): Unit | undefined {
  const { opening, split } = read.parts
  if (opening?.by !== 'label' || opening.marker?.strength === 'primary')
    return undefined
  const asked = split.before.findIndex(({ index }) => evidence[index]?.asks)
  return asked < 0 || goesOn(read)
    ? undefined
    : split.before
        .slice(asked + 1)
        .find(
          ({ index, flat, directive }) =>
            evidence[index]?.asks === true &&
            directive !== 'question' &&
            stating.test(flat.text),
        )
}

/** Words of a question that goes on below: `다음 문장은 참인가?` */
const pointing =
  /다음|아래|빈 ?칸|괄호|밑줄|주어진|조건(?!은|는|이란|을 (?:설명|서술|말|쓰|적))|이 (?:글|문장|말|대화|상황)/u

/** Nobody answers above the options. */
function goesOn({ parts: { split } }: ReadQuestion): boolean {
  return (
    split.choices.length > 0 ||
    split.before.some(({ flat }) => pointing.test(flat.text))
  )
}

/** What stands behind the last line that asks, and above the options and the answer. */
function unitsBehind(checked: Checked, read: ReadQuestion): Unit[] {
  return blocksBehind(checked, read).filter(
    (unit) =>
      unit.node.type === 'paragraph' &&
      unit.flat.text !== '' &&
      !isRemark(unit.flat.text) &&
      checked.reading.evidence[unit.index]?.marker === undefined,
  )
}

function blocksBehind(
  { reading: { evidence } }: Checked,
  { parts: { split }, region }: ReadQuestion,
): Unit[] {
  const asked = split.before.findLastIndex(
    ({ index }) => evidence[index]?.asks === true,
  )
  if (asked < 0 || region.shape === 'row') return []
  const settled = new Set(
    split.before
      .filter(({ directive }) => directive === 'question')
      .map(({ paragraph, index }) => paragraph ?? index),
  )
  return split.before
    .slice(asked + 1)
    .filter((unit) => !settled.has(unit.paragraph ?? unit.index))
}

/** `정답: 위와 같다`. */
const pointsUp =
  /^(?:위|상기)(?:와 ?같|와 ?동일|의 내용|에 (?:쓴|적은)|처럼| (?:두|세|네) ?가지| 모두| 전부)/u
const pointsToBlock =
  /다음|아래|위의? |주어진|표|테이블|데이터|스키마|코드|쿼리|결과|로그|보기|이 (?:함수|그림)|빈 ?칸|_{3}/u
const wantsCode = /구현|작성하|짜시오|짜세요|만드시오|만드세요|만들어 ?보/u

const wantsTable = /차이|비교|정리하|장단점|특징|종류|구분하/u

/** A table where a comparison is asked for, code where code is, or whatever the answer calls `위와 같다`. */
function solutionIn(checked: Checked, read: ReadQuestion): Unit | undefined {
  const { question, parts } = read
  if (parts.split.choices.length > 0) return undefined
  const text = parts.split.before.map(({ flat }) => flat.text).join('\n')
  const answer = plainText(question.answers.flatMap(({ body }) => body))
  const isAbove = pointsUp.test(answer.trim())
  const isPointing = pointsToBlock.test(text)
  return blocksBehind(checked, read).find(
    ({ node }) =>
      !isPointing &&
      (isAbove ||
        (node.type === 'table' && wantsTable.test(text)) ||
        (node.type === 'code' && wantsCode.test(text))),
  )
}

/** A sentence that stands in no list of its own. */
function isPlain({ wrapper, flat }: Unit): boolean {
  return !isListed(wrapper) && isPredicate(flat.text)
}

/** `> 네 가지를 모두 만족해야 해요.` below what asks: a passage to be read is pointed to, or stands above. */
function isRemarked(unit: Unit): boolean {
  const type = unit.wrapper?.node.type
  return (type === 'blockquote' || type === 'container') && isPlain(unit)
}

function isListed(wrapper: Unit['wrapper']): boolean {
  // The list item of the question itself is the outermost.
  return (
    wrapper?.node.type === 'listItem' && wrapper.parent?.parent !== undefined
  )
}

/** A line, or what stands behind the sentence that asks on its own line, which answers. */
function answerIn(
  { reading: { evidence } }: Checked,
  read: ReadQuestion,
  units: readonly Unit[],
): Unit | undefined {
  const { question, parts } = read
  const asking = parts.split.before.findLast(
    ({ index }) => evidence[index]?.asks === true,
  )
  const asked = asking?.flat.text ?? ''
  const answers = piecesOf(
    plainText(question.answers.flatMap(({ body }) => body)),
  )
  const tail = asked.slice(asked.lastIndexOf('?') + 1)
  if (
    asking &&
    asking.directive !== 'question' &&
    tail !== asked &&
    answersIt(tail, asked, answers)
  )
    return asking
  return units.find(
    (unit) => answersIt(unit.flat.text, asked, answers) || defines(unit, asked),
  )
}

/** `> 캐시는 가까운 저장소` below `캐시란 무엇인가?`: in a quote, no verb is needed. */
function defines({ wrapper, flat }: Unit, asked: string): boolean {
  const term = definition.exec(asked)?.[1]
  return (
    term !== undefined &&
    (wrapper?.node.type === 'blockquote' ||
      wrapper?.node.type === 'container') &&
    new RegExp(`^[^\\p{L}\\p{N}]*${term}(?:은|는|이란|란)\\s`, 'u').test(
      flat.text,
    )
  )
}

const telling =
  /^(?:왜냐|그 ?이유는|이유는|따라서|그러므로|즉[, ]|내 ?생각|제 ?생각|나는 |저는 )|(?:^|\s)(?:정 ?답|해 ?답|답)은 |(?:때문|위해서|위함|까닭|덕분)(?:이다|입니다|이에요|임)?[\s.!]*$/u
const definition =
  /([\p{L}\p{N}]{2,}?)(?:이란|란|은|는)\s*(?:무엇|뭐|뭔|어떤 ?것|\?)/u

function answersIt(
  text: string,
  asked: string,
  answers: ReadonlySet<string>,
): boolean {
  const words = text.trim()
  if (telling.test(words)) return true
  const term = definition.exec(asked)?.[1]
  if (term !== undefined && words.startsWith(term) && isPredicate(words))
    return true
  const pieces = [...piecesOf(words)]
  const shared = pieces.filter((piece) => answers.has(piece))
  return pieces.length >= fewestPieces && shared.length * 2 >= pieces.length
}

/** Shorter texts share their pieces by chance. */
const fewestPieces = 6
const pieceLength = 4

function piecesOf(text: string): Set<string> {
  const letters = flatten(text)
    .text.replaceAll(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase()
  const pieces = new Set<string>()
  for (let at = 0; at + pieceLength <= letters.length; at++)
    pieces.add(letters.slice(at, at + pieceLength))
  return pieces
}
