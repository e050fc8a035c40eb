import { JoinedPdf } from './joined-pdf.ts'
import { PdfFile } from './pdf-file.ts'
import { withPdfInfo, type PdfInfo } from './pdf-info.ts'

/** One PDF of a document that is printed in parts: the browser keeps everything that it prints at once in memory. */
export class PdfParts {
  /** As long as it may be the only one. */
  #only: Uint8Array | undefined
  #joined: JoinedPdf | undefined

  /**
   * Takes the pages that come next.
   *
   * @param pdf as `BrowserPage.pdf()` printed it
   */
  add(pdf: Uint8Array): void {
    if (this.#only === undefined && !this.#joined) {
      this.#only = pdf
      return
    }
    this.#joined ??= new JoinedPdf()
    if (this.#only) this.#joined.add(new PdfFile(this.#only))
    this.#only = undefined
    this.#joined.add(new PdfFile(pdf))
  }

  /**
   * Ends the PDF, with its title, author, subject, language and bookmarks: of one part, what `withPdfInfo` makes of it.
   *
   * @throws RangeError when a bookmark names a page that is not there
   */
  finish(info: PdfInfo): Uint8Array {
    if (this.#joined) return this.#joined.finish(info)
    if (this.#only) return withPdfInfo(this.#only, info)
    throw new Error('Unexpected PDF without a part')
  }
}
