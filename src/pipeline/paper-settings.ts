import type { BuildContext } from './context.ts'
import type { Paper } from '../model/paper.ts'
import type { PaperOptions } from '../model/paper-options.ts'

/** Options of papers, from the strongest to the weakest; the front matter of each paper stands between them. */
export interface OptionLayers {
  /** From the command line: win over everything. */
  readonly flags?: PaperOptions
  /** From the configuration: used where neither flags nor front matter say anything. */
  readonly config?: PaperOptions
}

/** What options make of a paper and its context. */
export interface PaperSettings {
  readonly paper: Paper
  readonly context: Pick<
    BuildContext,
    'pageSize' | 'withHints' | 'theme' | 'minutes'
  >
}

/**
 * Settles the options of a paper: flags win over its front matter, which wins over the configuration.
 *
 * @param read paper as it was split
 * @param layers flags and configuration
 */
export function settle(read: Paper, layers: OptionLayers): PaperSettings {
  const { lang, answerSpace, paperSize, hints, theme, timer }: PaperOptions = {
    ...layers.config,
    ...read.options,
    ...layers.flags,
  }
  return {
    paper: {
      ...read,
      ...(lang === undefined ? {} : { lang }),
      ...(answerSpace === undefined ? {} : { answerSpace }),
    },
    context: {
      ...(paperSize === undefined ? {} : { pageSize: paperSize }),
      ...(hints === undefined ? {} : { withHints: hints }),
      ...(theme === undefined ? {} : { theme }),
      ...(timer === undefined ? {} : { minutes: timer }),
    },
  }
}
