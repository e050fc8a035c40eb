import type { PaperDesk } from './paper-desk.ts'
import type { ShownProblem } from '../dev-client/state.ts'

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
