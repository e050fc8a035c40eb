import type { Lang, Paper } from '../model/paper.ts'

/** What stands at the top of everything on paper. */
export interface PaperHeading {
  readonly title: string
  /** `YYYY-MM-DD`. */
  readonly date?: string
  readonly author?: string
  /** 회차. */
  readonly round?: number
  readonly lang: Lang
}

/**
 * Copies title, date, author, round and language of a paper.
 *
 * @param paper any paper
 */
export function paperHeading(paper: Paper): PaperHeading {
  const { title, lang, date, author, round } = paper
  return {
    title,
    lang,
    ...(date === undefined ? {} : { date }),
    ...(author === undefined ? {} : { author }),
    ...(round === undefined ? {} : { round }),
  }
}
