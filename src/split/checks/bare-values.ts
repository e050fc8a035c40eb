import { normalise } from '../../model/normalise.ts'
import type { ReadQuestion } from '../assemble.ts'
import { flatten, plainText, rawText } from '../text.ts'
import { complain, type Check } from './check.ts'

/** `문제 1: ③`, `Q2 - B`, `3번 (X)`: a title or a first line that is nothing but the value of an answer, or begins with one. */
export const valuesAreNotShown: Check = (checked) => {
  for (const { questions } of checked.read.topics)
    for (const { question, parts } of questions) {
      const value =
        parts.head.directive === 'question'
          ? undefined
          : (valueOf(question) ??
            valueBehindOptions(question) ??
            titleThatAnswers(question) ??
            answerBeforeArrow(question))
      if (value !== undefined)
        complain(
          checked,
          'answer-in-line',
          `Unexpected \`${value}\` at question ${question.number}, expected nothing that could be the answer`,
          question.line,
          'Put the answer on a line of its own, with a label: `답: …`.',
        )
    }
}

const value = '(?:[①-⑳]|[1-9] ?번|[A-E]|[OoXx○×✕]|참|거짓|true|false)'
/** Nothing but the value, whatever is before and around it. */
const whole = new RegExp(
  `^(?:(?:문제|문항|Q)? ?\\d{1,3} ?번?)?[\\s:.=→⇒>([<|–—-]*(${value})[\\s)\\]>.]*$`,
  'iu',
)
/** `[③] 다음 중 …`, `(O) 캐시는 …`. */
const before = /^\s*(?:[([<] {0,2}([①-⑳]|[OX○×])\s{0,2}[)\]>]|([①-⑳])(?= ))/u

function valueOf({
  title,
  prompt,
  choices,
}: ReadQuestion['question']): string | undefined {
  const own = flatten(rawText(title ?? [])).text
  const line = flatten(plainText(prompt.slice(0, 1))).text.split('\n')[0] ?? ''
  const bare = whole.exec(own) ?? whole.exec(line)
  if (bare) return bare[1]
  const first = before.exec(line)
  const isPick = choices.length > 0 || /[OX○×]/u.test(first?.[1] ?? '')
  return first && isPick ? first[0].trim() : undefined
}

const behind = /\s[([] {0,2}([①-⑳]|[1-9]|[A-E]) {0,2}[)\]]\s*$/u

/** `③ 테이프 (2)`: the last of the options, and only this one, ends with the number of one. */
function valueBehindOptions({
  choices,
}: ReadQuestion['question']): string | undefined {
  const ends = choices.map(({ body }) =>
    behind.exec(flatten(plainText(body)).text),
  )
  return choices.length > 1 && ends.filter(Boolean).length === 1
    ? ends.at(-1)?.[0].trim()
    : undefined
}

/** `## 문제 1 - int`, and then `정답: int`. */
function titleThatAnswers(
  question: ReadQuestion['question'],
): string | undefined {
  const own = plainText(question.title ?? [])
  return own !== '' && isSaid(own, question) ? own : undefined
}

const beforeArrow = /^([^\n?]{1,60}?)\s*(?:→|⇒|⟶|=>|->|←|⇐|<-)[^\n]*\?\s*$/u

/** `프로세스 → 실행 중인 프로그램을 무엇이라 하는가?`, which no other answer has, or has once more. */
function answerBeforeArrow(
  question: ReadQuestion['question'],
): string | undefined {
  const line = flatten(plainText(question.prompt.slice(0, 1))).text
  const term = beforeArrow.exec(line)?.[1]
  return term !== undefined &&
    (question.answers.length === 0 || isSaid(term, question))
    ? term
    : undefined
}

/** Whether a text is all that an answer says. */
function isSaid(text: string, { answers }: ReadQuestion['question']): boolean {
  return answers.some(
    ({ body }) => normalise(plainText(body)) === normalise(text),
  )
}
