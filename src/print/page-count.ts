/**
 * Counts the pages of a PDF as the browser printed it, before anything is packed into streams.
 *
 * @param pdf from `BrowserPage.pdf()`
 * @returns `undefined` where the file does not say so in plain bytes
 */
export function pageCount(pdf: Uint8Array): number | undefined {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.length)
  const counts = [
    ...text.toString('latin1').matchAll(/\/Type \/Pages\s*\/Count (\d+)/g),
  ]
  // Long documents have a tree of pages: its root counts them all.
  return counts.length === 0
    ? undefined
    : Math.max(...counts.map(([, count]) => Number(count)))
}
