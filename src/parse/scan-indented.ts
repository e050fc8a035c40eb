import { splitLead, type Lead } from './lead.ts'
import type { ScanState } from './scan-state.ts'

interface Body {
  readonly mark: number
  readonly lead: Lead
  /** Column at which a line has to start to belong to the body. */
  readonly column: number
  readonly line: number
  isEmpty: boolean
}

/** The bodies of `??? success` blocks: lines that are indented by four columns. */
export class IndentedBodies {
  readonly #state: ScanState
  readonly #bodies: Body[] = []

  constructor(state: ScanState) {
    this.#state = state
  }

  /**
   * Begins the body of a container.
   *
   * @param mark number of the container's mark
   * @param lead lead of the line that opened it, the bodies around it taken off
   */
  start(mark: number, lead: Lead): void {
    const own = lead.items.at(-1) ?? lead.indent
    this.#bodies.push({
      mark,
      lead,
      column: own + 4 * (this.#bodies.length + 1),
      line: this.#state.at + 1,
      isEmpty: true,
    })
  }

  /** Takes the indentation of the bodies off a line, after ending those that it no longer belongs to. */
  dedent(line: string): string {
    if (this.#bodies.length === 0) return line
    const lead = splitLead(line, 'quotes')
    if (lead.content === '') return line
    while (this.#isOutside(lead)) this.#endOne()
    const body = this.#bodies.at(-1)
    if (!body) return line
    body.isEmpty = false
    if (lead.quotes > body.lead.quotes) return line
    const quotes = lead.text.slice(0, lead.text.lastIndexOf('>') + 1)
    const spaces = ' '.repeat(lead.indent - 4 * this.#bodies.length)
    return `${quotes}${quotes === '' ? '' : ' '}${spaces}${lead.content}`
  }

  /** Ends all of them. */
  endAll(): void {
    while (this.#bodies.length > 0) this.#endOne()
  }

  #isOutside(lead: Lead): boolean {
    const body = this.#bodies.at(-1)
    return (
      body !== undefined &&
      (lead.quotes < body.lead.quotes ||
        (lead.quotes === body.lead.quotes && lead.indent < body.column))
    )
  }

  #endOne(): void {
    const body = this.#bodies.pop()
    if (!body) return
    this.#state.begin(splitLead(body.lead.next))
    this.#state.closeMark(body.mark)
    if (body.isEmpty)
      this.#state.reportUnbalanced(
        'Unexpected block without a body, expected lines indented by four spaces',
        body.line,
        'Indent what belongs to `???` or `!!!` by four spaces.',
      )
  }
}
