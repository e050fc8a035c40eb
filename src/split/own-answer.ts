import { findableOf } from '../model/findable.ts'
import { tellingWords } from '../model/marks.ts'
import { normalise, wordsIn } from '../model/normalise.ts'
import type { Question } from '../model/paper.ts'
import { answerTerms } from './answer-terms.ts'
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
      return said === answer && !seen.includes(said) ? said : undefined
    return (
      sharedRun(said, answer, seen) ??
      tellingWords(withoutHost(hidden.text)).find(
        (word) => words.has(word) && !seen.includes(word),
      ) ??
      terms.find((term) => said.includes(term)) ??
      (hidden.kind === 'alternative text'
        ? onlyOption(said, question)
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
