import type { Block, QuestionKind } from '../model/paper.ts'
import { flatten, plainText } from './text.ts'

/** What a question's text says about the question besides asking it. */
export interface QuestionFields {
  readonly points?: number
  readonly difficulty?: string
  readonly importance?: number
  readonly minutes?: number
}

const points =
  /(?:[([] {0,2}|배점 {0,2}:? {0,2}|[-–—,] {0,2})(?:배점 {0,2}:? {0,2}|각 {0,2}|총 {0,2})?(\d{1,3}(?:\.\d)?) {0,2}(?:점|points?|pts?)(?![가-힣])/iu
const difficulty =
  /[([] {0,2}(?:난이도 {0,2}:? {0,2})?(최상|상|중상|중|중하|하|최하|기초|기본|초급|중급|고급|심화|응용|쉬움|보통|어려움|Easy|Medium|Hard|Remember|Understand|Apply|Analyze|Evaluate|Create) {0,2}[)\]]|난이도 {0,2}: {0,2}([^\s,()[\]|/·]{1,10})/iu
const minutes =
  /[([] {0,2}(?:약 {0,2}|예상 {0,2})?(\d{1,3}) {0,2}(?:분|min(?:utes?)?|') {0,2}[)\]]/iu
const important =
  /[([] {0,2}(?:매우 {0,2})?중요 {0,2}[)\]]|[([] {0,2}필수 {0,2}[)\]]/u
const importance = /importance {0,2}: {0,2}(\d)/iu
const stars = /[⭐★]/gu

/** Brackets and marks that say something about a question and nothing about its answer: `(3점, 하)`, `(O/X)`, `⭐⭐`. */
const fieldMarks: readonly RegExp[] = [
  /[([](?:[^()[\]]{0,12}(?:점|points?|pts?|분|min|난이도|중요|필수|단답|서술|객관식|복수 ?(?:정답|선택)|자 ?이내|글자|줄 ?이내|택 ?\d|개|가지)[^()[\]]{0,12}|[\s,/·]*(?:최상|상|중상|중|중하|하|최하|기초|기본|초급|중급|고급|심화|응용|쉬움|보통|어려움|Easy|Medium|Hard|[OㅇX×](?: ?[/·,] ?[OㅇX×])?|참 ?\/ ?거짓|T\/F|Remember|Understand|Apply|Analyze|Evaluate|Create)[\s,/·]*)[)\]]/giu,
  /[★☆]|\p{Extended_Pictographic}|\uFE0F/gu,
  /#[\p{L}\p{N}_-]+/gu,
]

/**
 * Takes out of a question's line what says something about the question and nothing about its answer.
 *
 * @param text plain text
 */
export function withoutFields(text: string): string {
  return fieldMarks.reduce((rest, form) => rest.replace(form, ' '), text)
}

/**
 * Reads points, difficulty, importance and planned time from a question's text.
 *
 * `(3점)`, `(중상)`, `난이도: 하`, `(중요)`, `⭐⭐⭐`, `(3분)`. The text itself stays as it is.
 *
 * @param text plain text of the question's first lines
 * @param perQuestion points that the section gives to each of its questions
 */
export function fieldsOf(
  text: string,
  perQuestion: number | undefined,
): QuestionFields {
  const own = points.exec(text)?.[1]
  const level = difficulty.exec(text)
  const time = minutes.exec(text)?.[1]
  const weight = importanceOf(text)
  const given = own === undefined ? perQuestion : Number(own)
  return {
    ...(given === undefined ? {} : { points: given }),
    ...(level ? { difficulty: level[1] ?? level[2] ?? '' } : {}),
    ...(weight > 0 ? { importance: weight } : {}),
    ...(time === undefined ? {} : { minutes: Number(time) }),
  }
}

function importanceOf(text: string): number {
  const count = text.match(stars)?.length ?? 0
  const written = importance.exec(text)?.[1]
  return count > 0
    ? count
    : written
      ? Number(written)
      : important.test(text)
        ? 1
        : 0
}

/**
 * Points that a heading gives to each question: `객관식 (문제당 2점)`.
 *
 * @param title flattened text of the heading
 */
export function pointsPerQuestion(title: string): number | undefined {
  const match =
    /(?:문제|문항|각|문제별|문항별) {0,2}(?:당)? {0,2}(\d{1,3}(?:\.\d)?) {0,2}점/u.exec(
      title,
    )
  return match ? Number(match[1]) : undefined
}

const trueFalse =
  /\(? ?[OㅇX×] ?[/·] ?[OㅇX×] ?\)?|참 ?\/ ?거짓|True ?\/ ?False|O ?X ?(?:형|문제|퀴즈)/iu
const gap =
  /_{3,}|\( {2,}\)|\[ {2,}\]|\( {0,6}[①-⑳㉠-㉭A-E] {0,6}\)|\[ ?\([A-E]\) ?\]|\( ?괄호 ?\)|빈 ?칸|빈 ?괄호/u
const codeTask =
  /(?:코드|함수|쿼리|SQL|스크립트|프로그램|메서드|클래스|문장)(?:를|을)? {0,2}(?:직접 {0,2})?(?:작성|구현|짜|완성|써|쓰)/iu

/** `## OX 문제`: every statement below it is true or false. */
const trueFalseTopic =
  /(?<![A-Za-z])[OㅇX×] ?[/·]? ?[OㅇX×](?![A-Za-z])|참 ?\/ ?거짓|True ?\/ ?False/iu
const otherTopic = /객관식|주관식|단답|서술|논술|빈 ?칸|코드/u
const wantsWords = /쓰시오|쓰세요|적으|설명|서술|이유|고르|무엇|어떤|어느/u

/**
 * How participants are meant to answer.
 *
 * @param prompt text of the question
 * @param hasChoices whether it has options
 * @param topic title of the topic that it stands in
 */
export function kindOf(
  prompt: readonly Block[],
  hasChoices: boolean,
  topic = '',
): QuestionKind {
  const { text } = flatten(plainText(prompt))
  if (trueFalse.test(text)) return 'ox'
  if (
    trueFalseTopic.test(topic) &&
    !otherTopic.test(topic) &&
    !hasChoices &&
    !wantsWords.test(text)
  )
    return 'ox'
  if (hasChoices) return 'choice'
  if (gap.test(text)) return 'blank'
  if (
    codeTask.test(text) ||
    prompt.some((block) => block.type === 'code' && block.value.includes('???'))
  )
    return 'code'
  return 'open'
}
