import type { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'
import { painter, type Paint } from './colours.ts'
import { severityOf, type MessageSeverity } from './severity.ts'
import { sourceExcerpt } from './source-excerpt.ts'

/** How to print messages. */
export interface FormatOptions {
  /** @default false */
  readonly hasColours?: boolean
  /** Columns of the terminal; longer source lines are cut around the problem. @default 100 */
  readonly columns?: number
  /** Whether messages that are no problem are printed too. @default false */
  readonly verbose?: boolean
  /** Whether only errors are printed. @default false */
  readonly quiet?: boolean
}

/**
 * Prints the messages of a file for a person: where, how bad, what, the rule's name, the line itself with a caret under
 * the place, how to fix it, and where to read on.
 *
 * ```text
 * decks/1회차.md
 *   12:4-12:9  error  Unexpected question without an answer, expected …  question-without-answer
 *      |
 *   12 | 3. **락의 범위**: …
 *      |    ^^^^^
 *      = fix: Write an answer below it.
 *      = see: docs/rules.md#question-without-answer
 * ```
 *
 * @param file with its text and messages
 * @param options how to print
 * @returns text that ends with a blank line; empty when there is nothing to say
 */
export function formatMessages(
  file: VFile,
  options: FormatOptions = {},
): string {
  const messages = file.messages
    .filter((message) => isShown(message, options))
    .sort((a, b) => (a.line ?? 0) - (b.line ?? 0))
  if (messages.length === 0) return ''
  const paint = painter(options.hasColours ?? false)
  const width = Math.max(...messages.map((one) => placeOf(one).length))
  return [
    paint('underline', printable(file.path)),
    ...messages.map((message) =>
      formatMessage(message, file, { paint, width, ...options }),
    ),
    summary(messages, paint),
    '\n',
  ].join('\n')
}

function isShown(message: VFileMessage, options: FormatOptions): boolean {
  const severity = severityOf(message)
  return options.quiet
    ? severity === 'error'
    : severity !== 'info' || options.verbose === true
}

interface Style extends FormatOptions {
  readonly paint: Paint
  /** Columns of the widest place. */
  readonly width: number
}

function formatMessage(
  message: VFileMessage,
  file: VFile,
  { paint, width, columns = 100 }: Style,
): string {
  const severity = severityOf(message)
  const head = [
    `  ${placeOf(message).padEnd(width)}`,
    paint(severityColours[severity], severity.padEnd(7)),
    printable(message.reason),
    paint('dim', message.ruleId ?? ''),
  ]
  const excerpt = sourceExcerpt(message, file.toString(), columns)
  const gutter = ' '.repeat(excerpt.gutter)
  const trailers = [
    ...(message.note ? [['fix', message.note] as const] : []),
    ...(message.url ? [['see', message.url] as const] : []),
  ].map(([label, text]) => `${gutter}= ${label}: ${printable(text)}`)
  return [
    head.join('  ').trimEnd(),
    ...excerpt.lines.map(({ gutter, text, isCaret }) =>
      [
        paint('dim', gutter),
        isCaret ? paint(severityColours[severity], text) : text,
      ]
        .join(' ')
        .trimEnd(),
    ),
    ...trailers,
    '',
  ].join('\n')
}

const severityColours = {
  error: 'red',
  warning: 'yellow',
  info: 'cyan',
} as const

/** `12:4-12:9`, `12:4`, or nothing where the whole file is meant. */
function placeOf({ place }: VFileMessage): string {
  if (!place) return ''
  if (!('start' in place)) return `${place.line}:${place.column}`
  const { start, end } = place
  return `${start.line}:${start.column}-${end.line}:${end.column}`
}

function summary(messages: readonly VFileMessage[], paint: Paint): string {
  const count = (severity: MessageSeverity, noun: string): string[] => {
    const n = messages.filter((one) => severityOf(one) === severity).length
    return n === 0
      ? []
      : [paint(severityColours[severity], `${n} ${noun}${n === 1 ? '' : 's'}`)]
  }
  return `  ${[
    ...count('error', 'error'),
    ...count('warning', 'warning'),
    ...count('info', 'note'),
  ].join(', ')}`
}

/** A paper must not be able to move the cursor or recolour the terminal. */
export function printable(text: string): string {
  // eslint-disable-next-line no-control-regex -- controls are what is looked for
  return text.replaceAll(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g, '\ufffd')
}
