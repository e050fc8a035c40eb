import { expect, expectTypeOf, test } from 'vitest'
import type { Question } from '../../src/model/paper.ts'
import {
  hostNotebookView,
  shareNotebookView,
} from '../../src/view/notebook-view.ts'
import {
  hintedWorksheetView,
  worksheetView,
  type WorksheetView,
} from '../../src/view/worksheet-view.ts'
import { onPaper } from '../support/on-paper.ts'

const paper = onPaper()
const view = worksheetView(paper)

test('a worksheet view takes the heading of the paper and every question in order', () => {
  expect(view).toMatchObject({
    title: '네트워크 스터디 3회차 문제',
    date: '2026-05-08',
    author: '한서윤',
    round: 3,
    lang: 'ko',
    answerSpace: 'auto',
  })
  expect(
    view.topics.map(({ questions }) => questions.map(({ id }) => id)),
  ).toEqual([
    ['1-1', '1-2', '1-3'],
    ['2-1', '2-2', '2-3'],
  ])
})

test('no key of a worksheet view or of a notebook to share could hold an answer or a hint', () => {
  for (const shared of [view, shareNotebookView(paper, false)]) {
    const keys = new Set(
      shared.topics.flatMap(({ questions }) => questions.flatMap(Object.keys)),
    )
    expect([...keys].sort()).toEqual([
      'choices',
      'id',
      'kind',
      'line',
      'number',
      'points',
      'prompt',
      'title',
    ])
  }
})

test('hints come along only when they are asked for, answers never', () => {
  const [question] = paper.topics[0]!.questions
  const hint = { label: '힌트', body: [], line: 9 }
  const hinted = {
    ...paper,
    topics: [
      { ...paper.topics[0]!, questions: [{ ...question!, hints: [hint] }] },
    ],
  }
  for (const shared of [
    hintedWorksheetView(hinted),
    shareNotebookView(hinted, true),
  ])
    expect(shared.topics[0]!.questions[0]).toMatchObject({ hints: [hint] })
  expect(JSON.stringify(hintedWorksheetView(hinted))).not.toContain('answers')
  expect(JSON.stringify(shareNotebookView(hinted, true))).not.toContain(
    'answers',
  )
  expect(hostNotebookView(hinted).topics[0]!.questions[0]!.answers).toBe(
    question!.answers,
  )
})

test('the types have no answer to show', () => {
  type Asked = WorksheetView['topics'][number]['questions'][number]
  expectTypeOf<Asked>().not.toHaveProperty('answers')
  expectTypeOf<Asked>().not.toHaveProperty('hints')
  expectTypeOf<Asked>().not.toEqualTypeOf<Question>()
  // @ts-expect-error - a worksheet's question has no answers
  expect(view.topics[0]!.questions[0]!.answers).toBeUndefined()
  // @ts-expect-error - nor hints, when they were not asked for
  expect(view.topics[0]!.questions[0]!.hints).toBeUndefined()
})
