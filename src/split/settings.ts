import type { AnswerSpace, Question, Topic } from '../model/paper.ts'
import type { ReadQuestion, ReadTopic } from './assemble.ts'
import type { Setting } from './flatten.ts'

/**
 * Topics with what directives in their questions set: `minutes 3`, `points 5`, `answerSpace=grid`, `note …`.
 *
 * @param topics of the paper
 * @param settings in the order of the source
 */
export function applySettings(
  topics: readonly ReadTopic[],
  settings: readonly Setting[],
): Topic[] {
  return topics.map(({ topic, questions }) => ({
    ...topic,
    questions: questions.map((read) =>
      settings
        .filter((setting) => isIn(read, setting))
        .reduce(withDirective, read.question),
    ),
  }))
}

function isIn({ region }: ReadQuestion, { unit }: Setting): boolean {
  return unit >= region.from && unit < region.to
}

function withDirective(question: Question, setting: Setting): Question {
  const { name, value } = setting.directive
  return name === 'note'
    ? { ...question, notes: [...(question.notes ?? []), value] }
    : withSetting(question, setting)
}

function withSetting(question: Question, { directive }: Setting): Question {
  const [name = '', ...rest] = `${directive.name} ${directive.value}`
    .toLowerCase()
    .split(/[\s=:]+/)
  const value = rest[0] ?? ''
  const number = Number(value)
  const isCount = value !== '' && Number.isFinite(number) && number > 0
  if (name === 'minutes' && isCount) return { ...question, minutes: number }
  if (name === 'points' && isCount) return { ...question, points: number }
  const space = name === 'answerspace' ? answerSpace(value) : undefined
  return space === undefined ? question : { ...question, answerSpace: space }
}

const spaces: readonly AnswerSpace[] = ['none', 'auto', 'box', 'grid']

function answerSpace(value: string): AnswerSpace | undefined {
  const lines = Number(value)
  return Number.isInteger(lines) && lines > 0 && lines <= 60
    ? lines
    : spaces.find((space) => space === value)
}
