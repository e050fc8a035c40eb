import { findableOf } from '../model/findable.ts'
import { gramsOf, phrasesOf, tellingWords } from '../model/marks.ts'
import { normalise, wordsIn } from '../model/normalise.ts'
import type { Question } from '../model/paper.ts'
import type { HiddenText } from './hidden-text.ts'
import { withoutHost } from './own-answer.ts'

/** What a hidden text says, and of which question's answer. */
export interface Said {
  readonly hidden: HiddenText
  readonly said: string
  readonly question: Question
}

/** Longest sequence of words that is a short answer. */
const mostWords = 6

/**
 * Looks in hidden texts for every answer of the paper, as the files for participants are searched once more when they are made.
 *
 * @param hidden of the whole paper
 * @param questions of the whole paper
 * @param seen what participants see of the paper, normalised
 */
export function* anyAnswer(
  hidden: readonly HiddenText[],
  questions: readonly Question[],
  seen: string,
): Generator<Said> {
  const owners = new Map<string, HiddenText>()
  for (const one of hidden)
    for (const mark of marksIn(one))
      if (!owners.has(mark)) owners.set(mark, one)
  if (owners.size === 0) return
  for (const question of questions)
    for (const mark of marksOfAnswers(question)) {
      const owner = owners.get(mark)
      const said = mark.replaceAll(' ', '')
      if (owner && !seen.includes(said)) yield { hidden: owner, said, question }
    }
}

/** By what an answer would be found in a hidden text. */
function* marksIn({ kind, text }: HiddenText): Generator<string> {
  if (kind === 'language of code') return
  yield* gramsOf([normalise(text)])
  const words = wordsIn(withoutHost(text))
  for (let from = 0; from < words.length; from++)
    for (
      let to = from + 1;
      to <= Math.min(from + mostWords, words.length);
      to++
    )
      yield words.slice(from, to).join(' ')
}

function* marksOfAnswers({ answers }: Question): Generator<string> {
  for (const { label, body } of answers) {
    const { text } = findableOf(body)
    yield* phrasesOf(text, label)
    yield* tellingWords(text)
    yield* gramsOf([normalise(text)])
  }
}
