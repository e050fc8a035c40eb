import { gap, plainBlanks } from '../gap.ts'
import { isChoosing } from '../option-groups.ts'
import type { ReadQuestion } from '../assemble.ts'
import { outermost, type Unit } from '../unit.ts'
import { brief, complain, type Check, type Checked } from './check.ts'

/**
 * What an answer without a label begins with may belong to the question: its options, the things to put in order, the sentence with the
 * blank. Participants would miss it.
 */
export const answersBeginAsAnswers: Check = (checked) => {
  for (const { questions } of checked.read.topics)
    for (const read of questions) {
      const doubt = questionSide(checked, read)
      if (doubt)
        complain(
          checked,
          'prompt-unclear',
          `Unexpected \`${brief(doubt.flat.text)}\` below question ${read.question.number}, expected it to belong to the question or to its answer`,
          doubt,
          'Label the answer (`정답: …`) and what is above it goes to the question, or put `<!-- studydeck: answer -->` before the block with which it begins.',
        )
    }
}

/** `( ㉠ )`, `____`: a place to write in, in the text of a sentence. */
const blank = new RegExp(`(?:${gap.source})[^.?!]{0,80}[가-힣]`, 'u')
const ordering = /순서|나열|배열|연결|짝 ?지|짝을|분류|배치/u
/** `㉠ …`, `ㄱ. …`, `(가) …`. */
const mark =
  /^\s*(?:[㉠-㉭㉮-㉻①-⑳]|[([]?(?:[ㄱ-ㅎ]|[가나다라마])[.):\]])\s*\S/u
const wantsBlank = /빈 ?칸|괄호|밑줄|알맞은|들어갈|[㉠-㉭]/u
const passage = /^(?:보기|지문|선택지|조건|제시문|options|choices)$/iu

function questionSide(
  checked: Checked,
  { parts, region, isCollected }: ReadQuestion,
): Unit | undefined {
  const { opening } = parts
  const first = opening && checked.reading.units[opening.at]
  if (!first || isCollected) return undefined
  const below = checked.reading.units.slice(first.index, region.to)
  const isDoubtful =
    opening.by === 'body'
      ? isOfQuestion(checked, parts.question, below)
      : opening.by === 'container' &&
        opening.marker === undefined &&
        isRemark(checked, below)
  return isDoubtful ? first : undefined
}

function isOfQuestion(
  { reading: { evidence } }: Checked,
  question: readonly Unit[],
  [first, next]: readonly Unit[],
): boolean {
  if (!first) return false
  return (
    passage.test(evidence[first.index]?.marker?.label ?? '') ||
    isSentenceWithBlank(question, first) ||
    (next !== undefined &&
      (isInOrder(question, first, next) ||
        isTicked(question, first, next) ||
        isSolution(first, next)))
  )
}

function isSentenceWithBlank(
  question: readonly Unit[],
  { node, flat }: Unit,
): boolean {
  return (
    node.type === 'paragraph' &&
    blank.test(plainBlanks(flat.text)) &&
    question.some((unit) => wantsBlank.test(unit.flat.text))
  )
}

function isInOrder(question: readonly Unit[], ...items: Unit[]): boolean {
  return (
    items.every(({ flat }) => mark.test(flat.text)) &&
    question.some(({ flat }) => ordering.test(flat.text))
  )
}

/** `( ) 가` and `(•) 나`. */
function isTicked(question: readonly Unit[], ...items: Unit[]): boolean {
  return (
    items.every(({ flat }) =>
      /^\s*[([] ?[^\p{N}()[\]]? ?[)\]] \S/u.test(flat.text),
    ) && isChoosing(question)
  )
}

/** Code to begin with, and then code that says `# 정답`. */
function isSolution({ node }: Unit, { node: next }: Unit): boolean {
  return (
    node.type === 'code' &&
    next.type === 'code' &&
    /^\s*(?:\/\/|#|--|\/\*) *(?:정 ?답|답|모범 ?답안|풀이|answer|solution)/iu.test(
      next.value,
    )
  )
}

const remarks = new Set(['important', 'warning', 'caution', 'attention'])

/** `> [!IMPORTANT]` above `답: …`. */
function isRemark(
  { reading: { evidence } }: Checked,
  below: readonly Unit[],
): boolean {
  const outer = below[0] && outermost(below[0])
  return (
    outer?.node.type === 'container' &&
    remarks.has(outer.node.name) &&
    below.some(
      (unit) =>
        outermost(unit) !== outer &&
        evidence[unit.index]?.marker?.role === 'answer' &&
        evidence[unit.index]?.marker?.strength === 'primary',
    )
  )
}
