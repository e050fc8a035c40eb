import type { Table, TableRow } from 'mdast'
import { paragraph } from './marked-paper.ts'
import type { Paper, Question } from '../../src/model/paper.ts'

/**
 * A paper whose situations, prompts and answers have random lengths, so that pages break at every possible place.
 *
 * @param like paper for all that is not random
 * @param seed the same gives the same paper
 */
export function randomPaper(like: Paper, seed: number): Paper {
  const random = generator(seed)
  const sentence = (words: number): string =>
    Array.from({ length: words }, () =>
      '가나다라마바사아'.slice(random(4), 5 + random(4)),
    ).join(' ')
  const row = (...cells: string[]): TableRow => ({
    type: 'tableRow',
    children: cells.map((value) => ({
      type: 'tableCell',
      children: [{ type: 'text', value }],
    })),
  })
  const table = (id: string): Table => ({
    type: 'table',
    children: [
      row('이름', '뜻'),
      row(`표${id}표`, sentence(3)),
      ...Array.from({ length: random(7) }, () => row(sentence(1), sentence(3))),
      row(`표끝${id}표끝`, sentence(3)),
    ],
  })
  const question = (id: string): Question => ({
    id,
    number: id,
    kind: 'open',
    prompt: [
      paragraph(sentence(1 + random(120))),
      ...(random(3) === 0 ? [paragraph(sentence(1 + random(60)))] : []),
    ],
    choices: [],
    hints: [],
    answers: [
      {
        label: '답변',
        body: [
          paragraph(sentence(1 + random(250))),
          table(id),
          paragraph(`들${id}들 ${sentence(1 + random(60))} 목록${id}목록`),
          {
            type: 'list',
            children: Array.from({ length: 1 + random(5) }, () => ({
              type: 'listItem',
              children: [
                {
                  type: 'paragraph',
                  children: [{ type: 'text', value: sentence(1 + random(40)) }],
                },
              ],
            })),
          },
        ],
        line: 1,
      },
    ],
    line: 1,
  })
  return {
    ...like,
    topics: Array.from({ length: 4 }, (_, topic) => ({
      title: `${topic}`,
      heading: [],
      situation: [
        paragraph(sentence(5 + random(300))),
        paragraph(sentence(5 + random(300))),
      ],
      line: 1,
      questions: Array.from({ length: 6 }, (__, index) =>
        question(`${topic}-${index}`),
      ),
    })),
  }
}

/** @see https://en.wikipedia.org/wiki/Linear_congruential_generator */
function generator(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 1664525 + 1013904223) % 2 ** 32
    return Math.floor((state / 2 ** 32) * below)
  }
}
