import { destinationLinks } from './destinations.ts'
import { numberLabel } from './labels.ts'
import { flowCss } from './page-css.ts'
import { paperFacts } from './paper-facts.ts'
import type { HtmlRenderer } from './print-html/renderer.ts'
import { firstLine, shortened, shortTitle } from './short-text.ts'
import { renderTemplate } from './templates.ts'
import { word } from '../config/word.ts'
import type { Words } from '../config/words.ts'
import type { PaperSize } from '../model/paper-options.ts'
import type { LabelledBody, Question } from '../model/paper.ts'
import type { AnswerKeyView } from '../view/answer-key-view.ts'
import type { TopicView } from '../view/topic-view.ts'

/** What an answer key is made with besides its view. */
export interface AnswerKeyOptions {
  readonly renderer: HtmlRenderer
  readonly words: Words
  readonly paperSize: PaperSize
  /** User's folder of templates. */
  readonly templates?: string
}

/**
 * Makes the answer key as an HTML document to print, without its fonts.
 *
 * @param view the whole paper
 * @param options how it is shown
 * @throws {BuildError} `TEMPLATE_INVALID`
 */
export function answerKeyHtml(
  view: AnswerKeyView,
  options: AnswerKeyOptions,
): string {
  const { words, templates } = options
  return renderTemplate(
    'answers.hbs',
    {
      lang: view.lang,
      title: view.title,
      facts: paperFacts(view, words),
      words,
      topics: view.topics.map((topic, index) => ({
        id: `topic-${index + 1}`,
        heading:
          topic.title === ''
            ? undefined
            : options.renderer.inline(topic.heading),
        questions: topic.questions.map((question) =>
          questionData(question, options),
        ),
      })),
      short: view.topics.flatMap(shortAnswers),
      destinations: destinationLinks(view.topics),
      css: flowCss('answers.css', view.title, options),
    },
    templates,
  )
}

function questionData(
  question: Question,
  { renderer, words }: AnswerKeyOptions,
): Record<string, unknown> {
  const { title, points } = question
  const part = (body: LabelledBody, label: string, hint: boolean): object => ({
    label,
    hint,
    body: renderer.blocks(body.body),
  })
  return {
    id: `question-${question.id}`,
    number: numberLabel(question.number),
    title: renderer.inline(
      title ?? [{ type: 'text', value: shortTitle(question, 90) }],
    ),
    points: points === undefined ? undefined : word(words, 'points', points),
    parts: [
      ...question.hints.map((hint) =>
        part(hint, hint.label || word(words, 'hint'), true),
      ),
      // One answer needs no label: everything here is an answer.
      ...question.answers.map((answer, _, { length }) =>
        part(
          answer,
          length + question.hints.length === 1 ? '' : answer.label,
          false,
        ),
      ),
    ],
  }
}

/** Answers of one topic that are a letter or a word, to compare at a glance. */
function shortAnswers({ title, questions }: TopicView<Question>): object[] {
  const answers = questions
    .filter(({ kind }) => kind === 'choice' || kind === 'ox')
    .map(({ number, answers: [answer] }) => ({
      number: numberLabel(number),
      answer: shortened(answer ? firstLine(answer.body) : '', 40),
    }))
  return answers.length === 0 ? [] : [{ title, answers }]
}
