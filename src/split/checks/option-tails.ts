import type { ReadQuestion } from '../assemble.ts'
import { optionGroups } from '../option-groups.ts'
import {
  arrowsIn,
  isPredicate,
  judges,
  tailKinds,
  tailsOf,
  type OptionTail,
} from '../option-tail.ts'
import { oddSign } from '../option-signs.ts'
import { isSettled, optionTexts, type OptionText } from '../option-text.ts'
import { flatten, plainText } from '../text.ts'
import { brief, complain, type Check } from './check.ts'

/**
 * Options say what there is to choose from, and nothing of why: `② 메모리 - 휘발성이라 정답이다`.
 *
 * Nouns behind all of them are kept (`① TCP - 연결 지향 프로토콜`), and so are sentences where statements are to be judged.
 */
export const optionsExplainNothing: Check = (checked) => {
  for (const { questions } of checked.read.topics)
    for (const read of questions)
      for (const group of optionGroups(read.parts, checked.reading)) {
        if (isSettled(group)) continue
        const options = optionTexts(group)
        // What only has a sign is reported as such.
        const found = oddSign(options) ? undefined : explained(options, read)
        if (!found) continue
        complain(
          checked,
          'choice-explained',
          `Unexpected \`${brief(found.text)}\` with option \`${brief(found.option.unit.flat.text)}\` of question ${read.question.number}, expected options that explain nothing`,
          found.option.unit,
          'If it explains the option, write it below `정답: …`. If participants have to read it, put `<!-- studydeck: question -->` before the options.',
        )
      }
}

interface Explained {
  readonly option: OptionText
  readonly text: string
}

/** Questions about statements and pairs: their options are sentences themselves. */
const aboutStatements =
  /설명|연결|짝|옳은|옳지|올바|바르|틀린|틀리|잘못|맞는 ?(?:것|말|문장)|일치|관계|순서|나열|조합|특징|특성|대응|묶은|하시겠|어떻게|방안|대안|statement|true|false|correct/iu
/** `모두 해당`, `①, ②`, `없음`: needs no explanation where the others have one. */
const ofOthers =
  /^(?:모두|모든|전부|위|둘 ?다|셋 ?다|해당|없|정답 ?없음|보기|알 수 ?없|all|none|both|[\s,·와과및①-⑳ㄱ-ㅎA-E]+$)/iu

function explained(
  options: readonly OptionText[],
  read: ReadQuestion,
): Explained | undefined {
  const noted = options.find(({ isNoted }) => isNoted)
  if (noted) return { option: noted, text: 'a footnote' }
  const isAboutStatements = aboutStatements.test(
    flatten(plainText(promptOf(read))).text,
  )
  const areOrders = options.some(({ text }) => arrowsIn(text) > 1)
  for (const kind of tailKinds) {
    if (kind === 'arrow' && areOrders) continue
    const tailed = options.flatMap((option) =>
      tailsOf(option)
        .filter((tail) => tail.kind === kind)
        .map((tail) => ({ option, tail })),
    )
    const telling =
      tailed.find((one) => judges(one.tail.text)) ??
      (isAboutStatements ? undefined : tellingName(tailed, read))
    const doubtful = telling ?? oddOne(tailed, options, isAboutStatements)
    if (doubtful) return { option: doubtful.option, text: doubtful.tail.text }
  }
  return undefined
}

interface Tailed {
  readonly option: OptionText
  readonly tail: OptionTail
}

/** A tail that only some options have, or that says something of them. */
function oddOne(
  tailed: readonly Tailed[],
  options: readonly OptionText[],
  isAboutStatements: boolean,
): Tailed | undefined {
  const others = options.filter(
    (option) =>
      !ofOthers.test(option.text) &&
      !tailed.some((one) => one.option === option),
  )
  if (others.length > 0)
    return tailed.find((one) => !isNaturalIn(one, others, isAboutStatements))
  return isAboutStatements
    ? undefined
    : tailed.find(({ tail }) => tail.kind === 'arrow' || isPredicate(tail.text))
}

/** A name in brackets; or a sentence among sentences that only happens to have a colon in its middle. */
function isNaturalIn(
  { tail }: Tailed,
  others: readonly OptionText[],
  isAboutStatements: boolean,
): boolean {
  if (tail.kind === 'aside') return !isPredicate(tail.text)
  if (tail.kind === 'clause' && others.some(({ text }) => isPredicate(text)))
    return true
  return (
    isAboutStatements &&
    tail.kind === 'sign' &&
    isPredicate(tail.text) &&
    !isPredicate(tail.head) &&
    others.every(({ text }) => isPredicate(text))
  )
}

/** `TCP - 전송 계층` where the question asks for the 전송 계층, or the answer speaks of it: only some of the tails do. */
function tellingName(
  tailed: readonly Tailed[],
  read: ReadQuestion,
): Tailed | undefined {
  const told = condensed(
    plainText([
      ...promptOf(read),
      ...read.question.answers.flatMap(({ body }) => body),
    ]),
  )
  // An answer repeats its option.
  const rest = tailed.reduce(
    (text, { option }) => text.replaceAll(condensed(option.text), '|'),
    told,
  )
  const telling = tailed.filter(({ tail }) =>
    wordsOf(tail.text).some(
      (word) =>
        rest.includes(word) &&
        (tailed.length === 1 ||
          !tailed.every((other) => condensed(other.tail.text).includes(word))),
    ),
  )
  return telling.length < tailed.length || tailed.length === 1
    ? telling[0]
    : undefined
}

function promptOf({ question: { title, prompt } }: ReadQuestion) {
  return [
    ...(title ? [{ type: 'paragraph' as const, children: [...title] }] : []),
    ...prompt,
  ]
}

function condensed(text: string): string {
  return flatten(text)
    .text.replaceAll(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase()
}

function wordsOf(text: string): string[] {
  return flatten(text)
    .text.split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1 && /[가-힣]/u.test(word))
}
