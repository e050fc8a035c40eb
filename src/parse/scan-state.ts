import type { VFile } from 'vfile'
import { report } from '../model/report.ts'
import { InlineBudget } from './inline-budget.ts'
import { splitLead, type Lead } from './lead.ts'
import type { Mark, OpenMark } from './marks.ts'
import { markEnd, markStart } from './normalise.ts'

/** A line that the Markdown parser reads, and where it comes from. */
export interface ScannedLine {
  readonly text: string
  /** 1-based line of the source. */
  readonly line: number
  /** Added to a column of this line gives the column of the source. */
  readonly shift: number
}

/** Levels of quotes, lists or containers: more is no paper but an attack on the parser. */
export const maximalDepth = 100

/** Unbalanced containers that are reported in one paper: the first ones tell the cause. */
const maximalReports = 20

interface OpenContainer {
  readonly mark: number
  /** What closes it, as the author would write it. */
  readonly closer: string
  readonly line: number
}

/** What the scanner has read and written so far. */
export class ScanState {
  readonly source: readonly string[]
  readonly lines: ScannedLine[] = []
  readonly marks: Mark[] = []
  /** Closers that no further line has: looked for only once, which keeps scanning linear. */
  readonly hopeless = new Set<string>()
  /** Index of the source line that is being read. */
  at = 0
  /** Lead of the line that is being read. */
  lead: Lead = splitLead('')
  /** Whether what was written last is text that an indented line would continue. */
  endsInText = false
  readonly #file: VFile
  readonly #open: OpenContainer[] = []
  readonly #budget = new InlineBudget()
  #isDeep = false
  #unbalanced = 0
  /** How many lines there were after the last gap: one gap after another is none. */
  #gapAt = -1
  /** How many lines there were after the last plain text: a further line of its paragraph goes with it. */
  #plain = { at: -1, quotes: 0 }
  #isFirst = true

  constructor(source: readonly string[], file: VFile) {
    this.source = source
    this.#file = file
  }

  /** Writes a line as it is. */
  push(text: string, shift = 0): void {
    this.endsInText = false
    this.lines.push({ text, line: this.at + 1, shift })
  }

  /** Writes a line that is indented as code is; below a lazy line it may be text all the same, and is counted. */
  pushCode(text: string, shift: number): void {
    if (this.#budget.spend('')) this.push(text, shift)
    else this.#addPlain(this.lead.content)
  }

  /** Begins a line that is written in pieces. */
  begin(lead: Lead): void {
    this.#budget.enterLine(lead)
    this.lead = lead
    this.#isFirst = true
  }

  /** Whether nothing of the current line has been written. */
  get isFirst(): boolean {
    return this.#isFirst
  }

  /** Writes a piece of the current line. Every piece after the first is a line of its own in the same block. */
  #emit(text: string, shift = 0): void {
    this.push((this.#isFirst ? this.lead.text : this.lead.next) + text, shift)
    this.#isFirst = false
  }

  /** Writes a piece of Markdown; one that would keep the parser busy for minutes is written as plain text. */
  emitText(text: string, shift = 0): void {
    if (!this.#budget.spend(text) || this.#isTooDeep(text)) this.#addPlain(text)
    else {
      this.#emit(text, shift)
      this.endsInText = !/^(?:#{1,6}\s|[-*_=]{3,}\s*$)/.test(text)
    }
  }

  /** Comments may have stood between the markers of a line: the scanner has not seen how many there are. */
  #isTooDeep(text: string): boolean {
    const { quotes, items } = splitLead(text)
    const levels = this.lead.quotes + this.lead.items.length
    return levels + quotes + items.length > maximalDepth
  }

  /** Thousands of lines become one paragraph, which they are, and not thousands. */
  #addPlain(text: string): void {
    const { quotes, items, indent } = this.lead
    const last = this.marks.at(-1)
    const goesOn =
      this.#plain.at === this.lines.length &&
      this.#plain.quotes === quotes &&
      items.length === 0
    if (goesOn && last?.kind === 'text') {
      last.value += `\n${text}`
      this.#isFirst = false
    } else {
      // Where text goes on, no mark may be indented as code is.
      if (indent >= 4) this.lead = splitLead('> '.repeat(quotes))
      this.#markPlain(text)
      this.#plain = { at: this.lines.length, quotes }
    }
  }

  #markPlain(value: string): number {
    this.reportDepth()
    return this.#emitMark({ kind: 'text', value }, '')
  }

  /**
   * Writes a marked line.
   *
   * @returns number of the mark
   */
  mark(mark: Mark, text = ''): number {
    if (
      mark.kind === 'gap' &&
      !this.#isFirst &&
      this.#gapAt === this.lines.length
    )
      return this.marks.length - 1
    if (text !== '' && !this.#budget.spend(text)) return this.#markPlain(text)
    return this.#emitMark(mark, text)
  }

  #emitMark(mark: Mark, text: string): number {
    this.#budget.endTable()
    const index = this.marks.push(mark) - 1
    this.#emit(`${markStart}${index}${markEnd}${text.trim()}`)
    if (mark.kind === 'gap') this.#gapAt = this.lines.length
    return index
  }

  /**
   * Writes the marks that begin a container.
   *
   * @param closer what has to end it; a container without one ends with the block that holds it
   * @returns number of the mark, none where containers are nested too deep
   */
  open(
    syntax: OpenMark['syntax'],
    name: string,
    title: string,
    closer?: string,
  ): number | undefined {
    if (this.#open.length >= maximalDepth) {
      this.reportDepth()
      this.mark({ kind: 'gap' })
      return undefined
    }
    const mark = this.mark({
      kind: 'open',
      syntax,
      name: name.toLowerCase(),
      closed: false,
    })
    if (closer !== undefined)
      this.#open.push({ mark, closer, line: this.at + 1 })
    if (title.trim() !== '') this.mark({ kind: 'title' }, title)
    return mark
  }

  /** Ends the innermost container with a closer, and what was opened inside of it. */
  close(closer: string): void {
    const at = this.#open.findLastIndex((open) => open.closer === closer)
    if (at === -1) {
      this.reportUnbalanced(`Unexpected ${closer} that closes nothing`)
      this.mark({ kind: 'gap' })
      return
    }
    const [closing, ...unclosed] = this.#open.splice(at)
    for (const open of unclosed) this.#reportUnclosed(open)
    if (closing) this.closeMark(closing.mark)
  }

  /** Writes the mark that ends a container. */
  closeMark(opener: number): void {
    const at = this.#open.findIndex((open) => open.mark > opener)
    if (at !== -1)
      for (const open of this.#open.splice(at)) this.#reportUnclosed(open)
    const mark = this.marks[opener]
    if (mark?.kind === 'open') mark.closed = true
    this.mark({ kind: 'close', opener })
  }

  /** Reports what is still open at the end of the paper. */
  end(): void {
    for (const open of this.#open) this.#reportUnclosed(open)
  }

  /** Reports a container, comment or code block that lacks one end. */
  reportUnbalanced(
    reason: string,
    line = this.at + 1,
    note = 'What belongs to a container is uncertain: every opening needs its own end.',
  ): void {
    if (++this.#unbalanced > maximalReports) return
    report(
      this.#file,
      'container-unbalanced',
      reason,
      {
        start: { line, column: 1 },
        end: { line, column: (this.source[line - 1]?.length ?? 0) + 1 },
      },
      note,
    )
  }

  /** Reports, once a paper, that something was nested too deep and has been flattened. */
  reportDepth(line = this.at + 1): void {
    if (this.#isDeep) return
    this.#isDeep = true
    report(
      this.#file,
      'nesting-too-deep',
      'Unexpected amount of nested blocks, or of markup or lines in one paragraph, expected a simpler paper',
      { line, column: 1 },
    )
  }

  #reportUnclosed(open: OpenContainer): void {
    this.reportUnbalanced(
      `Unexpected end of a block that is still open, expected ${open.closer}`,
      open.line,
    )
  }
}
