import {
  ParseSpeeds,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNull,
  PDFNumber,
  PDFString,
  type PDFContext,
  type PDFDict,
  PDFRef,
} from 'pdf-lib'
import { fixedPdfDate } from './fixed-pdf.ts'
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
export async function withPdfInfo(
  pdf: Uint8Array,
  info: PdfInfo,
): Promise<Uint8Array> {
  const document = await PDFDocument.load(pdf, {
    updateMetadata: false,
    // Without pauses: nobody else waits for this thread.
    parseSpeed: ParseSpeeds.Fastest,
  })
  numberStructureIds(document.context)
  setInformation(document, info)
  if (info.outline?.length) setOutline(document, info.outline)
  return await document.save({
    addDefaultPage: false,
    updateFieldAppearances: false,
    objectsPerTick: Infinity,
  })
}

/** Replaces the whole dictionary: what is not asked for, such as the browser's version, does not get in. */
function setInformation(document: PDFDocument, info: PdfInfo): void {
  const { context, catalog } = document
  const entries = {
    Title: info.title,
    Author: info.author,
    Subject: info.subject,
  }
  const dictionary = context.obj({})
  for (const [key, value] of Object.entries(entries)) {
    if (value) dictionary.set(PDFName.of(key), PDFHexString.fromText(value))
  }
  dictionary.set(PDFName.of('Producer'), PDFString.of('studydeck'))
  dictionary.set(PDFName.of('CreationDate'), PDFString.of(fixedPdfDate))
  dictionary.set(PDFName.of('ModDate'), PDFString.of(fixedPdfDate))
  const { Info } = context.trailerInfo
  if (Info instanceof PDFRef) context.delete(Info)
  context.trailerInfo.Info = context.register(dictionary)
  catalog.set(PDFName.of('Lang'), PDFString.of(info.lang))
  catalog.set(
    PDFName.of('ViewerPreferences'),
    context.obj({ DisplayDocTitle: true }),
  )
}

/** @see ISO 32000-1, 12.3.3 "Document outline" */
function setOutline(
  document: PDFDocument,
  entries: readonly OutlineEntry[],
): void {
  const { context, catalog } = document
  const pages = document.getPages().map(({ ref }) => ref)
  const root = context.obj({ Type: 'Outlines' })
  const rootRef = context.register(root)
  addEntries(context, pages, root, rootRef, entries)
  catalog.set(PDFName.of('Outlines'), rootRef)
  catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'))
}

/** Links the entries to each other and to their parent, and adds their own children. */
function addEntries(
  context: PDFContext,
  pages: readonly PDFRef[],
  parent: PDFDict,
  parentRef: PDFRef,
  entries: readonly OutlineEntry[],
): number {
  const items = entries.map((entry) => {
    const item = context.obj({})
    return { entry, item, ref: context.register(item) }
  })
  let count = items.length
  for (const [index, { entry, item, ref }] of items.entries()) {
    item.set(PDFName.of('Title'), PDFHexString.fromText(entry.title))
    item.set(PDFName.of('Parent'), parentRef)
    item.set(PDFName.of('Dest'), destination(context, pages, entry.page))
    const previous = items[index - 1]
    const next = items[index + 1]
    if (previous) item.set(PDFName.of('Prev'), previous.ref)
    if (next) item.set(PDFName.of('Next'), next.ref)
    if (entry.children?.length) {
      count += addEntries(context, pages, item, ref, entry.children)
    }
  }
  const first = items.at(0)
  const last = items.at(-1)
  if (first && last) {
    parent.set(PDFName.of('First'), first.ref)
    parent.set(PDFName.of('Last'), last.ref)
  }
  parent.set(PDFName.of('Count'), PDFNumber.of(count))
  return count
}

function destination(
  context: PDFContext,
  pages: readonly PDFRef[],
  page: number,
): ReturnType<PDFContext['obj']> {
  const ref = pages[page]
  if (!ref) throw new RangeError(`Unexpected page ${page} in the outline`)
  return context.obj([ref, 'XYZ', PDFNull, PDFNull, PDFNull])
}
