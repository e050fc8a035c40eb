import { fixedPdfDate } from './fixed-pdf.ts'
import { PdfFile } from './pdf-file.ts'
import { pagesOf } from './pdf-pages.ts'
import { numberStructureIds } from './structure-ids.ts'

/** What a reader sees of a PDF beside its pages. */
export interface PdfInfo {
  readonly title: string
  readonly author?: string
  readonly subject?: string
  /** BCP 47 tag, such as `ko`: screen readers choose their voice by it. */
  readonly lang: string
  /** Bookmarks, shown when the file opens. */
  readonly outline?: readonly OutlineEntry[]
}

/** One bookmark. */
export interface OutlineEntry {
  readonly title: string
  /** 0-based. */
  readonly page: number
  readonly children?: readonly OutlineEntry[]
}

/**
 * Writes title, author, subject, language and bookmarks into a PDF. Tags stay; the same input gives the same bytes.
 *
 * @param pdf as `BrowserPage.pdf()` printed it
 * @throws RangeError when a bookmark names a page that is not there
 */
export function withPdfInfo(pdf: Uint8Array, info: PdfInfo): Uint8Array {
  const file = new PdfFile(pdf)
  numberStructureIds(file)
  const catalog = file.get(file.root)
  file.set(file.root, catalogWith(info, catalog, file, pagesOf(file)))
  file.set(file.info ?? file.add(), information(info))
  return file.save()
}

/** Takes objects of a file. */
interface ObjectSink {
  /** Makes room for an object that is set later; gives its number. */
  add: () => number
  set: (number: number, object: string) => void
}

/**
 * Writes language and bookmarks.
 *
 * @param catalog as the browser wrote it
 * @param file takes the bookmarks
 * @param pages numbers of the pages, in their order
 * @returns the catalog with them
 * @throws RangeError when a bookmark names a page that is not there
 */
export function catalogWith(
  { lang, outline = [] }: PdfInfo,
  catalog: string,
  file: ObjectSink,
  pages: readonly number[],
): string {
  const bookmarks =
    outline.length > 0
      ? ` /Outlines ${addOutline(file, pages, outline)} 0 R /PageMode /UseOutlines`
      : ''
  const own = catalog
    .replace(/\/ViewerPreferences\s*<<[^>]*>>/, '')
    .replace(/\/Lang\s*\([^)]*\)/, '')
    .replace(/>>$/, '')
  return `${own} /Lang (${lang}) /ViewerPreferences <</DisplayDocTitle true>>${bookmarks}>>`
}

/** The whole information dictionary: what is not asked for, such as the browser's version, does not get in. */
export function information({ title, author, subject }: PdfInfo): string {
  const texts = Object.entries({
    Title: title,
    Author: author,
    Subject: subject,
  }).flatMap(([key, value]) => (value ? [`/${key} ${textString(value)}`] : []))
  return `<<${texts.join(' ')} /Producer (studydeck) /CreationDate (${fixedPdfDate}) /ModDate (${fixedPdfDate})>>`
}

/** UTF-16, in hexadecimal digits. @see ISO 32000-1, 7.9.2.2 "Text String Type" */
function textString(text: string): string {
  const units = Array.from({ length: text.length }, (_, index) =>
    text.charCodeAt(index).toString(16).toUpperCase().padStart(4, '0'),
  )
  return `<FEFF${units.join('')}>`
}

/** @returns number of the outline @see ISO 32000-1, 12.3.3 "Document outline" */
function addOutline(
  file: ObjectSink,
  pages: readonly number[],
  entries: readonly OutlineEntry[],
): number {
  const root = file.add()
  const ends = addEntries(file, pages, root, entries)
  file.set(root, `<</Type /Outlines ${ends}>>`)
  return root
}

/**
 * Links the entries to each other and to their parent, and adds their own children.
 *
 * @returns what the parent says of them
 */
function addEntries(
  file: ObjectSink,
  pages: readonly number[],
  parent: number,
  entries: readonly OutlineEntry[],
): string {
  const numbers = entries.map(() => file.add())
  for (const [index, { title, page, children = [] }] of entries.entries()) {
    const number = numbers[index] ?? NaN
    const target = pages[page]
    if (target === undefined)
      throw new RangeError(`Unexpected page ${page} in the outline`)
    const parts = [
      `/Title ${textString(title)} /Parent ${parent} 0 R`,
      `/Dest [${target} 0 R /XYZ null null null]`,
      ...(index > 0 ? [`/Prev ${number - 1} 0 R`] : []),
      ...(index < entries.length - 1 ? [`/Next ${number + 1} 0 R`] : []),
    ]
    if (children.length > 0)
      parts.push(addEntries(file, pages, number, children))
    file.set(number, `<<${parts.join(' ')}>>`)
  }
  return `/First ${numbers.at(0) ?? 0} 0 R /Last ${numbers.at(-1) ?? 0} 0 R /Count ${countOf(entries)}`
}

/** Entries with all below them. */
function countOf(entries: readonly OutlineEntry[]): number {
  return entries.reduce(
    (count, { children = [] }) => count + 1 + countOf(children),
    0,
  )
}
