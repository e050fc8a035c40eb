import type { Block, Paper, Question } from '../../src/model/paper.ts'
import type { PdfItem } from './pdf-items.ts'

/** Bounds of the text of a page, in mm from its left and bottom edge. */
export interface TextArea {
  readonly left: number
  readonly right: number
  readonly bottom: number
  readonly top: number
}

/** A paragraph of plain text. */
export function paragraph(value: string): Block {
  return { type: 'paragraph', children: [{ type: 'text', value }] }
}

/**
 * All topics of some papers as one paper, with words at the ends of every part by which it is found on the page.
 *
 * @param papers whose questions get ids that are theirs alone
 */
export function marked(papers: readonly Paper[]): Paper {
  const [first] = papers
  if (!first) throw new Error('Unexpected list without papers')
  return {
    ...first,
    topics: papers
      .flatMap(({ topics }) => topics)
      .map((topic, at) => ({
        ...topic,
        title: `주제${at}주제`,
        heading: [{ type: 'text', value: `주제${at}주제` }],
        situation:
          topic.situation.length === 0
            ? []
            : [paragraph(`상황${at}상황`), ...topic.situation],
        questions: topic.questions.map((question, index) =>
          withMarks(question, `${at}-${index}`),
        ),
      })),
  }
}

function withMarks(question: Question, id: string): Question {
  return {
    ...question,
    id,
    title: [{ type: 'text', value: `머리${id}머리` }],
    prompt: [
      paragraph(`앞${id}앞`),
      ...question.prompt,
      paragraph(`끝${id}끝`),
    ],
    answers: question.answers.map((answer, index) =>
      index > 0
        ? answer
        : { ...answer, body: [paragraph(`답${id}답`), ...answer.body] },
    ),
  }
}

/**
 * What a person would not hand out: each with the id of its question or topic.
 *
 * @param items of the printed document
 * @param paper from `marked`
 * @param area bounds of the text
 * @param isAsked whether questions have space to write, or else answers
 */
export function faultsOnPaper(
  items: readonly PdfItem[],
  paper: Paper,
  area: TextArea,
  isAsked: boolean,
): string[] {
  const body = items.filter(
    ({ bottom }) => bottom > area.bottom && bottom < area.top,
  )
  const find = (text: string): PdfItem | undefined =>
    body.find((item) => item.text.includes(text))
  const together = (...words: string[]): string[] => {
    const [one, ...others] = words.map((word) => find(word)?.page)
    return one !== undefined && others.every((page) => page === one)
      ? []
      : [`${words.join(' | ')}: pages ${[one, ...others].join()}`]
  }
  return [
    ...body.flatMap(({ left, right, text }) =>
      left < area.left - 0.2 || right > area.right + 0.2
        ? [`beyond the margins: ${text}`]
        : [],
    ),
    ...paper.topics.flatMap((topic, at) => {
      const [first] = topic.questions
      const next =
        isAsked && topic.situation.length > 0
          ? `상황${at}상황`
          : first && `머리${first.id}머리`
      return next === undefined ? [] : together(topic.title, next)
    }),
    ...paper.topics
      .flatMap(({ questions }) => questions)
      .flatMap((question) => {
        const { id, answers } = question
        if (!isAsked)
          return [
            ...(answers.length > 0
              ? together(`머리${id}머리`, `답${id}답`)
              : []),
            // A table, and what leads to a list, in a generated answer.
            ...(find(`들${id}들`)
              ? [
                  ...together(`표${id}표`, `표끝${id}표끝`),
                  ...together(`들${id}들`, `목록${id}목록`),
                ]
              : []),
          ]
        const end = find(`끝${id}끝`)
        const needed = question.kind === 'open' ? 24 : 0
        return [
          ...together(`머리${id}머리`, `앞${id}앞`),
          ...(end && end.bottom - area.bottom >= needed
            ? []
            : [`too little room below ${id}`]),
        ]
      }),
  ]
}
