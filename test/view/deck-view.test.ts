import { expect, test } from 'vitest'
import type { Paper, Question } from '../../src/model/paper.ts'
import { deckView } from '../../src/view/deck-view.ts'

const question: Question = {
  id: '2-1',
  number: '7',
  kind: 'open',
  prompt: [],
  choices: [],
  hints: [],
  answers: [],
  line: 3,
}

const paper: Paper = {
  path: 'a.md',
  title: '스터디',
  round: 2,
  lang: 'ko',
  kind: 'questions',
  conventions: [],
  topics: [
    { title: '하나', heading: [], situation: [], questions: [], line: 1 },
    {
      title: '둘',
      heading: [],
      situation: [],
      questions: [question, { ...question, id: '2-2' }],
      line: 2,
    },
  ],
  certain: true,
}

test('topics are numbered, and questions know their place in their topic', () => {
  expect(deckView(paper)).toEqual({
    title: '스터디',
    round: 2,
    lang: 'ko',
    topics: [
      { number: 1, title: '하나', heading: [], situation: [], questions: [] },
      {
        number: 2,
        title: '둘',
        heading: [],
        situation: [],
        questions: [
          { ...question, position: 1, of: 2 },
          { ...question, id: '2-2', position: 2, of: 2 },
        ],
      },
    ],
  })
})
