import type { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'
import type { Node, Point, Position } from 'unist'
import { rules, type RuleId, type Severity } from './rules.ts'

/**
 * Adds a positioned message to a file. Never throws.
 *
 * @param file paper in which the problem stands
 * @param ruleId a key of `rules`; decides whether the message is fatal
 * @param reason "Unexpected X, expected Y", without a full stop
 * @param place node, position or point; the start of the file when left out
 * @param note how to fix it, one or two sentences
 * @returns the message, for a `cause` or `url` to be added
 */
export function report(
  file: VFile,
  ruleId: RuleId,
  reason: string,
  place?: Node | Position | Point,
  note?: string,
): VFileMessage {
  const position = place && 'type' in place ? place.position : place
  const message = file.message(reason, {
    ...(position ? { place: position } : {}),
    ruleId,
    source: 'studydeck',
  })
  const severity: Severity = rules[ruleId]
  message.fatal = severity === 'info' ? undefined : severity === 'error'
  message.url = `docs/rules.md#${ruleId}`
  if (note) message.note = note
  return message
}

/**
 * Whether a message stops everything that participants would get.
 *
 * @param message of a paper's file
 */
export function isFatal(message: VFileMessage): boolean {
  return message.fatal === true
}
