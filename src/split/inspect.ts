import type { VFileMessage } from 'vfile-message'
import type { LabelledBody, Paper, Question, Topic } from '../model/paper.ts'
import type { Severity } from '../model/rules.ts'
import { flatten, paragraphOf, plainText } from './text.ts'

/** A label and its text. */
export interface OutlineBody {
  readonly label: string
  readonly text: string
}

/** One question in plain text. */
export interface OutlineQuestion {
  readonly id: string
  readonly number: string
  readonly title: string | null
  readonly kind: Question['kind']
  readonly points: number | null
  readonly difficulty: string | null
  readonly importance: number | null
  readonly minutes: number | null
  readonly prompt: string
  readonly choices: readonly OutlineBody[]
  readonly hints: readonly OutlineBody[]
  readonly answers: readonly OutlineBody[]
  readonly line: number
}

/** A paper as `studydeck inspect --json` prints it. */
export interface Outline {
  readonly path: string
  readonly title: string
  readonly date: string | null
  readonly author: string | null
  readonly round: number | null
  readonly conventions: Paper['conventions']
  readonly topics: readonly {
    readonly title: string
    readonly situation: string
    readonly questions: readonly OutlineQuestion[]
  }[]
  readonly messages: readonly {
    readonly ruleId: string
    readonly severity: Severity
    readonly line: number | null
    readonly column: number | null
    readonly reason: string
  }[]
}

/**
 * A paper in plain text: what `studydeck inspect --json` prints.
 *
 * @param paper from `splitPaper`
 * @param messages of its file
 */
export function inspectPaper(
  paper: Paper,
  messages: readonly VFileMessage[],
): Outline {
  return {
    path: paper.path,
    title: paper.title,
    date: paper.date ?? null,
    author: paper.author ?? null,
    round: paper.round ?? null,
    conventions: paper.conventions,
    topics: paper.topics.map(outlineTopic),
    messages: messages.map((message) => ({
      ruleId: message.ruleId ?? '',
      severity: severityOf(message),
      line: message.line ?? null,
      column: message.column ?? null,
      reason: message.reason,
    })),
  }
}

function severityOf({ fatal }: VFileMessage): Severity {
  return fatal === true ? 'error' : fatal === false ? 'warning' : 'info'
}

function outlineTopic({ title, situation, questions }: Topic) {
  return {
    title,
    situation: plainText(situation),
    questions: questions.map(outlineQuestion),
  }
}

function outlineQuestion(question: Question): OutlineQuestion {
  const { title, points, difficulty, importance, minutes } = question
  return {
    id: question.id,
    number: question.number,
    title: title
      ? plainText([paragraphOf(title, { type: 'text', value: '' })])
      : null,
    kind: question.kind,
    points: points ?? null,
    difficulty: difficulty ?? null,
    importance: importance ?? null,
    minutes: minutes ?? null,
    prompt: plainText(question.prompt),
    choices: question.choices.map(({ label, body }) => ({
      label,
      text: plainText(body),
    })),
    hints: question.hints.map(outlineBody),
    answers: question.answers.map(outlineBody),
    line: question.line,
  }
}

function outlineBody({ label, body }: LabelledBody): OutlineBody {
  return { label, text: plainText(body) }
}

/**
 * A paper's outline for a person.
 *
 * @param paper from `splitPaper`
 */
export function formatOutline(paper: Paper): string {
  const head = [
    paper.title,
    [
      paper.round === undefined ? '' : `${paper.round}회차`,
      paper.date ?? '',
      paper.author ?? '',
    ]
      .filter((part) => part !== '')
      .join(' · '),
    ...conventionLines(paper),
  ]
  return `${[...head.filter((line) => line !== ''), ...paper.topics.flatMap(topicLines)].join('\n')}\n`
}

function conventionLines({ conventions, topics }: Paper): string[] {
  const all = topics.reduce((sum, topic) => sum + topic.questions.length, 0)
  return conventions.map(
    ({ id, name, questions }) =>
      `convention: ${name} (${id}), ${questions} of ${all} questions`,
  )
}

function topicLines(topic: Topic): string[] {
  return [
    '',
    `${topic.title === '' ? '(no topic)' : topic.title}  [line ${topic.line}]`,
    ...(topic.situation.length > 0
      ? [`  situation: ${size(plainText(topic.situation))}`]
      : []),
    ...topic.questions.map(questionLine),
  ]
}

function questionLine(question: Question): string {
  const name = plainText(
    question.title
      ? [paragraphOf(question.title, { type: 'text', value: '' })]
      : question.prompt,
  )
  const facts = [
    question.kind,
    question.points === undefined ? '' : `${question.points} points`,
    question.choices.length > 0 ? `${question.choices.length} choices` : '',
    question.hints.length > 0 ? `${question.hints.length} hints` : '',
    question.answers.length === 0
      ? 'no answer'
      : question.answers
          .map(
            ({ label, body }) =>
              `${label === '' ? 'answer' : label} ${size(plainText(body))}`,
          )
          .join(' + '),
    `line ${question.line}`,
  ].filter((fact) => fact !== '')
  return `  ${question.number}. ${shorten(name)}  [${facts.join(', ')}]`
}

function size(text: string): string {
  return `${flatten(text).text.length} characters`
}

function shorten(text: string): string {
  const line = text.split('\n')[0] ?? ''
  return line.length > 60 ? `${line.slice(0, 59)}…` : line
}
