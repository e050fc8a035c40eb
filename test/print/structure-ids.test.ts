import { PDFDocument, PDFName, PDFString, type PDFDict } from 'pdf-lib'
import { expect, it } from 'vitest'
import { PdfFile } from '../../src/print/pdf-file.ts'
import { numberStructureIds } from '../../src/print/structure-ids.ts'

/** Two header cells and a cell that names the second, under the ids that a browser gave them. */
async function tableOf(first: string, second: string): Promise<string> {
  const document = await PDFDocument.create({ updateMetadata: false })
  const { context } = document
  const header = (id: string): PDFDict =>
    context.obj({ S: 'TH', ID: PDFString.of(id) })
  const refs = [header(first), header(second)].map((cell) =>
    context.register(cell),
  )
  const attributes = [{ O: 'Table', Headers: [PDFString.of(second)] }]
  context.register(context.obj({ S: 'TD', A: attributes }))
  const sorted = [[first, refs[0]!] as const, [second, refs[1]!] as const].sort(
    ([a], [b]) => (a < b ? -1 : 1),
  )
  const root = context.obj({
    Type: 'StructTreeRoot',
    IDTree: context.register(
      context.obj({
        Names: sorted.flatMap(([id, ref]) => [PDFString.of(id), ref]),
      }),
    ),
  })
  document.catalog.set(PDFName.of('StructTreeRoot'), context.register(root))
  return numbered(await document.save({ useObjectStreams: false }))
}

/** All objects. */
function numbered(pdf: Uint8Array): string {
  const file = new PdfFile(pdf)
  numberStructureIds(file)
  return file.numbers.map((number) => file.get(number)).join('\n')
}

it('gives the same file whatever the browser has shown before, and in whatever order it counted', async () => {
  const text = await tableOf('node00001013', 'node00001020')
  expect(await tableOf('node00000078', 'node00000012')).toBe(text)
  expect(text).toContain('/Headers [ (id00000001) ]')
  expect(text).toMatch(
    /\/Names \[\(id00000000\) \d+ 0 R \(id00000001\) \d+ 0 R\]/,
  )
})

it('leaves a file without named elements alone', async () => {
  const document = await PDFDocument.create({ updateMetadata: false })
  const pdf = await document.save({ useObjectStreams: false })
  const file = new PdfFile(pdf)
  const before = file.numbers.map((number) => file.get(number)).join('\n')
  expect(numbered(pdf)).toBe(before)
})
