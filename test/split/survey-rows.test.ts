import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import {
  isRefused,
  messagesText,
  participantsText,
  split,
  tokensOf,
} from '../support/split.ts'

/** Papers of a file, each below a line `=====name`: `(refused)` in the name says what becomes of it. */
function papersOf(file: string): [name: string, markdown: string][] {
  const text = readFileSync(new URL(`survey/${file}`, import.meta.url), 'utf8')
  return text
    .split(/^=====/m)
    .slice(1)
    .map((paper) => {
      const end = paper.indexOf('\n')
      return [paper.slice(0, end), paper.slice(end + 1)]
    })
}

/** Tokens of a part of a question, such as `QK1`, `QK1a`. */
function tokensIn(...parts: unknown[]): string[] {
  const text = JSON.stringify(parts, (key, value: unknown) =>
    key === 'position' ? undefined : value,
  )
  return tokensOf(text.replaceAll(/\\[nrtbf]/g, '\n'))
}

const numberOf = (token: string): string => /\d+/.exec(token)?.[0] ?? ''

describe.each([
  ['every convention, with the numbers of the survey', 'conventions.txt'],
  ['every kind of question and block', 'blocks.txt'],
  ['options that are explained, and options that only look so', 'options.txt'],
  ['headings between an answer and the next question', 'headings.txt'],
  ['sentences between a question and the label of its answer', 'prompts.txt'],
  ['values of answers where no label says so', 'values.txt'],
  ['parts of questions that could be answers', 'losses.txt'],
])('%s', (_, file) => {
  test.each(papersOf(file))('%s', (name, markdown) => {
    const result = split(markdown)
    expect(isRefused(result), messagesText(result)).toBe(
      name.endsWith('(refused)'),
    )
    if (isRefused(result)) return
    const { topics } = result.paper
    const questions = topics.flatMap((topic) => topic.questions)
    const wanted = tokensOf(markdown)

    // Nothing gets lost, and participants see questions only.
    const seen = tokensOf(participantsText(result.paper))
    expect(seen).toEqual(wanted.filter((token) => /^[QS]/.test(token)))
    const kept = questions.flatMap(({ answers, hints }) =>
      tokensIn(answers, hints),
    )
    expect(kept.toSorted()).toEqual(
      wanted.filter((token) => /^[AH]/.test(token)).toSorted(),
    )

    // All tokens of a question bear its number.
    for (const question of questions) {
      const tokens = tokensIn(question)
      expect(new Set(tokens.map(numberOf)).size, tokens.join(' ')).toBe(1)
      // Options are told apart.
      const options = tokensIn(question.choices)
      expect(options.length).toBe(question.choices.length)
    }
  })
})

test.each(papersOf('groups.txt'))(
  'what a group may write shows no answer, or is refused: %s',
  (_, markdown) => {
    const result = split(markdown)
    const seen = tokensOf(participantsText(result.paper))
    if (!isRefused(result))
      expect(seen.filter((token) => token.startsWith('A'))).toEqual([])
  },
)
