import type { Container } from '../model/container.ts'

/**
 * What a marked line of the scanned text stands for. The scanner writes `U+FDD0 index U+FDD1 text` on a line of its own,
 * the Markdown parser makes a `paperMark` node of it, and `foldMarks` replaces that by what it stands for.
 */
export type Mark =
  | OpenMark
  /** Ends the container that was opened by mark number `opener`. */
  | { readonly kind: 'close'; readonly opener: number }
  /** `<summary>`: the text of the mark is the title of the container around it. */
  | { readonly kind: 'title' }
  /** `<h3>…</h3>`. */
  | { readonly kind: 'heading'; readonly depth: 1 | 2 | 3 | 4 | 5 | 6 }
  | { readonly kind: 'rule' }
  /** Text that is not to be parsed, as the parser would take too long. */
  | { readonly kind: 'text'; value: string }
  /** Something that stood here is gone, and what is around it must not grow together. */
  | { readonly kind: 'gap' }
  /** A whole HTML element, such as a table; `line` is the 1-based line of the source where it starts. */
  | { readonly kind: 'html'; readonly html: string; readonly line: number }
  | {
      readonly kind: 'directive'
      readonly name: string
      readonly value: string
    }

/** Begins a container or an HTML quote. */
export interface OpenMark {
  readonly kind: 'open'
  readonly syntax: Container['syntax'] | 'blockquote'
  readonly name: string
  /** Whether a close mark will come. Where it will not, the container ends at the next heading. Set by the scanner. */
  closed: boolean
}
