import { VFile } from 'vfile'
import type { Paper, Topic } from '../../src/model/paper.ts'
import { isFatal } from '../../src/model/report.ts'
import { decodePaper, parsePaper } from '../../src/parse/index.ts'
import { splitPaper } from '../../src/split/index.ts'

/** A paper and the file that its messages are on. */
export interface SplitResult {
  readonly paper: Paper
  readonly file: VFile
}

/**
 * Reads Markdown as the pipeline does.
 *
 * @param markdown source, or its bytes
 * @param path of the paper, for titles taken from the file name
 */
export function split(
  markdown: string | Uint8Array,
  path = 'paper.md',
): SplitResult {
  const file = new VFile({ path })
  const bytes =
    typeof markdown === 'string' ? new TextEncoder().encode(markdown) : markdown
  const text = decodePaper(bytes, file)
  file.value = text
  return { paper: splitPaper(parsePaper(text, file), file), file }
}

/**
 * Everything that participants may see of a paper, as one searchable text.
 *
 * @param paper from `split`
 */
export function participantsText(paper: Paper): string {
  return [paper.title, ...paper.topics.flatMap(topicTexts)].join('\n')
}

function topicTexts(topic: Topic): string[] {
  return [
    topic.title,
    content([topic.heading, topic.situation]),
    ...topic.questions.map((question) =>
      content({ ...question, hints: [], answers: [] }),
    ),
  ]
}

/**
 * Everything in the answers of a paper, as one searchable text.
 *
 * @param paper from `split`
 */
export function answersText(paper: Paper): string {
  return content(
    paper.topics.flatMap(({ questions }) =>
      questions.map(({ answers }) => answers),
    ),
  )
}

/** All strings of a value, without positions in the source. */
function content(value: unknown): string {
  return JSON.stringify(value, (key, inner: unknown) =>
    key === 'position' ? undefined : inner,
  ).replaceAll(/\\[nrtbf]/g, '\n')
}

const token = /\b[QASHNX]K\d+[a-z]*/g

/**
 * Tokens (`QK1`, `AK1b`) of a text in their order, each once.
 *
 * @param text any text
 */
export function tokensOf(text: string): string[] {
  return [...new Set(text.match(token) ?? [])]
}

/**
 * Whether a fatal message keeps everything from participants.
 *
 * @param result from `split`
 */
export function isRefused({ file }: SplitResult): boolean {
  return file.messages.some(isFatal)
}

/**
 * Messages as people read them, one a line.
 *
 * @param result from `split`
 */
export function messagesText({ file }: SplitResult): string {
  return file.messages
    .map(
      ({ line, fatal, ruleId, reason }) =>
        `${line ?? 1}: ${fatal === true ? 'error' : fatal === false ? 'warning' : 'info'} ${ruleId ?? ''}: ${reason}\n`,
    )
    .join('')
}
