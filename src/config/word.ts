import type { Words } from './words.ts'

/**
 * One reader-facing word, with a value put into its `{n}`.
 *
 * @param words table of one language
 * @param key key of `templates/locales/*.json`; `keyOne` is taken for 1, where the language has it
 * @param n what stands for `{n}`
 * @throws Error for a key that the table does not have: a bug of ours
 */
export function word(words: Words, key: string, n?: string | number): string {
  const found = (n === 1 ? words[`${key}One`] : undefined) ?? words[key]
  if (found === undefined) throw new Error(`Unexpected word \`${key}\``)
  return n === undefined ? found : found.replace('{n}', String(n))
}
