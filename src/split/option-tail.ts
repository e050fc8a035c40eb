import type { OptionText } from './option-text.ts'

/** Ways to explain an option, the surest first: on lines of its own, behind a sign, as a second sentence or clause, in brackets. */
export const tailKinds = [
  'below',
  'arrow',
  'sign',
  'sentence',
  'clause',
  'aside',
] as const

/** What may explain an option, behind it or below it. */
export interface OptionTail {
  readonly kind: (typeof tailKinds)[number]
  /** What the option says without it. */
  readonly head: string
  readonly text: string
}

/** ` - ` and `: `; `10:30`, `3:2` and `B-Tree` have no blank. */
const sign =
  /\s(?:[-–—―=#|※~]|\/\/|--)\s+(?=\S)|\s?:\s+(?=\S)|(?<=[\p{L}\p{N})\]])[–—](?=\s?[\p{L}(])/u
const arrow = /\s?(?:[-=]{1,2}>|<[-=]{1,2}|[→⇒➡←↔⇐])\s?(?=\S)/u
/** Signs that stand in code as well: `a = b`, `ls | wc`, `x -> y`. */
const codeSign = /[=#|~<>/]|--/u
const stop = /(?<=[가-힣)\]'"”’`x])\s?[.!?]\s+(?=[^\s.])/u
const comma = /(?<=\S),\s+(?=\S)/u
const aside = /\s?[([]([^()[\]]*)[)\]]\s*[.!]?$/u
/** `요청이 몰려, …`, `느리지만, …`: the sentence goes on. */
const connective =
  /(?:[어여려해되돼]|[가-힣][아고며면]|(?:아|어|해|여)서|지만|는데|니까|도록|으나|거나|든지|므로)$/u
const hangul = /[가-힣]/u

/**
 * Finds what may be an explanation of an option.
 *
 * @param option its text and what stands below
 */
export function tailsOf({ text, below }: OptionText): OptionTail[] {
  const clause = partAt('clause', comma, text)
  const brackets = aside.exec(text)
  return [
    below === ''
      ? undefined
      : ({ kind: 'below', head: text, text: below } as const),
    arrowsIn(text) === 1 ? partAt('arrow', arrow, text) : undefined,
    partAt('sign', sign, text),
    partAt('sentence', stop, text),
    clause && isAfterthought(clause) ? clause : undefined,
    brackets && brackets.index > 0 && isSaying(brackets[1] ?? '')
      ? ({
          kind: 'aside',
          head: text.slice(0, brackets.index),
          text: brackets[1] ?? '',
        } as const)
      : undefined,
  ].filter((tail) => tail !== undefined)
}

/** `메모리, 휘발성이다`; `느리고, 비싸다` is one sentence. */
function isAfterthought({ head, text }: OptionTail): boolean {
  return (
    (isPredicate(text) || judges(text)) &&
    !isPredicate(head) &&
    !connective.test(head)
  )
}

/** `(Transport Layer)`, `(80)` and `(n)` are names and values. */
function isSaying(text: string): boolean {
  return hangul.test(text) || judges(text)
}

/**
 * Counts the arrows of an option: two of them, as in `가 → 나 → 다`, make an order.
 *
 * @param text of an option
 */
export function arrowsIn(text: string): number {
  return text.split(arrow).length - 1
}

function partAt(
  kind: OptionTail['kind'],
  form: RegExp,
  text: string,
): OptionTail | undefined {
  const match = form.exec(text)
  if (!match || match.index === 0) return undefined
  const head = text.slice(0, match.index).trim()
  const tail = text.slice(match.index + match[0].length).trim()
  return isMeant(`${head} ${tail}`, tail, match[0])
    ? { kind, head, text: tail }
    : undefined
}

/** Words explain; code and formulas only have such signs in them. */
function isMeant(all: string, tail: string, by: string): boolean {
  if (hangul.test(all)) return true
  return !codeSign.test(by) && /\p{L}{2,}[\s,]+\p{L}{2,}/u.test(tail)
}

const judging =
  /정 ?답|오 ?답|맞(?:다|음|는 ?(?:말|것|답|설명)|습니다|아요)|틀(?:리|린|렸|림|립)|옳(?:다|음|습니다|지 ?않)|해 ?설|왜냐|^[^\p{L}]*(?:참|거짓|[OX○×]|답|이유|근거)(?:[^\p{L}]|$)|\b(?:in)?correct\b|\bwrong\b|^(?:true|false)\b/iu

/**
 * Whether a text judges an option: `오답`, `맞다`, `X`, `이유: …`.
 *
 * @param text tail of an option
 */
export function judges(text: string): boolean {
  return judging.test(text)
}

const predicate =
  /(?:다|[요죠]|음|[함됨임림름짐킴]|므로|라서|[아어해]서|때문|니까|기에)$/u
const noun =
  /(?:다음|마음|모음|처음|웃음|얼음|소음|알고리즘|시스템|책임|타임|게임|프레임|포함|쓰임|크림|스트림|이름|흐름|구름)$/u

/**
 * Whether a text says something of an option, rather than to name it: ends as a sentence or as notes do (`느림`).
 *
 * @param text tail of an option, or all of it
 */
export function isPredicate(text: string): boolean {
  const end = text.trim().replace(/[\s.!~…)]+$/u, '')
  return predicate.test(end) && !noun.test(end)
}
