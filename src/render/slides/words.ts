import type { Words } from '../../config/words.ts'

/** A word of the deck; nothing where a user's table lacks it. */
export function word(words: Words, key: string): string {
  return words[key] ?? ''
}

/** A word with a number in it: `문제 {n}개`. */
export function fill(words: Words, key: string, n: number): string {
  return word(words, key).replace('{n}', String(n))
}
