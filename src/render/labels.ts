/**
 * Number of a question with its full stop: `1.`, `Q3.`
 *
 * @param number as authored, without punctuation
 */
export function numberLabel(number: string): string {
  return `${number}.`
}

/**
 * Label of a choice: `①` as it is, letters and digits with a full stop.
 *
 * @param label as authored
 */
export function choiceLabel(label: string): string {
  return /^[\p{L}\d]+$/u.test(label) ? `${label}.` : label
}
