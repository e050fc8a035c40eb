import { stringify } from 'yaml'
import { checkOptions, nearest } from './check-options.ts'
import { paperOptionNames, paperOptions } from './options.ts'
import type { PaperOptions } from '../model/paper-options.ts'

/** Options of a paper's front matter, and what is wrong with those that are not taken. */
export interface FrontMatterOptions {
  readonly options: PaperOptions
  readonly problems: readonly {
    /** Key as it was written. */
    readonly key: string
    /** "Unexpected X, expected Y, did you mean Z?" */
    readonly reason: string
  }[]
}

/**
 * Reads the options of studydeck out of a front matter, which other tools' keys share.
 *
 * @param given keys and values of the front matter
 */
export function paperOptionsIn(
  given: Readonly<Record<string, unknown>>,
): FrontMatterOptions {
  const ours = Object.entries(given)
    .filter(([key, value]) => isOurs(key, value))
    .map(([key, value]) => [key, key === 'lang' ? plainLang(value) : value])
  const { options, problems } = checkOptions(
    Object.fromEntries(ours) as Record<string, unknown>,
    paperOptionNames,
  )
  return {
    options,
    problems: problems.map(({ key, reason, meant }) => ({
      key,
      reason: meant
        ? `${reason}, did you mean \`${meant.key}: ${stringify(meant.value).trim()}\`?`
        : reason,
    })),
  }
}

/** Marp, Slidev, Jekyll and Hugo have a `theme` too; a misspelt key of ours must be as long as no word of theirs. */
function isOurs(key: string, value: unknown): boolean {
  if (value === null || value === '') return false
  if (key === 'theme')
    return (
      typeof value === 'string' &&
      nearest(value, paperOptions.theme.examples) !== undefined
    )
  if (key === 'hints') return typeof value !== 'object'
  return (
    paperOptionNames.some((name) => name === key) ||
    nearest(key, ['paperSize', 'answerSpace']) !== undefined
  )
}

/** `ko-KR` is Korean. */
function plainLang(value: unknown): unknown {
  return typeof value === 'string' && /^(?:ko|en)[-_]/i.test(value)
    ? value.slice(0, 2).toLowerCase()
    : value
}
