import { toString } from 'mdast-util-to-string'
import type { Block, QuestionPart } from '../model/paper.ts'

/**
 * Cuts a text at a word's end.
 *
 * @param text any text; its white space becomes single spaces
 * @param length most characters, the ellipsis included
 */
export function shortened(text: string, length: number): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  if (line.length <= length) return line
  const cut = line.slice(0, length - 1)
  const space = cut.lastIndexOf(' ')
  return `${cut.slice(0, space > length / 2 ? space : undefined)}…`
}

/**
 * Title of a question as plain text; one without a title is known by its first words.
 *
 * @param question of any view
 * @param length most characters
 */
export function shortTitle(
  { title, prompt }: Pick<QuestionPart, 'title' | 'prompt'>,
  length: number,
): string {
  return shortened(title ? toString([...title]) : toString(prompt[0]), length)
}

/**
 * First line of some blocks as plain text: where the author broke the line, it ends.
 *
 * @param blocks such as an answer's body
 */
export function firstLine(blocks: readonly Block[]): string {
  const [first] = blocks
  if (first?.type !== 'paragraph') return toString(first ?? '')
  const end = first.children.findIndex(({ type }) => type === 'break')
  const children = end === -1 ? first.children : first.children.slice(0, end)
  return toString(children).split('\n')[0] ?? ''
}
