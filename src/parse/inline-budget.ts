import { splitLead, type Lead } from './lead.ts'

/** How many characters with a meaning a paragraph may have: the parser's time grows with their square. */
const mostMarks = 800

/** How many lines a paragraph in a quote or a list may have: the parser goes back over all of them for each without a `>`. */
const mostLines = 2000

const special = /\*+|_+|~+|`+|[[\]<$\\&@]|:\/\/|www/g

/** `|---|---|`, `:--`; `---` alone is a rule. */
const delimiterRow = /^(?=.*[|:])\|?[ \t]*:?-+:?[ \t]*(?:\||$)/

const heading = /^#{1,6}(?:\s|$)/

/** Rules and fences, which end a table. */
const noRow =
  /^(?:(?:-[ \t]*){3,}$|(?:\*[ \t]*){3,}$|(?:_[ \t]*){3,}$|`{3}|~{3}|\$\$)/

/** Counts what the parser has to look at twice, paragraph by paragraph. */
export class InlineBudget {
  #marks = 0
  #lines = 0
  /** Whether the paragraph is in a quote or a list. */
  #isInside = false
  #inTable = false
  /** The line before, which is the head of a table where this one is a row of dashes. */
  #before = { content: '', quotes: 0 }

  /** Begins a line. Blank lines, list items, headings and rows of tables begin anew. */
  enterLine(lead: Lead): void {
    const { content } = lead
    // Indented as code is, a heading goes on with the paragraph.
    const isHeading = lead.indent < 4 && heading.test(content)
    const isFresh = content === '' || lead.items.length > 0 || isHeading
    this.#enterRow(lead, isFresh)
    if (isFresh || this.#inTable) this.#marks = 0
    if (isFresh) {
      // A row may be a line of a paragraph that looks like one.
      this.#lines = 0
      this.#isInside = false
    }
    this.#isInside ||=
      lead.quotes + lead.items.length > 0 ||
      (this.#lines === 0 && lead.indent > 0)
  }

  #enterRow({ content, quotes }: Lead, isFresh: boolean): void {
    const before = this.#before
    const endsText = noRow.test(content) || heading.test(content)
    if (isFresh || quotes !== before.quotes || endsText) this.#inTable = false
    if (
      before.content !== '' &&
      delimiterRow.test(content) &&
      cellsOf(content) === cellsOf(before.content)
    )
      this.#inTable = true
    this.#before = { content: endsText ? '' : content, quotes }
  }

  /** A block of another kind stands here. */
  endTable(): void {
    this.#inTable = false
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

function cellsOf(row: string): number {
  const inner = row.trim().replace(/^\||(?<!\\)\|$/g, '')
  return inner.split(/(?<!\\)\|/).length
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
