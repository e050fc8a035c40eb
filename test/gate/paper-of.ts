import { fromMarkdown } from 'mdast-util-from-markdown'
import type { Block, Paper, Question } from '../../src/model/paper.ts'

/** One question as its Markdown. */
export interface Asked {
  readonly prompt: string
  readonly answer: string
  readonly label?: string
  readonly hint?: string
}

/** Blocks of some Markdown. */
export function blocks(markdown: string): Block[] {
  return fromMarkdown(markdown).children as Block[]
}

/** A paper of one topic, just good enough for the gate. Question `1-n` has its answer on line `10 n`. */
export function paperOf(situation: string, asked: readonly Asked[]): Paper {
  return {
    path: 'decks/paper.md',
    title: '트랜잭션 모임',
    lang: 'ko',
    kind: 'questions',
    conventions: [],
    certain: true,
    topics: [
      {
        title: '격리 수준',
        heading: [{ type: 'text', value: '격리 수준' }],
        situation: blocks(situation),
        questions: asked.map(questionOf),
        line: 1,
      },
    ],
  }
}

function questionOf(
  { prompt, answer, label = '', hint }: Asked,
  index: number,
): Question {
  const line = 10 * (index + 1)
  return {
    id: `1-${index + 1}`,
    number: String(index + 1),
    kind: 'open',
    prompt: blocks(prompt),
    choices: [],
    hints:
      hint === undefined ? [] : [{ label: '힌트', body: blocks(hint), line }],
    answers: [{ label, body: blocks(answer), line }],
    line,
  }
}
