/** An area of the document, in CSS pixels from its top left corner. */
export interface ScreenshotArea {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** Pixels of the picture by CSS pixel. @default 1 */
  readonly scale?: number
}

/** A page that has loaded one self-contained document: what measuring and printing need of a browser. */
export interface BrowserPage {
  /** Shows another self-contained document; what its head has in common with the one before is not read again. */
  show(html: string): Promise<void>
  /** Runs a self-contained function in the page and returns its JSON-serialisable result. */
  evaluate<Argument, Result>(
    fn: (argument: Argument) => Result | Promise<Result>,
    argument: Argument,
  ): Promise<Result>
  /** Runs a script in the page and returns the JSON-serialisable value of its last expression. */
  run<Result>(script: string): Promise<Result>
  /** Prints with the document's own `@page` size; dates and ids are fixed. */
  pdf(): Promise<Uint8Array>
  /** PNG of the viewport, or of one area of the document that is in it. */
  screenshot(clip?: ScreenshotArea): Promise<Uint8Array>
}

/** Whoever can open documents in a browser; `Browser` in `print/` is the real one. */
export interface PageSource {
  /**
   * Loads a self-contained HTML document in a fresh page, waits for its fonts, and closes the page afterwards.
   *
   * No request leaves the page; scripts of the document do not run.
   *
   * @param options `kept`: a page may be used that showed another document before, and is kept for the next
   */
  withPage<Result>(
    html: string,
    use: (page: BrowserPage) => Promise<Result>,
    options?: { readonly kept?: boolean },
  ): Promise<Result>
}
