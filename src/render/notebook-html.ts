import { choiceLabel, numberLabel } from './labels.ts'
import { paperFacts } from './paper-facts.ts'
import { katexCss } from './print-html/katex-css.ts'
import type { HtmlRenderer } from './print-html/renderer.ts'
import { shortTitle } from './short-text.ts'
import { renderTemplate, templateText } from './templates.ts'
import { word } from '../config/word.ts'
import type { Words } from '../config/words.ts'
import type { QuestionPart } from '../model/paper.ts'
import type {
  HostNotebookView,
  NotebookQuestion,
  ShareNotebookView,
} from '../view/notebook-view.ts'
import type { TopicView } from '../view/topic-view.ts'

/** What notebook.html is made with besides its view. */
export interface NotebookHtmlOptions {
  readonly renderer: HtmlRenderer
  readonly words: Words
  /** Bundle of `src/notebook-page/`. */
  readonly script: string
  /** User's folder of templates. */
  readonly templates?: string
}

/**
 * Makes notebook.html as one document, without its fonts.
 *
 * Whoever hands it out gives it its policy first (`withPolicy`).
 *
 * @param view of the host or of the participants
 * @param options how it is shown
 * @throws {BuildError} `TEMPLATE_INVALID`
 */
export function notebookHtml(
  view: HostNotebookView | ShareNotebookView,
  options: NotebookHtmlOptions,
): string {
  const { words, script, templates } = options
  const topics: readonly TopicView<NotebookQuestion>[] = view.topics
  return renderTemplate(
    'notebook.hbs',
    {
      lang: view.lang,
      title: view.title,
      facts: paperFacts(view, words),
      words,
      // Notes of two papers must not meet, notes of one paper's next build must be found again.
      notebook: [view.title, view.round, view.date].join(' '),
      hasAnswers: topics.some(({ questions }) =>
        questions.some(({ answers = [] }) => answers.length > 0),
      ),
      topics: topics.map((topic, index) =>
        topicData(topic, index + 1, options),
      ),
      css: [templateText('notebook.css', templates), katexCss()].join('\n'),
      script,
    },
    templates,
  )
}

function topicData(
  topic: TopicView<NotebookQuestion>,
  number: number,
  options: NotebookHtmlOptions,
): object {
  const { renderer } = options
  return {
    id: `topic-${number}`,
    title: topic.title,
    heading: topic.title === '' ? undefined : renderer.inline(topic.heading),
    situation: renderer.blocks(topic.situation),
    questions: topic.questions.map((question) =>
      questionData(question, options),
    ),
  }
}

function questionData(
  question: NotebookQuestion,
  { renderer, words }: NotebookHtmlOptions,
): object {
  const { title, prompt, points, hints = [], answers } = question
  const id = `question-${question.id}`
  const isCode = question.kind === 'code'
  return {
    id,
    question: question.id,
    number: numberLabel(question.number),
    title: title ? renderer.inline(title) : '',
    short: shortTitle(question, 40),
    points: points === undefined ? undefined : word(words, 'points', points),
    prompt: renderer.prompt(prompt),
    choices: choicesOf(question).map(({ label, body }, index) => ({
      id: `${id}-choice-${index + 1}`,
      label,
      body: renderer.blocks(body),
    })),
    noteLabel: word(words, answers ? 'notebookNote' : 'notebookAnswer'),
    isCode,
    rows: isCode ? 6 : 3,
    hints: hints.map(({ body }) => ({ body: renderer.blocks(body) })),
    answers: (answers ?? []).map(({ label, body }, _, { length }) => ({
      label: length === 1 ? '' : label,
      body: renderer.blocks(body),
    })),
  }
}

function choicesOf(question: NotebookQuestion): LabelledChoice[] {
  if (question.kind === 'ox' && question.choices.length === 0)
    return [
      { label: 'O', body: [] },
      { label: 'X', body: [] },
    ]
  return question.choices.map(({ label, body }) => ({
    label: choiceLabel(label),
    body,
  }))
}

type LabelledChoice = QuestionPart['choices'][number]
