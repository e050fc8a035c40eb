import type { Words } from '../../config/words.ts'

/** A word of the deck; nothing where a user's table lacks it. */
export function word(words: Words, key: string): string {
  return words[key] ?? ''
}

/** A word with a number in it: `문제 {n}개`; the one whose key ends in `One` for 1, where the language has it. */
export function fill(words: Words, key: string, n: number): string {
  const found = (n === 1 ? words[`${key}One`] : undefined) ?? word(words, key)
  return found.replace('{n}', String(n))
}
