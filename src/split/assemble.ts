import type { Question, Topic } from '../model/paper.ts'
import { answerModeOf, quotesAnswer } from './answer-mode.ts'
import { assembleQuestion } from './assemble-question.ts'
import { blocksOf, labelledBody, type BodyPiece } from './body.ts'
import { entriesOf, type Entry } from './collected.ts'
import { matchEntries } from './match-entries.ts'
import type { Draft, LeftOut, RegionDraft, TopicDraft } from './draft.ts'
import { pointsPerQuestion } from './fields.ts'
import type { Reading } from './reading.ts'
import { readRegion, type RegionParts } from './region.ts'
import { flatten, plainText } from './text.ts'

/** A question with everything that checks and conventions want to know about it. */
export interface ReadQuestion {
  readonly question: Question
  /** Number by which collected answers find it; 0 where the author gave none. */
  readonly ordinal: number
  readonly region: RegionDraft
  readonly parts: RegionParts
  /** Whether its answers may stand in a section of collected ones. */
  readonly isCollected: boolean
}

/** A topic whose questions have been told apart. */
export interface ReadTopic {
  readonly draft: TopicDraft
  readonly topic: Topic
  readonly questions: readonly ReadQuestion[]
}

/** A paper whose questions have been told apart. */
export interface ReadPaper {
  readonly topics: readonly ReadTopic[]
  readonly leftOut: readonly LeftOut[]
  /** Collected answers that no question wants. */
  readonly unmatched: readonly Entry[]
}

/**
 * Tells every question of a paper apart, and gives collected answers to theirs.
 *
 * @param reading units and their evidence
 * @param draft of the paper
 * @param pointsEach what the paper gives to each question, where nothing nearer says otherwise
 */
export function assemble(
  reading: Reading,
  draft: Draft,
  pointsEach: number | undefined,
): ReadPaper {
  const leftOut = [...draft.leftOut]
  const doQuotes = quotesAnswer(
    reading,
    draft.topics.flatMap(({ regions }) => regions),
  )
  const topics = draft.topics.map((topic, index) =>
    readTopic(reading, topic, index + 1, leftOut, { doQuotes, pointsEach }),
  )
  const questions = topics.flatMap((topic) =>
    topic.questions
      .filter(({ isCollected }) => isCollected)
      .map((question, index) => ({
        question,
        title: topic.topic.title,
        ordinal: question.ordinal || index + 1,
      })),
  )
  const found = new Map<ReadQuestion, BodyPiece[]>()
  const unmatched: Entry[] = []
  for (const units of draft.collected) {
    const entries = entriesOf(units, reading)
    if (entries.length === 0) leftOut.push({ units, isKnown: false })
    const match = matchEntries(entries, questions)
    for (const [question, pieces] of match.found)
      found.set(question, [...(found.get(question) ?? []), ...pieces])
    unmatched.push(...match.unmatched)
  }
  return {
    topics: topics.map((topic) => withCollected(topic, found)),
    leftOut,
    unmatched,
  }
}

function withCollected(
  { draft, topic, questions }: ReadTopic,
  found: ReadonlyMap<ReadQuestion, readonly BodyPiece[]>,
): ReadTopic {
  const all = questions.map((read): ReadQuestion => {
    const pieces = found.get(read)
    return pieces
      ? {
          ...read,
          question: {
            ...read.question,
            answers: [...read.question.answers, ...pieces.map(labelledBody)],
          },
        }
      : read
  })
  return {
    draft,
    questions: all,
    topic: { ...topic, questions: all.map(({ question }) => question) },
  }
}

interface PaperHabits {
  /** Whether a quote is an answer even where a label follows it. */
  readonly doQuotes: boolean
  readonly pointsEach: number | undefined
}

function readTopic(
  reading: Reading,
  draft: TopicDraft,
  number: number,
  leftOut: LeftOut[],
  { doQuotes, pointsEach: ofPaper }: PaperHabits,
): ReadTopic {
  const heading = draft.section?.heading
  const title = heading?.flat.text.trim() ?? ''
  const mode = {
    form: answerModeOf(reading, draft.regions),
    quotesAnswer: doQuotes,
  }
  const pointsEach = pointsPerQuestion(heading?.flat.text ?? '') ?? ofPaper
  const questions = draft.regions.map((region, index): ReadQuestion => {
    const labelled = readRegion(reading, region, {
      form: 'none',
      quotesAnswer: false,
    })
    const isCollected = region.beforeCollected && labelled.answers.length === 0
    const parts = isCollected ? labelled : readRegion(reading, region, mode)
    return {
      region,
      parts,
      isCollected,
      ...assembleQuestion(parts, reading, {
        topic: number,
        title,
        position: index + 1,
        pointsEach:
          pointsPerQuestion(region.section.heading?.flat.text ?? '') ??
          pointsEach,
        situation: blocksOf(region.situation, new Set()),
      }),
    }
  })
  const situation = situationOf(draft, questions, leftOut)
  return {
    draft,
    questions,
    topic: {
      title: draft.prefix === '' ? title : `${draft.prefix} – ${title}`,
      heading: headingOf(draft),
      situation: blocksOf(situation, new Set()),
      questions: questions.map(({ question }) => question),
      line: heading?.line ?? questions[0]?.question.line ?? 1,
    },
  }
}

function headingOf({ section, prefix }: TopicDraft): Topic['heading'] {
  const node = section?.heading?.node
  const own = node?.type === 'heading' ? node.children : []
  return prefix === '' ? own : [{ type: 'text', value: `${prefix} – ` }, ...own]
}

const pointsUp =
  /위의? ?(?:상황|시나리오|글|지문|내용|코드|표|그림|사례|설명|조건|서비스|시스템|스키마|테이블|요구사항)/u

/**
 * Text above the questions that no label explains may be a situation or study notes. It is a situation only if a question refers to it
 * and every question has an answer with a label, so that it cannot hold an answer.
 */
function situationOf(
  draft: TopicDraft,
  questions: readonly ReadQuestion[],
  leftOut: LeftOut[],
): TopicDraft['situation'] {
  if (draft.intro.length === 0) return draft.situation
  const isWanted = questions.some(({ question }) =>
    pointsUp.test(flatten(plainText(question.prompt)).text),
  )
  const isSafe = questions.every(
    ({ parts }) => parts.opening?.marker?.strength === 'primary',
  )
  if (draft.situation.length === 0 && isWanted && isSafe) return draft.intro
  leftOut.push({ units: draft.intro, isKnown: false })
  return draft.situation
}
