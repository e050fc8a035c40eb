import type { Katex } from './typesetting.ts'

/**
 * Nothing that a formula says may load, link or run (`trust`), be larger than a page (`maxSize`, in em), expand without
 * end, or print a warning.
 *
 * @see https://katex.org/docs/options
 */
const options = {
  throwOnError: false,
  strict: 'ignore',
  trust: false,
  maxSize: 40,
  maxExpand: 1000,
} as const

/** How a formula is set. */
export interface FormulaOptions {
  /** Whether it stands on lines of its own. */
  readonly displayMode: boolean
  /** Slides have MathML for screen readers, too. */
  readonly output: 'html' | 'htmlAndMathml'
}

/**
 * Sets a formula.
 *
 * @param source TeX
 * @returns HTML; the source in red where it is no formula, `undefined` where it cannot be read at all
 */
export function setFormula(
  source: string,
  how: FormulaOptions,
  katex: Katex,
): string | undefined {
  try {
    return katex.renderToString(source, { ...options, ...how })
  } catch {
    // Nested deeper than the stack: KaTeX catches only what it throws itself.
    return undefined
  }
}
