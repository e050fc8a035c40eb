import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { withPdf } from './open-pdf.ts'

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
export function pdfItems(pdf: Uint8Array): Promise<PdfItem[]> {
  return withPdf(pdf, async (document) => {
    const items: PdfItem[] = []
    for (let number = 1; number <= document.numPages; number++)
      items.push(...(await itemsOf(await document.getPage(number), number - 1)))
    return items
  })
}

async function itemsOf(page: PDFPageProxy, index: number): Promise<PdfItem[]> {
  const { items } = await page.getTextContent()
  return items.flatMap((item) => {
    if (!('str' in item) || item.str.trim() === '') return []
    const [, , , , x = 0, y = 0] = item.transform as number[]
    return {
      page: index,
      text: item.str,
      left: x * mm,
      right: (x + item.width) * mm,
      bottom: y * mm,
      size: item.height * mm,
    }
  })
}
