import type { PaperDesk } from './paper-desk.ts'

/** One problem, as the page in the browser shows it. */
export interface ShownProblem {
  readonly severity: 'error' | 'warning'
  /** `decks/1회차.md:12:4` */
  readonly place: string
  readonly reason: string
  /** The line of the paper; empty where the whole file is meant. */
  readonly line: string
  /** How to fix it. */
  readonly note: string
  readonly rule: string
}

/**
 * What is wrong with a paper, worst first, without what is only good to know.
 *
 * @param desk of the paper
 */
export function problemsOf(desk: PaperDesk): ShownProblem[] {
  const lines = String(desk.file).split(/\r\n|\n|\r/)
  return desk.messages
    .filter(({ fatal }) => fatal !== undefined && fatal !== null)
    .map((message) => {
      const { line, column, reason, note, ruleId, fatal } = message
      return {
        severity: fatal ? ('error' as const) : ('warning' as const),
        place: [desk.path, line, column].filter(Boolean).join(':'),
        reason,
        line: line === undefined ? '' : (lines[line - 1] ?? '').trim(),
        note: note ?? '',
        rule: ruleId ?? '',
      }
    })
    .sort((a, b) =>
      a.severity < b.severity ? -1 : a.severity > b.severity ? 1 : 0,
    )
}
