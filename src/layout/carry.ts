import type { Heading, PhrasingContent, RootContent } from 'mdast'
import { cutPhrasing, inkOf, rawText } from './ink.ts'
import { sentenceStarts } from './sentences.ts'
import { html, span, text } from '../render/slides/inline.ts'
import { plainText, shortened } from '../render/slides/plain-text.ts'

/** Pixels of a line that `carriedLine` makes, with the gap below it. */
export const carriedHeight = 46

/** How much of a text one line repeats. */
const carriedLength = 44

/**
 * Makes the line that says again what a list is about, for a page on which it goes on.
 *
 * @param lead what stands before the list
 * @returns nothing where that introduces no list
 */
export function carriedLine(lead: RootContent | undefined): Heading[] {
  if (lead?.type !== 'paragraph' && lead?.type !== 'heading') return []
  const { children } = lead
  const last = sentenceStarts(rawText(children)).at(-1) ?? 0
  return lineOf(cutPhrasing(children, last, inkOf(children).length))
}

/**
 * Makes the line that says again what a question without a title is about.
 *
 * @param body of the question: facts, then the prompt
 */
export function carriedPrompt(body: readonly RootContent[]): Heading[] {
  const prompt = body.find(
    (node) => node.type === 'paragraph' && node.children[0]?.type !== 'html',
  )
  return prompt?.type === 'paragraph' ? lineOf(prompt.children) : []
}

/** A heading, so that the player shows it together with what follows. */
function lineOf(children: readonly PhrasingContent[]): Heading[] {
  const words = shortened(plainText(children), carriedLength)
  return words === ''
    ? []
    : [{ type: 'heading', depth: 2, children: span('carried', [text(words)]) }]
}

/**
 * Makes what stands for the beginning of an item that goes on from the page before: it has no bullet of its own.
 *
 * @param lead first block of the item, where none of it is on this page
 */
export function continuedMark(lead?: RootContent): PhrasingContent[] {
  const words =
    lead?.type === 'paragraph'
      ? shortened(plainText(lead.children), carriedLength)
      : ''
  return [
    html('<span class="continued">'),
    ...(words === '' ? [] : [text(words)]),
    html('</span>'),
  ]
}
