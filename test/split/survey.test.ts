import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'

/**
 * What a survey of some 3,600 Korean study papers found to go wrong, in its order: how people write what others do not
 * expect. Each is a folder of test/fixtures with the paper, its outline and its messages.
 */
const cases: readonly (readonly [situation: string, folder: string])[] = [
  // The answer is bigger than it looks.
  ['the answer goes on after its quote', 'answer-goes-on-after-the-quote'],
  ['the quote is only a label', 'quote-is-only-a-label'],
  ['lines of a list lack `>`', 'quote-sign-missing-on-list-lines'],
  ['a blank line makes two quotes', 'two-quotes-for-one-answer'],
  ['`---` inside the answer', 'rule-inside-the-answer'],
  ['`---` between every question', 'rule-between-every-question'],
  ['heading answers go on in headings', 'heading-answer-goes-on-in-headings'],
  [
    'deeper headings of an answer ask',
    'question-like-heading-inside-the-answer',
  ],
  ['only some answers are labelled', 'only-some-answers-are-labelled'],
  ['two answers to one question', 'two-answers-to-one-question'],
  ['study notes after the quiz', 'study-notes-after-the-quiz'],
  ['labels other than 답변 and 정답', 'labels-other-than-answer'],
  ['a table falls out of the list', 'table-that-falls-out-of-the-list'],
  [
    'answers at the end repeat the numbers',
    'answers-at-the-end-with-the-same-numbers',
  ],
  ['hints that are answers', 'hints-that-are-answers'],
  // Polarity is reversed, or the question needs the quote.
  ['the quote is the question', 'quote-is-the-question'],
  ['the quote is a passage of the question', 'quote-is-a-passage'],
  ['the quote is metadata', 'quote-is-metadata'],
  ['the stimulus stands in the answer', 'stimulus-stands-in-the-answer'],
  ['`<details>` that is no answer', 'details-that-are-no-answer'],
  ['the question stands in `<summary>`', 'question-in-the-summary'],
  ['a callout has the question as title', 'callout-with-question-as-title'],
  ['hint and answer in any order', 'hint-and-answer-in-any-order'],
  // One node holds both.
  ['one paragraph holds both', 'question-and-answer-in-one-paragraph'],
  ['one line holds both', 'answer-on-the-line-of-the-options'],
  ['one list holds both', 'options-and-answer-in-one-list'],
  ['one html node holds both', 'details-as-one-html-block'],
  ['one setext heading holds both', 'answer-as-setext-heading'],
  ['marks inside an option', 'right-option-marked-in-the-option'],
  // Surprises of the parser.
  ['`</details>` right before a heading', 'details-end-right-before-a-heading'],
  ['`<details>` is never closed', 'details-never-closed'],
  ['an indented body in details', 'indented-answer-in-details'],
  ['`??? success` with code', 'admonition-with-code'],
  ['`:::quiz` with a title', 'directive-with-title'],
  ['bold before a particle', 'bold-before-a-particle'],
  ['tildes that strike nothing', 'tildes-that-strike-nothing'],
  ['a date line that looks like a list', 'date-line-as-list'],
  ['`1.` before every question', 'one-before-every-question'],
  ['code beside its item', 'code-beside-the-item'],
  ['`a.` in one item', 'sub-questions-in-one-item'],
  ['a byte order mark', 'byte-order-mark'],
  ['CP949', 'legacy-encoding'],
  ['zero-width characters in a label', 'zero-width-characters-in-a-label'],
  ['CRLF', 'windows-line-ends'],
  ['angle brackets that are no tags', 'angle-brackets-that-are-no-tags'],
  // What looks like an answer and is none.
  ['label words inside questions', 'label-words-inside-questions'],
  ['`A.` is an option', 'letters-that-are-options'],
  ['`// 정답` in the code of a question', 'answer-comment-in-question-code'],
  ['a to-do list', 'todo-list-that-is-no-choice'],
  // Side channels.
  ['answers where no body is', 'side-channels'],
]

test('each of the fifty is another folder', () => {
  expect(cases).toHaveLength(50)
  expect(new Set(cases.map(([, folder]) => folder)).size).toBe(50)
})

test.each(cases)('%s', (_, folder) => {
  const missing = ['input.md', 'outline.json', 'messages.txt'].filter(
    (name) =>
      !existsSync(new URL(`../fixtures/${folder}/${name}`, import.meta.url)),
  )
  expect(missing).toEqual([])
})
