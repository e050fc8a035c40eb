import {
  getDocument,
  OPS,
  VerbosityLevel,
} from 'pdfjs-dist/legacy/build/pdf.mjs'

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
export async function drawnPages(pdf: Uint8Array): Promise<DrawnPage[]> {
  const task = getDocument({
    data: pdf.slice(),
    verbosity: VerbosityLevel.ERRORS,
    useSystemFonts: false,
    isEvalSupported: false,
  })
  const document = await task.promise
  const pages: DrawnPage[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const { fnArray, argsArray } = await page.getOperatorList()
    pages.push({
      drawing: fnArray
        .map((operator, index) =>
          operator === OPS.dependency
            ? ''
            : `${operator} ${withoutNames(argsArray[index])}`,
        )
        .join('\n'),
      tags: withoutNames(await page.getStructTree()),
      links: withoutNames(await page.getAnnotations()),
    })
  }
  await task.destroy()
  return pages
}

/** Fonts, pictures, pages and annotations have names that hang on numbers of the file; glyphs have characters that the reader gives them. */
function withoutNames(value: unknown): string {
  return JSON.stringify(value ?? null)
    .replaceAll(/"(?:g_[a-z]\d+_f\d+|img_\w+|p\d+R_mc\d+|\d+R)"/g, '"…"')
    .replaceAll(/"fontChar":"(?:[^"\\]|\\.)*",/g, '')
}
