import { segmentEnd } from './findable.ts'
import { wordsIn } from './normalise.ts'

/** Length of the pieces in which answers are searched, in letters and digits: four or five Korean words. */
export const gramLength = 12

/** Shortest word that gives an answer away by itself. */
const wordLength = 6

/**
 * Every piece of `gramLength` characters of normalised texts; a generator, since there are millions.
 *
 * @param texts from `normalise`
 */
export function* gramsOf(texts: readonly string[]): Generator<string> {
  for (const text of texts) {
    for (let end = gramLength; end <= text.length; end++) {
      yield text.slice(end - gramLength, end)
    }
  }
}

/**
 * Words that give an answer away by themselves: long, and no number, since numbers of pages and points are everywhere.
 *
 * @param text any text
 */
export function tellingWords(text: string): string[] {
  return wordsIn(text).filter(
    (word) => word.length >= wordLength && /\p{L}/u.test(word),
  )
}

/**
 * Texts too short to have pieces: whole answers, and segments of them, such as the items of a list.
 *
 * `HTTP` counts as found where it stands as a word of its own; `O` and `3` say nothing without the label in front.
 *
 * @param text of an answer, as `findableOf` gives it
 * @param label of the answer
 */
export function phrasesOf(text: string, label: string): string[] {
  const segments = text.split(segmentEnd).map(wordsIn).filter(isShort)
  const whole = wordsIn(text)
  const labelled = isShort(whole) ? [[...wordsIn(label), ...whole]] : []
  return [...segments, whole, ...labelled]
    .filter((words) => isShort(words) && hasLetters(words))
    .map((words) => words.join(' '))
}

/** One letter says nothing, and twelve make a piece. */
function isShort(words: readonly string[]): boolean {
  const { length } = words.join('')
  return length > 0 && length < gramLength
}

function hasLetters(words: readonly string[]): boolean {
  return words.join('').length > 1 && words.some((word) => /\p{L}/u.test(word))
}
