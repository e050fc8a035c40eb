import { OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { withPdf } from './open-pdf.ts'

/** What a page says and how it is drawn, without the numbers that its file gives to objects. */
export interface DrawnPage {
  /** Every operator with its operands: glyphs with their widths and places, lines, colours, pictures by their sizes. */
  readonly drawing: string
  /** The page's part of the structure tree, as screen readers get it. */
  readonly tags: string
  /** Links with their places and targets. */
  readonly links: string
}

/** Reads how the pages of a PDF are drawn and tagged. */
export function drawnPages(pdf: Uint8Array): Promise<DrawnPage[]> {
  return withPdf(pdf, async (document) => {
    const pages: DrawnPage[] = []
    for (let number = 1; number <= document.numPages; number++)
      pages.push(await drawnPage(await document.getPage(number)))
    return pages
  })
}

async function drawnPage(page: PDFPageProxy): Promise<DrawnPage> {
  const { fnArray, argsArray } = await page.getOperatorList()
  return {
    drawing: fnArray
      .map((operator, index) =>
        operator === OPS.dependency
          ? ''
          : `${operator} ${withoutNames(argsArray[index])}`,
      )
      .join('\n'),
    tags: withoutNames(await page.getStructTree()),
    links: withoutNames(await page.getAnnotations()),
  }
}

/** Fonts, pictures, pages and annotations have names that hang on numbers of the file; glyphs have characters that the reader gives them. */
function withoutNames(value: unknown): string {
  return JSON.stringify(value ?? null)
    .replaceAll(/"(?:g_[a-z]\d+_f\d+|img_\w+|p\d+R_mc\d+|\d+R)"/g, '"…"')
    .replaceAll(/"fontChar":"(?:[^"\\]|\\.)*",/g, '')
}
