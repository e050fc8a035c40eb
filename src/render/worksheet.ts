import { toString } from 'mdast-util-to-string'
import { spaceFor, spaceHtml, type Space } from './answer-space.ts'
import { destinationLinks } from './destinations.ts'
import { choiceLabel, numberLabel } from './labels.ts'
import { flowCss } from './page-css.ts'
import { paperFacts } from './paper-facts.ts'
import type { HtmlRenderer } from './print-html/renderer.ts'
import { renderTemplate } from './templates.ts'
import { word } from '../config/word.ts'
import type { Words } from '../config/words.ts'
import type { PaperSize } from '../model/paper-options.ts'
import type { Choice, QuestionPart } from '../model/paper.ts'
import type { HintedQuestion } from '../view/question-part.ts'
import type { TopicView } from '../view/topic-view.ts'
import type { WorksheetView } from '../view/worksheet-view.ts'

/** What a worksheet is made with besides its view. */
export interface WorksheetOptions {
  readonly renderer: HtmlRenderer
  readonly words: Words
  readonly paperSize: PaperSize
  /** Height in mm of each question's answer, by the question's id. */
  readonly answerHeights: ReadonlyMap<string, number>
  /** User's folder of templates. */
  readonly templates?: string
}

/**
 * Makes the worksheet as an HTML document to print, without its fonts.
 *
 * @param view what the worksheet may show
 * @param options how it is shown
 * @throws {BuildError} `TEMPLATE_INVALID`
 */
export function worksheetHtml(
  view: WorksheetView | WorksheetView<HintedQuestion>,
  options: WorksheetOptions,
): string {
  const { words, templates } = options
  const questions = view.topics.flatMap<QuestionPart>(
    (topic) => topic.questions,
  )
  const points = questions.reduce((sum, { points = 0 }) => sum + points, 0)
  return renderTemplate(
    'worksheet.hbs',
    {
      lang: view.lang,
      title: view.title,
      facts: paperFacts(view, words),
      words,
      points: points === 0 ? undefined : word(words, 'points', points),
      topics: view.topics.map((topic, index) =>
        topicData(topic, index + 1, view, options),
      ),
      destinations: destinationLinks(view.topics),
      css: flowCss('worksheet.css', view.title, options),
    },
    templates,
  )
}

function topicData(
  topic: TopicView<QuestionPart> | TopicView<HintedQuestion>,
  number: number,
  view: WorksheetView | WorksheetView<HintedQuestion>,
  options: WorksheetOptions,
): Record<string, unknown> {
  const { renderer } = options
  return {
    id: `topic-${number}`,
    heading: topic.title === '' ? undefined : renderer.inline(topic.heading),
    situation: renderer.blocks(topic.situation),
    questions: topic.questions.map((question) =>
      questionData(
        question,
        spaceFor(
          question,
          view.answerSpace,
          options.answerHeights.get(question.id) ?? 0,
        ),
        options,
      ),
    ),
  }
}

function questionData(
  question: QuestionPart | HintedQuestion,
  space: Space | undefined,
  { renderer, words }: WorksheetOptions,
): Record<string, unknown> {
  const { first, rest } = spaceHtml(space)
  return {
    id: `question-${question.id}`,
    number: numberLabel(question.number),
    longNumber: question.number.length > 3,
    title: question.title && renderer.inline(question.title),
    points:
      question.points === undefined
        ? undefined
        : word(words, 'outOf', question.points),
    prompt: renderer.prompt(question.prompt),
    hints:
      'hints' in question
        ? question.hints.map((hint) => ({
            label: hint.label === '' ? word(words, 'hint') : hint.label,
            body: renderer.blocks(hint.body),
          }))
        : [],
    choices: question.choices.map((choice) => ({
      label: choiceLabel(choice.label),
      body: renderer.blocks(choice.body),
    })),
    shortChoices: question.choices.every(isShort),
    trueFalse: question.kind === 'ox',
    firstSpace: first,
    restSpace: rest,
  }
}

/** Whether two choices fit beside each other; Hangul is about two Latin letters wide. */
function isShort(choice: Choice): boolean {
  const [first, ...others] = choice.body
  if (others.length > 0 || first?.type !== 'paragraph') return false
  const text = toString(first)
  const wide = text.match(/[\u1100-\uffef]/g)?.length ?? 0
  return text.length + wide <= 32
}
