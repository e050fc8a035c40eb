import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A piece of text with its place, in mm from the page's left and bottom edge. */
export interface PdfItem {
  /** 0-based. */
  readonly page: number
  readonly text: string
  readonly left: number
  readonly right: number
  readonly bottom: number
  /** Its font's size, in mm. */
  readonly size: number
}

const mm = 25.4 / 72

/** Reads where the texts of a PDF stand, in the order in which they were written. */
export async function pdfItems(pdf: Uint8Array): Promise<PdfItem[]> {
  const task = getDocument({
    data: pdf.slice(),
    verbosity: VerbosityLevel.ERRORS,
    useSystemFonts: false,
    isEvalSupported: false,
  })
  const document = await task.promise
  const items: PdfItem[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const { items: texts } = await page.getTextContent()
    for (const item of texts) {
      if (!('str' in item) || item.str.trim() === '') continue
      const [, , , , x = 0, y = 0] = item.transform as number[]
      items.push({
        page: number - 1,
        text: item.str,
        left: x * mm,
        right: (x + item.width) * mm,
        bottom: y * mm,
        size: item.height * mm,
      })
    }
  }
  await task.destroy()
  return items
}
