import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFRef,
  type PDFContext,
  type PDFObject,
} from 'pdf-lib'

/**
 * Finds the page of each named destination of a PDF.
 *
 * Chromium writes one for every element that a link of the document points to.
 *
 * @param pdf as the browser printed it
 * @returns 0-based pages by the element's id
 */
export async function destinationPages(
  pdf: Uint8Array,
): Promise<ReadonlyMap<string, number>> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false })
  const { context, catalog } = document
  const pages = new Map(
    document.getPages().map(({ ref }, index) => [ref.toString(), index]),
  )
  const names = resolve(context, catalog.get(PDFName.of('Dests')))
  if (!(names instanceof PDFDict)) return new Map()
  return new Map(
    names.entries().flatMap(([name, value]) => {
      const destination = resolve(context, value)
      const ref =
        destination instanceof PDFArray ? destination.get(0) : undefined
      const page = ref instanceof PDFRef ? pages.get(ref.toString()) : undefined
      return page === undefined
        ? []
        : [[name.decodeText(), page] as [string, number]]
    }),
  )
}

function resolve(
  context: PDFContext,
  object: PDFObject | undefined,
): PDFObject | undefined {
  return object instanceof PDFRef ? context.lookup(object) : object
}
