import type { Data, Parent, PhrasingContent, RootContent } from 'mdast'

/**
 * A block with a title and Markdown inside, whatever syntax the author used:
 * raw `<details>`, `> [!success]- …` callouts, `??? success "…"` and `:::details …`.
 */
export interface Container extends Parent {
  type: 'container'
  syntax: 'details' | 'callout' | 'admonition' | 'directive' | 'aside'
  /** `success`, `question`, `quiz` …, lower case; empty for `<details>`. */
  name: string
  /** `<summary>`, callout title, quoted admonition title; empty when there is none. */
  title: PhrasingContent[]
  children: RootContent[]
  data?: Data
}

declare module 'mdast' {
  interface BlockContentMap {
    container: Container
  }
  interface RootContentMap {
    container: Container
  }
}
