import type { Lead } from './lead.ts'

/** How many characters with a meaning a paragraph may have: the parser's time grows with their square. */
const budget = 800

const special = /\*+|_+|~+|`+|[[\]<$\\&@]|:\/\/|www/g

/** `|---|---|`, `:--`; `---` alone is a rule. */
const delimiterRow = /^(?=.*[|:])\|?[ \t]*:?-+:?[ \t]*(?:\||$)/

/** Counts what the parser has to look at twice, paragraph by paragraph. */
export class InlineBudget {
  #spent = 0
  #inTable = false

  /** Begins a line. Blank lines, list items, headings and rows of tables begin anew. */
  enterLine(lead: Lead): void {
    const { content } = lead
    if (content === '') this.#inTable = false
    if (delimiterRow.test(content)) this.#inTable = true
    const isFresh = lead.items.length > 0 || /^#{1,6}(?:\s|$)/.test(content)
    if (content === '' || isFresh || this.#inTable) this.#spent = 0
  }

  /** Spends the special characters of a text; `false` where they are too many to be parsed. */
  spend(text: string): boolean {
    this.#spent += text.match(special)?.length ?? 0
    return this.#spent <= budget
  }
}
