import {
  getDocument,
  VerbosityLevel,
  type PDFDocumentProxy,
} from 'pdfjs-dist/legacy/build/pdf.mjs'

/** Opens a PDF with pdf.js for as long as it is read. */
export async function withPdf<Result>(
  pdf: Uint8Array,
  use: (document: PDFDocumentProxy) => Promise<Result>,
): Promise<Result> {
  const task = getDocument({
    // pdf.js takes the bytes away from whoever gives them.
    data: new Uint8Array(pdf),
    verbosity: VerbosityLevel.ERRORS,
    useSystemFonts: false,
    isEvalSupported: false,
  })
  try {
    return await use(await task.promise)
  } finally {
    await task.destroy()
  }
}
