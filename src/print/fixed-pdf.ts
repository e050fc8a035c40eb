/** Date of every PDF, in the form and so in the length of what Chromium writes: no offset of the file moves. */
export const fixedPdfDate = "D:20000101000000+00'00'"
const datePattern = /\/(CreationDate|ModDate) \((D:\d{14}[+-]\d\d'\d\d')\)/g

/**
 * Fixes the dates in the information dictionary of a print, so that two prints of the same document are byte-equal.
 * Chromium writes neither `/ID` nor random names; `numberStructureIds` does the rest.
 *
 * @param pdf as Chromium printed it; changed in place
 * @returns the same array
 * @throws Error when the dates are not where Chromium writes them, since the file would then vary silently
 */
export function fixDates(pdf: Uint8Array): Uint8Array {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength)
  // The information dictionary is Chromium's first object, and this its last key. A title that says so has escaped brackets.
  const end =
    bytes.indexOf('/ModDate (D:') + '/ModDate ()'.length + fixedPdfDate.length
  const head = bytes.toString('latin1', 0, end)
  const dates = [...head.matchAll(datePattern)]
  if (dates.length !== 2) throw new Error('Unexpected PDF without its dates')
  for (const date of dates) {
    const value = date[2] ?? ''
    const start = date.index + date[0].indexOf(value)
    bytes.write(fixedPdfDate, start, value.length, 'latin1')
  }
  return pdf
}
