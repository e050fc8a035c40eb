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
 * It is a heading, so that the player shows it together with the first item.
 *
 * @param lead what stands before the list
 * @returns nothing where that introduces no list
 */
export function carriedLine(lead: RootContent | undefined): Heading[] {
  if (lead?.type !== 'paragraph' && lead?.type !== 'heading') return []
  const { children } = lead
  const last = sentenceStarts(rawText(children)).at(-1) ?? 0
  const sentence = plainText(
    cutPhrasing(children, last, inkOf(children).length),
  )
  return sentence === ''
    ? []
    : [
        {
          type: 'heading',
          depth: 2,
          children: span('carried', [text(shortened(sentence, carriedLength))]),
        },
      ]
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
