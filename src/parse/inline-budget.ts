import { splitLead, type Lead } from './lead.ts'

/** How many characters with a meaning a paragraph may have: the parser's time grows with their square. */
const mostMarks = 800

/** How many lines a paragraph in a quote or a list may have: the parser goes back over all of them for each without a `>`. */
const mostLines = 2000

const special = /\*+|_+|~+|`+|[[\]<$\\&@]|:\/\/|www/g

/** `|---|---|`, `:--`; `---` alone is a rule. */
const delimiterRow = /^(?=.*[|:])\|?[ \t]*:?-+:?[ \t]*(?:\||$)/

/** Counts what the parser has to look at twice, paragraph by paragraph. */
export class InlineBudget {
  #marks = 0
  #lines = 0
  /** Whether the paragraph is in a quote or a list. */
  #isInside = false
  #inTable = false

  /** Begins a line. Blank lines, list items, headings and rows of tables begin anew. */
  enterLine(lead: Lead): void {
    const { content } = lead
    if (content === '') this.#inTable = false
    if (delimiterRow.test(content)) this.#inTable = true
    const isFresh = lead.items.length > 0 || /^#{1,6}(?:\s|$)/.test(content)
    if (content === '' || isFresh || this.#inTable) this.#marks = 0
    if (content === '' || isFresh) {
      // A row may be a line of a paragraph that looks like one.
      this.#lines = 0
      this.#isInside = false
    }
    this.#isInside ||=
      lead.quotes + lead.items.length > 0 ||
      (this.#lines === 0 && lead.indent > 0)
  }

  /** Spends a line and its special characters; `false` where they are too many to be parsed. */
  spend(text: string): boolean {
    this.#marks += text.match(special)?.length ?? 0
    this.#lines++
    return (
      this.#marks <= mostMarks && !(this.#isInside && this.#lines > mostLines)
    )
  }
}

/** Whether Markdown that the scanner has not seen can be parsed as it is. */
export function isWithinBudget(markdown: string): boolean {
  const budget = new InlineBudget()
  return markdown.split('\n').every((line) => {
    const lead = splitLead(line)
    budget.enterLine(lead)
    return lead.content === '' || budget.spend(lead.content)
  })
}
