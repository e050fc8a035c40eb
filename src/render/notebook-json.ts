import type { ICell, INotebookContent } from '@jupyterlab/nbformat'
import type { Heading, List, PhrasingContent, RootContent } from 'mdast'
import { visit } from 'unist-util-visit'
import { kernelFor, languageName } from './kernels.ts'
import { choiceLabel, numberLabel } from './labels.ts'
import { cellMarkdown, type CellContext } from './notebook-markdown.ts'
import { paperFacts } from './paper-facts.ts'
import { word } from '../config/word.ts'
import type { Block, LabelledBody } from '../model/paper.ts'
import type {
  HostNotebookView,
  NotebookQuestion,
  ShareNotebookView,
} from '../view/notebook-view.ts'
import type { TopicView } from '../view/topic-view.ts'

/**
 * Makes a Jupyter notebook: each question, a cell to answer it in, and what the view has of hints and answers.
 *
 * Cell ids come from question ids, so the next build of a paper gives the same cells.
 *
 * @see https://nbformat.readthedocs.io/en/latest/format_description.html
 * @param view of the host or of the participants
 * @param context images and words
 * @returns nbformat 4.5 as JSON text, one space deep as Jupyter writes it
 */
export function notebookJson(
  view: HostNotebookView | ShareNotebookView,
  context: CellContext,
): string {
  const topics: readonly TopicView<NotebookQuestion>[] = view.topics
  const languages = topics.flatMap(({ questions }) =>
    questions
      .filter(({ kind }) => kind === 'code')
      .map(languageOf)
      .filter((language) => language !== undefined),
  )
  const notebook: INotebookContent = {
    cells: [
      markdownCell(
        'title',
        [heading(1, text(view.title))],
        facts(paperFacts(view, context.words)),
        context,
      ),
      ...topics.flatMap((topic, index) => [
        ...topicCell(topic, index + 1, context),
        ...topic.questions.flatMap((question) =>
          questionCells(question, context),
        ),
      ]),
    ],
    metadata: { ...kernelFor(languages) },
    nbformat: 4,
    nbformat_minor: 5,
  }
  return `${JSON.stringify(notebook, undefined, 1)}\n`
}

function facts(values: readonly string[]): Block[] {
  return values.length === 0
    ? []
    : [{ type: 'paragraph', children: text(values.join(' · ')) }]
}

function topicCell(
  topic: TopicView<NotebookQuestion>,
  number: number,
  context: CellContext,
): ICell[] {
  const headings = [
    ...(topic.title === '' ? [] : [heading(2, topic.heading)]),
    ...(topic.situation.length === 0
      ? []
      : [heading(3, text(word(context.words, 'situation')))]),
  ]
  return headings.length === 0
    ? []
    : [markdownCell(`topic-${number}`, headings, topic.situation, context)]
}

function questionCells(
  question: NotebookQuestion,
  context: CellContext,
): ICell[] {
  const { id, title, prompt, choices, hints = [], answers = [] } = question
  const headings = [
    heading(3, [
      ...text(numberLabel(question.number)),
      ...(title ? [...text(' '), ...title] : []),
    ]),
  ]
  const asked = [
    ...prompt,
    ...(choices.length === 0 ? [] : [choiceList(question)]),
  ]
  return [
    markdownCell(`question-${id}`, headings, asked, context),
    ...foldedCell(`hint-${id}`, 'notebookShowHint', hints, context),
    writingCell(question),
    ...foldedCell(`answer-${id}`, 'notebookShowAnswer', answers, context),
  ]
}

function markdownCell(
  id: string,
  headings: readonly Heading[],
  content: readonly RootContent[],
  context: CellContext,
): ICell {
  const { source, attachments } = cellMarkdown(headings, content, context)
  return {
    cell_type: 'markdown',
    id,
    metadata: {},
    source: lines(source),
    ...(Object.keys(attachments).length === 0 ? {} : { attachments }),
  }
}

/** Where the reader answers: empty, in the question's language for code. */
function writingCell(question: NotebookQuestion): ICell {
  const id = `writing-${question.id}`
  if (question.kind !== 'code')
    return { cell_type: 'markdown', id, metadata: {}, source: [] }
  const language = languageOf(question)
  return {
    cell_type: 'code',
    id,
    execution_count: null,
    metadata:
      language === undefined
        ? {}
        : { vscode: { languageId: languageName(language) } },
    outputs: [],
    source: [],
  }
}

/** A `<details>`: closed wherever notebooks are shown, and the empty lines let its Markdown be read. */
function foldedCell(
  id: string,
  summary: 'notebookShowHint' | 'notebookShowAnswer',
  bodies: readonly LabelledBody[],
  context: CellContext,
): ICell[] {
  if (bodies.length === 0) return []
  const content = bodies.flatMap(({ label, body }): RootContent[] => [
    ...(bodies.length === 1 || label === ''
      ? []
      : ([
          {
            type: 'paragraph',
            children: [{ type: 'strong', children: text(label) }],
          },
        ] satisfies RootContent[])),
    ...body,
  ])
  const open = `<details>\n<summary>${word(context.words, summary)}</summary>`
  return [
    markdownCell(
      id,
      [],
      [
        { type: 'html', value: open },
        ...content,
        { type: 'html', value: '</details>' },
      ],
      context,
    ),
  ]
}

function choiceList({ choices }: NotebookQuestion): List {
  return {
    type: 'list',
    spread: false,
    children: choices.map(({ label, body: [first, ...rest] }) => {
      const lead = text(`${choiceLabel(label)} `)
      const children =
        first?.type === 'paragraph'
          ? [
              {
                ...first,
                children: [...lead, ...first.children],
              },
              ...rest,
            ]
          : [
              { type: 'paragraph' as const, children: lead },
              ...(first ? [first, ...rest] : []),
            ]
      return { type: 'listItem', checked: false, spread: false, children }
    }),
  }
}

/** Language of the first code block of a question, if it has one. */
function languageOf({ prompt }: NotebookQuestion): string | undefined {
  const languages: string[] = []
  visit({ type: 'root', children: [...prompt] }, 'code', ({ lang }) => {
    if (lang) languages.push(lang)
  })
  return languages[0]
}

function heading(
  depth: 1 | 2 | 3,
  children: readonly PhrasingContent[],
): Heading {
  return { type: 'heading', depth, children: [...children] }
}

function text(value: string): PhrasingContent[] {
  return [{ type: 'text', value }]
}

function lines(source: string): string[] {
  return source === '' ? [] : source.split(/(?<=\n)/)
}
