/** Starts and ends a mark of ours (see `marks.ts`): noncharacters, which no text may hold. */
export const markStart = '\uFDD0'
/** Ends the number of a mark. */
export const markEnd = '\uFDD1'

/** Characters without a width, which split words and markers invisibly; bidi controls, which reorder them; controls. */
const invisible =
  // eslint-disable-next-line no-control-regex -- controls are what is looked for
  /[\u00AD\u200B\u200C\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF\uFDD0\uFDD1\0-\x08\x0E-\x1F\x7F]/g
/** U+200D that joins no two emoji. */
const looseJoiner =
  /(?<!\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F)\u200D|\u200D(?!\p{Extended_Pictographic})/gu
/** What editors take for a line's white space and Markdown does not. */
const verticalSpace = /[\v\f\u0085\u2028\u2029]/g

/**
 * Splits a paper into lines of clean text: NFC, no invisible characters.
 *
 * Lines correspond one to one to the lines of the source.
 */
export function normalisedLines(text: string): string[] {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(verticalSpace, ' ')
    .replace(invisible, '')
    .replace(looseJoiner, '')
    .normalize('NFC')
    .split('\n')
}

/** Turns the spaces that Markdown does not know (no-break, ideographic) into plain ones. Not for code: they have a width. */
export function plainSpaces(line: string): string {
  return line.replace(/[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/g, ' ')
}
