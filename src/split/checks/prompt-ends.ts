import type { ReadQuestion } from '../assemble.ts'
import { isPredicate } from '../option-tail.ts'
import { isRemark } from './prompts.ts'
import { flatten, plainText } from '../text.ts'
import type { Unit } from '../unit.ts'
import { brief, complain, type Check, type Checked } from './check.ts'

/**
 * A sentence between what asks and the label of the answer, which says what only an answer says, or which hardly any other question of
 * the paper has: `1. 캐시란?`, `가까운 저장소입니다.` and then `정답: …`.
 */
export const promptsEndBeforeAnswers: Check = (checked) => {
  const questions = checked.read.topics.flatMap((topic) => topic.questions)
  const labelled = questions.filter(
    ({ parts, isCollected }) => !isCollected && parts.opening?.at !== undefined,
  )
  const behind = labelled.map((read) => ({
    read,
    units: unitsBehind(checked, read),
  }))
  const plain = behind.filter(({ units }) => units.some(isPlain))
  const isHabit = plain.length * 2 >= labelled.length
  for (const { read, units } of behind) {
    const doubt =
      answerIn(checked, read, units) ??
      (isHabit || goesOn(read) ? undefined : units.find(isPlain))
    if (doubt)
      complain(
        checked,
        'prompt-unclear',
        `Unexpected text \`${brief(doubt.flat.text)}\` between question ${read.question.number} and the label of its answer, expected it to belong to one of them`,
        doubt,
        'If it belongs to the answer, write it below the label. If participants have to read it, write it above what asks, or put `<!-- studydeck: question -->` before it.',
      )
  }
}

/** Words of a question that goes on below: `다음 문장은 참인가?` */
const pointing = /다음|아래|빈 ?칸|괄호|밑줄|주어진|조건/u

/** Nobody answers above the options. */
function goesOn({ parts: { split } }: ReadQuestion): boolean {
  return (
    split.choices.length > 0 ||
    split.before.some(({ flat }) => pointing.test(flat.text))
  )
}

/** What stands behind the last line that asks, and above the options and the answer. */
function unitsBehind(
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
    .filter(
      (unit) =>
        unit.node.type === 'paragraph' &&
        unit.flat.text !== '' &&
        !settled.has(unit.paragraph ?? unit.index) &&
        !isRemark(unit.flat.text) &&
        evidence[unit.index]?.marker === undefined,
    )
}

/** A sentence that stands in no list and no quote of its own. */
function isPlain({ wrapper, flat }: Unit): boolean {
  return (
    wrapper?.node.type !== 'blockquote' &&
    !isListed(wrapper) &&
    isPredicate(flat.text)
  )
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
  return units.find(({ flat }) => answersIt(flat.text, asked, answers))
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
