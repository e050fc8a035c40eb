import { expect, it } from 'vitest'
import { fixDates } from '../../src/print/fixed-pdf.ts'

function pdfOf(title: string, date: string): Buffer {
  return Buffer.from(
    `%PDF-1.4\n1 0 obj\n<</Title ${title}\n/Creator (Chromium)\n/CreationDate (${date})\n/ModDate (${date})>>\nendobj\n(/ModDate (D:20200101000000+09'00'))`,
  )
}

it('replaces the dates of the file and nothing else', () => {
  const title = "(/ModDate \\(D:20200101000000+09'00'\\))"
  const pdf = fixDates(pdfOf(title, "D:20261123080816+09'00'"))
  expect(Buffer.from(pdf).toString()).toBe(
    pdfOf(title, "D:20000101000000+00'00'").toString(),
  )
})

it('does not let a file pass whose dates it does not find', () => {
  expect(() => fixDates(Buffer.from('%PDF-1.4'))).toThrow(
    'Unexpected PDF without its dates',
  )
})
