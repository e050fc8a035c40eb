import { isDateAt } from './lead.ts'

/**
 * Mends what authors plainly meant otherwise than Markdown reads it.
 *
 * `##문제` is a heading, `2025. 9. 19.` is a date, not three nested lists, and a first line of `---` that begins no front
 * matter is a rule.
 *
 * @param text text of a line
 * @param isTop whether it is the first line of the paper, where one `#` is no tag
 */
export function fixedText(text: string, isTop: boolean): string {
  if (isTop && /^---\s*$/.test(text)) return '***'
  if (isDateAt(text, 0)) return text.replace('.', '\\.')
  const heading = /^(#{1,6})(?=[가-힣]|(?:[Qq]?\d+[.)]))/.exec(text)?.[1]
  if (heading === undefined || (heading === '#' && !isTop)) return text
  return `${heading} ${text.slice(heading.length)}`
}
