import type { VFileMessage } from 'vfile-message'

/** Severity of a message, as it is printed. */
export type MessageSeverity = 'error' | 'warning' | 'info'

/**
 * Severity of a message: `fatal` is `true` for errors, `false` for warnings, and missing for what is only good to know.
 *
 * @param message of any file
 */
export function severityOf({ fatal }: VFileMessage): MessageSeverity {
  return fatal === true ? 'error' : fatal === false ? 'warning' : 'info'
}
