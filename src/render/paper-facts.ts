import { word } from '../config/word.ts'
import type { Words } from '../config/words.ts'
import type { PaperHeading } from '../view/paper-heading.ts'

/**
 * Round, date and author, as far as the paper has them: what stands below a title.
 *
 * A round that the title already names is not said twice.
 *
 * @param heading of any view
 * @param words reader-facing words
 */
export function paperFacts(heading: PaperHeading, words: Words): string[] {
  const { round, date, author, title } = heading
  const label = round === undefined ? undefined : word(words, 'round', round)
  const isSaid =
    label !== undefined &&
    title.replaceAll(/\s/g, '').includes(label.replaceAll(/\s/g, ''))
  return [isSaid ? undefined : label, date, author].filter(
    (fact) => fact !== undefined,
  )
}
