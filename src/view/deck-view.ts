import type { Block, Lang, Paper, Question } from '../model/paper.ts'
import type { PhrasingContent } from 'mdast'

/** What the deck shows of a paper, in the order in which it is shown. For the host: has answers. */
export interface DeckView {
  readonly title: string
  readonly date?: string
  readonly author?: string
  readonly round?: number
  readonly lang: Lang
  readonly topics: readonly DeckTopic[]
}

/** One topic with its place in the deck. */
export interface DeckTopic {
  /** 1-based. */
  readonly number: number
  /** Plain text; empty where a paper has only one nameless topic. */
  readonly title: string
  readonly heading: readonly PhrasingContent[]
  readonly situation: readonly Block[]
  readonly questions: readonly DeckQuestion[]
}

/** One question with its place in its topic: "2 of 4". */
export interface DeckQuestion extends Question {
  /** 1-based. */
  readonly position: number
  readonly of: number
}

/** Chooses what the deck shows of a paper. */
export function deckView(paper: Paper): DeckView {
  const { title, date, author, round, lang } = paper
  return {
    title,
    ...(date === undefined ? {} : { date }),
    ...(author === undefined ? {} : { author }),
    ...(round === undefined ? {} : { round }),
    lang,
    topics: paper.topics.map((topic, index) => ({
      number: index + 1,
      title: topic.title,
      heading: topic.heading,
      situation: topic.situation,
      questions: topic.questions.map((question, position, { length }) => ({
        ...question,
        position: position + 1,
        of: length,
      })),
    })),
  }
}
