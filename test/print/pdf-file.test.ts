import { PDFDocument, PDFName, StandardFonts } from 'pdf-lib'
import { expect, it } from 'vitest'
import { PdfFile } from '../../src/print/pdf-file.ts'
import { pagesOf } from '../../src/print/pdf-pages.ts'

async function documentOf(pages: number): Promise<PDFDocument> {
  const document = await PDFDocument.create({ updateMetadata: false })
  const font = await document.embedFont(StandardFonts.Helvetica)
  for (let page = 1; page <= pages; page++)
    document.addPage([200, 100]).drawText(`page ${page}`, { font })
  return document
}

it('keeps every object, however many there are', async () => {
  const document = await documentOf(450)
  const plain = await document.save({ useObjectStreams: false })
  const file = new PdfFile(plain)
  expect(pagesOf(file)).toEqual(
    document.getPages().map(({ ref }) => ref.objectNumber),
  )
  const added = file.add('<</Kind /Added>>')
  const saved = await PDFDocument.load(file.save(), { updateMetadata: false })
  const before = await PDFDocument.load(plain, { updateMetadata: false })
  expect(saved.getPageCount()).toBe(450)
  const objects = (of: PDFDocument): string[] =>
    of.context
      .enumerateIndirectObjects()
      .map(([ref, object]) => `${ref.toString()} ${object.toString()}`)
  const streams = /^\d+ 0 R <<\n\/Type \/(?:ObjStm|XRef)/
  expect(objects(saved).filter((object) => !streams.test(object))).toEqual([
    ...objects(before),
    `${added} 0 R <<\n/Kind /Added\n>>`,
  ])
  expect(saved.catalog.get(PDFName.of('Pages'))).toEqual(
    document.catalog.get(PDFName.of('Pages')),
  )
})

it('refuses a PDF that is not as a browser prints it', async () => {
  const packed = await (await documentOf(1)).save()
  for (const bytes of [packed, Buffer.from('no PDF')])
    expect(() => new PdfFile(bytes)).toThrow(
      new Error('Unexpected PDF without one table of all its objects'),
    )
})
