import { findableOf } from '../model/findable.ts'
import { tellingWords } from '../model/marks.ts'
import { normalise, wordsIn } from '../model/normalise.ts'
import type { Question } from '../model/paper.ts'
import { answerTerms, sayingNothing } from './answer-terms.ts'
import type { HiddenText } from './hidden-text.ts'
import { sharedRun } from './shared-run.ts'

/** Finds what a hidden text says of an answer; nothing where it says nothing. */
export type FindSaid = (hidden: HiddenText) => string | undefined

/**
 * Looks for a question's own answer: what tells something here may be too little to tell anything elsewhere.
 *
 * @param question with its answers
 * @param seen what participants see of it, normalised
 */
export function ownAnswer(question: Question, seen: string): FindSaid {
  const text = question.answers
    .map(({ body }) => findableOf(body).text)
    .join(' ')
  const answer = normalise(text)
  const words = new Set(wordsIn(text))
  const terms = [...answerTerms(question)].filter(
    (term) => !seen.includes(term),
  )
  return (hidden) => {
    const said = normalise(hidden.text)
    // Code says in its lines what language it is in, unless that is what was asked.
    if (hidden.kind === 'language of code')
      return (said === answer || terms.includes(said)) && !seen.includes(said)
        ? said
        : undefined
    return (
      sharedRun(said, answer, seen) ??
      tellingWords(withoutHost(hidden.text)).find(
        (word) => words.has(word) && !seen.includes(word),
      ) ??
      terms.find((term) => said.includes(term)) ??
      (hidden.kind === 'link target'
        ? placeIn(hidden.text, words, seen)
        : undefined) ??
      (hidden.kind === 'alternative text'
        ? (nameIn(hidden.text, answer, seen) ?? onlyOption(said, question))
        : undefined)
    )
  }
}

/**
 * An address from its path on, or any other text: `github.com` says nothing.
 *
 * @param text target of a link, or any other text
 */
export function withoutHost(text: string): string {
  return text.replace(/^https?:\/\/[^/]*/iu, '')
}

/** Too common in what is said of pictures to be what is asked for. */
const common =
  /^(?:구성|그래프|다이어그램|화면|예제|결과|과정|흐름|순서|장치|시스템|chart|graph|picture)$/u

/** `![데드락](a.png)` where the answer says `데드락이 …`, and the question nowhere: a short word, but it may be the one that is asked for. */
function nameIn(
  text: string,
  answer: string,
  seen: string,
): string | undefined {
  return wordsIn(text).find(
    (word) => mayBeAskedFor(word, seen) && answer.includes(word),
  )
}

function mayBeAskedFor(word: string, seen: string): boolean {
  return (
    /[가-힣]{2}|[a-z]{3}/u.test(word) &&
    !sayingNothing.test(word) &&
    !common.test(word) &&
    !seen.includes(word)
  )
}

/** What sites and their pages are called, whatever they are about. */
const commonInUrls =
  /^(?:www|com|org|net|edu|gov|dev|app|html?|php|aspx?|jsp|pdf|index|main|master|home|docs?|documentation|wiki|blog|posts?|pages?|view|edit|entry|guides?|tutorials?|learn|learning|reference|manual|blob|tree|raw|pull|issues|src|https?|mailto|watch|articles?|news|category|categories|tags?|search|query|users?|questions?|latest|stable|current|topics?|overview|intro|introduction|github|gitlab|google|youtube|youtu|wikipedia|wikimedia|namu|naver|daum|kakao|tistory|velog|medium|notion|stackoverflow|inflearn|programmers|acmicpc|leetcode|mozilla|microsoft|amazon|oracle|apache|문서|위키|블로그|글)$/u

/** A word of an address, its host included, that an answer has as a word of its own, whatever particle is behind it: `…/wiki/데드락`. */
function placeIn(
  text: string,
  words: ReadonlySet<string>,
  seen: string,
): string | undefined {
  return wordsIn(text).find(
    (word) =>
      mayBeAskedFor(word, seen) &&
      !commonInUrls.test(word) &&
      [...words].some((own) => isWithParticle(own, word)),
  )
}

/** `heap으로` is `heap` and a particle, `heaps` is not. */
function isWithParticle(own: string, word: string): boolean {
  return own.startsWith(word) && /^(?:$|[가-힣])/u.test(own.slice(word.length))
}

/** The one option that a picture is called: whether or not it is the right one, no other is. */
function onlyOption(
  said: string,
  { prompt, choices }: Question,
): string | undefined {
  const asked = normalise(findableOf(prompt).text)
  const [longest, ...others] = choices
    .map(({ body }) => normalise(findableOf(body).text))
    .filter(
      (option) =>
        option.length > 1 && said.includes(option) && !asked.includes(option),
    )
    .toSorted((a, b) => b.length - a.length)
  return others.every((option) => longest?.includes(option))
    ? longest
    : undefined
}
