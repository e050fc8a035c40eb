/** Where a command prints, and what a person pipes into it; tests pass their own. */
export interface Terminal {
  /** Writes to standard output, as it is. */
  out(text: string): void
  /** Writes to standard error, as it is. */
  error(text: string): void
  /** Whether messages may have colours. @default false */
  readonly hasColours?: boolean
  /** Columns of the screen. @default 100 */
  readonly columns?: number
  /** Where a live list of what is going on may be drawn; missing in pipes and in CI. */
  readonly screen?: NodeJS.WriteStream
  /** Waits until a command that runs on is told to stop; tests end it, a person presses Ctrl-C. */
  readonly untilStopped?: () => Promise<void>
  /** Reads standard input to its end. */
  readonly readInput?: () => Promise<Uint8Array>
}
