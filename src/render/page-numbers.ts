/** Which pages a part of a document has. */
export interface PageNumbers {
  /** Pages of the parts before it. */
  readonly before: number
  /** Pages of all parts. */
  readonly total: number
}

/**
 * Numbers the pages of a part as those of the whole document: its first page is none of a document's, and goes on counting.
 *
 * @param html whole document, whose stylesheets count with `counter(page)` and `counter(pages)`
 * @see https://www.w3.org/TR/css-page-3/#page-based-counters
 */
export function withPageNumbers(
  html: string,
  { before, total }: PageNumbers,
): string {
  const end = html.indexOf('</head>')
  const head = html.slice(0, end).replaceAll('counter(pages)', `'${total}'`)
  const continued =
    before === 0
      ? head
      : `${head.replaceAll(/@page\s*:first\b/g, '@page first-of-all')}<style>@page :first { counter-set: page ${before + 1} }</style>`
  return continued + html.slice(end)
}
