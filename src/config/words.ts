import { readFileSync } from 'node:fs'
import type { Lang } from '../model/paper.ts'
import { packagePath } from './package-root.ts'

/** Every word that readers see and no author wrote, by its key in `templates/locales/*.json`. */
export type Words = Readonly<Record<string, string>>

/**
 * Reads the table of reader-facing words of one language.
 *
 * @param lang language of the paper
 * @returns words by key; `{n}` stands for a value that the template puts in
 */
export function wordsOf(lang: Lang): Words {
  return JSON.parse(
    readFileSync(packagePath('templates', 'locales', `${lang}.json`), 'utf8'),
  ) as Words
}
