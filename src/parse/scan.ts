import type { VFile } from 'vfile'
import { fenceState, openFence, type Fence } from './fence.ts'
import { frontMatterEnd } from './front-matter.ts'
import { splitLead, type Lead } from './lead.ts'
import { plainSpaces } from './normalise.ts'
import { scanText } from './scan-html.ts'
import { IndentedBodies } from './scan-indented.ts'
import { scanOpener } from './scan-openers.ts'
import { maximalDepth, ScanState } from './scan-state.ts'

/** What was written for the Markdown parser, and what there is to say about it. */
export type Scanned = Pick<ScanState, 'lines' | 'marks' | 'reportDepth'>

/**
 * Rewrites a paper line by line: containers, comments and HTML blocks become marked lines, and everything else stays.
 *
 * Code is left alone. Linear in the length of the paper.
 *
 * @param source normalised lines
 * @param file file to report on
 * @returns what was written, for the Markdown parser
 */
export function scanPaper(source: readonly string[], file: VFile): Scanned {
  const state = new ScanState(source, file)
  for (const end = frontMatterEnd(source); state.at < end; state.at++)
    state.push(source[state.at] ?? '')
  const scanner = new Scanner(state)
  for (; state.at < source.length; state.at++)
    scanner.scanLine(source[state.at] ?? '')
  scanner.end()
  return state
}

const container = /^(?:<\/?(?:details|summary|aside)[\s>]|:::|[?!]{3}\+? )/i

class Scanner {
  readonly #state: ScanState
  readonly #bodies: IndentedBodies
  #fence: Fence | undefined
  /** Columns at which the text of the list items around starts. */
  #items: number[] = []
  #quotes = 0
  /** Lead of the callout whose title was the line before. */
  #callout: Lead | undefined

  constructor(state: ScanState) {
    this.#state = state
    this.#bodies = new IndentedBodies(state)
  }

  scanLine(source: string): void {
    const line = this.#bodies.dedent(source)
    const shift = source.length - line.length
    const state = this.#fence ? fenceState(this.#fence, line) : 'after'
    if (state === 'after') this.#scanBlock(plainSpaces(line), shift)
    else this.#pushFenced(line, shift)
    if (state === 'closes') this.#fence = undefined
  }

  end(): void {
    this.#bodies.endAll()
    this.#state.end()
    if (this.#fence)
      this.#state.reportUnbalanced(
        `Unexpected end of the paper inside a block, expected ${this.#fence.sequence}`,
        this.#fence.line,
        'Close the code or math block where it ends.',
      )
  }

  #scanBlock(line: string, shift: number): void {
    this.#fence = undefined
    const lead = this.#withLazy(this.#shallow(splitLead(line)))
    this.#state.begin(lead)
    if (lead.content === '') {
      this.#state.push(line.length > 1000 ? '' : line, shift)
      return
    }
    this.#enterItems(lead)
    if (!this.#isIndentedCode(lead)) this.#scanContent(lead, shift)
    else if (!container.test(lead.content)) this.#state.pushCode(line, shift)
    else {
      const unindented = this.#unindented(lead)
      this.#state.begin(unindented)
      this.#scanContent(unindented, shift)
    }
  }

  #scanContent(lead: Lead, shift: number): void {
    this.#fence = openFence(lead, this.#items.at(-1) ?? 0, this.#state.at + 1)
    if (this.#fence) this.#pushFenced(lead.text + lead.content, shift)
    else if (!this.#scanOpener(lead)) {
      scanText(this.#state, shift)
      this.#fence = this.#lastFence()
    }
  }

  #pushFenced(line: string, shift: number): void {
    const lead = splitLead(line, 'quotes')
    if (!this.#fence?.isIndented || lead.content === '')
      this.#state.push(line, shift)
    else {
      this.#state.begin(lead)
      this.#state.emitText(lead.content, shift)
    }
  }

  /** The fence that the last piece of a line opens: `<p>` may stand before it. */
  #lastFence(): Fence | undefined {
    if (!this.#state.endsInText) return undefined
    const lead = splitLead(this.#state.lines.at(-1)?.text ?? '')
    const offset = lead.items.at(-1) ?? this.#items.at(-1) ?? 0
    return openFence(lead, offset, this.#state.at + 1)
  }

  #isIndentedCode(lead: Lead): boolean {
    const offset = lead.items.length > 0 ? 0 : (this.#items.at(-1) ?? 0)
    return !this.#state.endsInText && lead.indent - offset >= 4
  }

  /** Code to Markdown, and a container to its author: one that is not seen would show its answer. */
  #unindented(lead: Lead): Lead {
    const quotes = '> '.repeat(lead.quotes)
    return splitLead(
      quotes + ' '.repeat(this.#items.at(-1) ?? 0) + lead.content,
    )
  }

  #scanOpener(lead: Lead): boolean {
    const opened = scanOpener(this.#state)
    if (opened?.syntax === 'admonition') this.#bodies.start(opened.mark, lead)
    if (opened?.syntax === 'callout') this.#callout = lead
    return opened !== undefined
  }

  /** Flattens a line that is nested deeper than the parser can take. */
  #shallow(lead: Lead): Lead {
    if (
      lead.quotes + lead.items.length <= maximalDepth &&
      lead.indent <= 2 * maximalDepth
    )
      return lead
    this.#state.reportDepth()
    return splitLead(`${lead.quotes > 0 ? '> ' : ''}${lead.content}`)
  }

  /** A line without `>` right after a callout's title continues the quote, as any lazy line does. */
  #withLazy(lead: Lead): Lead {
    const callout = this.#callout
    this.#callout = undefined
    const isLazy =
      callout !== undefined &&
      lead.content !== '' &&
      lead.quotes < callout.quotes &&
      lead.items.length === 0 &&
      !/^(?:#{1,6}\s|```|~~~|\||-{3}|[*_]{3}|:::|<)/.test(lead.content)
    return isLazy ? splitLead(callout.next + lead.content) : lead
  }

  #enterItems(lead: Lead): void {
    if (lead.quotes !== this.#quotes) this.#items = []
    this.#quotes = lead.quotes
    while ((this.#items.at(-1) ?? 0) > lead.indent) this.#items.pop()
    this.#items.push(...lead.items)
  }
}
