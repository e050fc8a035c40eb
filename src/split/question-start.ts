import type { FlatText } from './text.ts'

/** A label or a number with which a question may begin. */
export interface Start {
  /** `label` names a question (Q1, 문제 1); `number` may be any list. */
  readonly form: 'label' | 'number'
  /** As authored, without punctuation: `Q3`, `문제 2`, `1`; empty for a bare `Q.`. */
  readonly number: string
  /** Digits of the number, 0 when there are none. */
  readonly ordinal: number
  /** Where the question's text begins, in the flattened text. */
  readonly end: number
}

const decoration =
  /^(?:[\s_~#"'•·●■◆▶►☞※★☆]|[[【〔<《〈(]|\p{Extended_Pictographic}|[\uFE0F\u20E3])*/u
const named =
  /^(?:(Q|Question|Quiz|Problem|질 ?문|문 ?제|문 ?항|문(?= ?\d)|No(?=\.? ?\d)|퀴즈|예제|연습 ?문제|예상 ?질문|예상 ?문제|면접 ?질문|객관식|주관식|단답형|서술형|실습) {0,2}(?:#|No\.?|\.)? {0,1}(\d{1,4}(?:-\d{1,3})?))(?![\d.]*\d)/iu
const afterNamed =
  /^ {0,2}(?:번)?(?:[\]】〕>》〉)]| *[.:)]| *[-–—|] | {1,4}(?=\S)|$)+:?/u
const numberEnd = /^(?: ?(?:번|[\]】〕>》〉).:])|$)/u
const bareQ = /^(?:Q|질문|문제|Question) {0,2}[.:)\]] ?(?=\S|$)/iu
const counted =
  /^(\d{1,4}) {0,2}번(?:(?: {0,2}(?:문제|문항|질문))? {0,2}(?:[.:)\]】]|$)+| {0,2}(?:문제|문항|질문)(?= [^은는이가을를]))/u
const numbered =
  /^(\d{1,4}(?:-\d{1,3})?) {0,2}(?:[.)\]】]|️?⃣)(?:[.)\]】:]?)(?= |$|\p{L})/u
const trailing = /(?:질문|문제|문항) {0,2}(\d{1,4})$/u

/**
 * Finds the label or the number that a text begins with: `Q1.`, `[문제 1]`, `문항 3)`, `3번.`, `**1. …`, `1. 질문: …`.
 *
 * `Q1~Q3 내용을` and `문제 1은` are no starts.
 *
 * @param flat text of a line, heading or title
 * @param isTitle headings and summaries may name a question without punctuation: `문제 1 개념`, `TCP 관련 질문 1`
 */
export function startAt(flat: FlatText, isTitle: boolean): Start | undefined {
  const { text } = flat
  const from = decoration.exec(text.slice(0, 24))?.[0].length ?? 0
  const rest = text.slice(from, from + 60)
  return (
    namedStart(rest, from, isTitle) ??
    countedStart(rest, from) ??
    numberStart(text.slice(from), from) ??
    trailingStart(text, isTitle)
  )
}

function namedStart(
  rest: string,
  from: number,
  isTitle: boolean,
): Start | undefined {
  const name = named.exec(rest)
  const bare = bareQ.exec(rest)
  const behind = rest.slice(name?.[0].length ?? 0)
  if (name && !(bare && isWord(bare[0], behind))) {
    const after = afterNamed.exec(behind)
    if (!after) return undefined
    // "문제 1 다음은" as a line is a sentence more often than a label.
    if (!isTitle && /^ +$/.test(after[0]) && !/^q/i.test(name[0]))
      return undefined
    return start(
      'label',
      name[0].trim(),
      name[2],
      from + name[0].length + after[0].length,
    )
  }
  return bare ? start('label', '', undefined, from + bare[0].length) : undefined
}

/** "Q. 3계층은" and "Q. 3-way handshake란" begin with a word, "Q. 3)" and "Q.3 계층은" with a number. */
function isWord(label: string, behindNumber: string): boolean {
  return (
    !numberEnd.test(behindNumber) &&
    (label.endsWith(' ') || !behindNumber.startsWith(' '))
  )
}

function countedStart(rest: string, from: number): Start | undefined {
  const match = counted.exec(rest)
  return match
    ? start('label', match[1] ?? '', match[1], from + match[0].length)
    : undefined
}

function numberStart(text: string, from: number): Start | undefined {
  const match = numbered.exec(text.slice(0, 24))
  if (!match) return undefined
  const end = from + match[0].length
  const inner = /^ {0,2}(?:질문|문제|Q|Question) {0,2}[:.] ?/iu.exec(
    text.slice(match[0].length, match[0].length + 16),
  )
  return inner
    ? start('label', match[1] ?? '', match[1], end + inner[0].length)
    : start('number', match[1] ?? '', match[1], end)
}

function trailingStart(text: string, isTitle: boolean): Start | undefined {
  if (!isTitle || text.length > 24) return undefined
  const match = trailing.exec(text)
  return match ? start('label', match[0], match[1], text.length) : undefined
}

function start(
  form: Start['form'],
  number: string,
  digits: string | undefined,
  end: number,
): Start {
  return {
    form,
    number: number.replace(/\s+/g, ' '),
    ordinal: Number(/\d+$/.exec(digits ?? '')?.[0] ?? 0),
    end,
  }
}

const asking =
  /(?:\?|시오|하세요|보세요|주세요|쓰세요|으세요|십시오|하라|해라|보라|여라|아라|어라|쓰라|으라|고르라|가요|니까|는가|은가|인가|일까|할까|을까|는지|무엇|것은|것을|고르면|까요|나요|하기|쓰기|구하기|서술|논하라|는 문제(?:이?다|입니다|임)?|는\?)$/u
const askingTitle =
  /(?:차이|차이점|이유|비교|설명|과정|원리|방법|장단점|장점|단점|역할|특징|뭔가|무엇|이란|란|[은는])$/u
const trueFalse =
  /[([] {0,2}(?:[OoㅇXx×] ?[/·,] ?[OoㅇXx×]|OX|참 ?\/ ?거짓|True ?\/ ?False|T\/F) {0,2}[)\]]/u
const tail =
  /(?:\s|\([^()]{0,30}\)|\[[^[\]]{0,20}\]|[.!:…~"'”’」』`_]|[⭐★☆]|\uFE0F|\p{Extended_Pictographic})$/u

/**
 * Whether a text asks something: ends with `?`, `…시오.`, `…하세요 (3점)`, or is an O/X statement.
 *
 * @param text flattened text of a line
 * @param isTitle headings also ask with a noun: `인증과 인가의 차이`
 */
export function asks(text: string, isTitle = false): boolean {
  if (
    trueFalse.test(text.slice(-40)) ||
    text.slice(-60).includes('?') ||
    text.includes('? ')
  )
    return true
  let rest = text.slice(-120)
  for (let match = tail.exec(rest); match; match = tail.exec(rest))
    rest = rest.slice(0, match.index)
  if (asking.test(rest) || (isTitle && askingTitle.test(rest))) return true
  return /_{3,}|\( {2,}\)|\[ {2,}\]|\(\s?[①-⑳㉠-㉭A-E]\s?\)|\?\?\?/u.test(text)
}
