import {
  PDFArray,
  PDFBool,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFString,
  type PDFObject,
} from 'pdf-lib'
import type {
  PDFDocumentProxy,
  PDFPageProxy,
} from 'pdfjs-dist/legacy/build/pdf.mjs'
import { withPdf } from './open-pdf.ts'

/** What a test wants to know of a PDF. */
export interface PdfContents {
  readonly pages: readonly PdfPage[]
  /** Text of all pages, a blank line between two. */
  readonly text: string
  readonly outline: readonly PdfOutlineEntry[]
  /** `Title`, `Author`, `Producer`, `CreationDate` … as in the information dictionary. */
  readonly metadata: Readonly<Record<string, string>>
  readonly lang: string | undefined
  /** Whether a window shows the title instead of the name of the file. */
  readonly showsTitle: boolean
  /** Whether there is a structure tree, as screen readers need it. */
  readonly isTagged: boolean
  readonly fonts: readonly PdfFont[]
  /** File names of what is attached. */
  readonly attachments: readonly string[]
}

/** One page of a PDF. */
export interface PdfPage {
  /** Lines as they stand, top to bottom as Chromium wrote them, `\n` between two. */
  readonly text: string
  /** In points: 96 CSS pixels are 72 points. */
  readonly width: number
  readonly height: number
  /** Targets of links that leave the file. */
  readonly links: readonly string[]
}

/** One bookmark, with its 0-based page. */
export interface PdfOutlineEntry {
  readonly title: string
  readonly page: number | undefined
  readonly children: readonly PdfOutlineEntry[]
}

/** One font dictionary. */
export interface PdfFont {
  /** Without the tag of a subset: `Pretendard-Bold`. */
  readonly name: string
  /** `TrueType`, `CIDFontType2` (TrueType in a composite font), `CIDFontType0` (CFF), `Type3` … */
  readonly subtype: string
  readonly isEmbedded: boolean
}

/** Opens a PDF and reads all of it that a test may want to look at. */
export function readPdf(pdf: Uint8Array): Promise<PdfContents> {
  return withPdf(pdf, async (document) => {
    const pages: PdfPage[] = []
    for (let number = 1; number <= document.numPages; number++)
      pages.push(await readPage(await document.getPage(number)))
    const { info } = await document.getMetadata()
    const attachments = (await document.getAttachments()) as Record<
      string,
      unknown
    > | null
    return {
      pages,
      text: pages.map(({ text }) => text).join('\n\n'),
      outline: await readOutline(document, await document.getOutline()),
      metadata: textEntries(info),
      attachments: Object.keys(attachments ?? {}),
      ...(await readObjects(pdf)),
    }
  })
}

type OutlineNode = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>[number]

async function readPage(page: PDFPageProxy): Promise<PdfPage> {
  const { width, height } = page.getViewport({ scale: 1 })
  const content = await page.getTextContent()
  const annotations = (await page.getAnnotations()) as { url?: string }[]
  const text = content.items
    .map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : ''))
    .join('')
    .replaceAll(/[^\S\n]+/g, ' ')
    .replaceAll(/ ?\n+ ?/g, '\n')
    .trim()
  const links = annotations.flatMap(({ url }) => url ?? [])
  return { text, width, height, links }
}

async function readOutline(
  document: PDFDocumentProxy,
  nodes: OutlineNode[] | null,
): Promise<PdfOutlineEntry[]> {
  const entries: PdfOutlineEntry[] = []
  for (const { title, dest, items } of nodes ?? []) {
    const target =
      typeof dest === 'string' ? await document.getDestination(dest) : dest
    const page = target?.[0] as
      Parameters<PDFDocumentProxy['getPageIndex']>[0] | undefined
    entries.push({
      title,
      page: page ? await document.getPageIndex(page) : undefined,
      children: await readOutline(document, items as OutlineNode[]),
    })
  }
  return entries
}

function textEntries(info: object): Record<string, string> {
  return Object.fromEntries(
    Object.entries(info).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  )
}

async function readObjects(
  pdf: Uint8Array,
): Promise<Pick<PdfContents, 'fonts' | 'lang' | 'isTagged' | 'showsTitle'>> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false })
  const { catalog, context } = document
  const fonts = context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => (object instanceof PDFDict ? fontOf(object) : []))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
  const lang = catalog.lookup(PDFName.of('Lang'))
  return {
    fonts,
    showsTitle:
      catalog
        .lookupMaybe(PDFName.of('ViewerPreferences'), PDFDict)
        ?.get(PDFName.of('DisplayDocTitle')) === PDFBool.True,
    isTagged: catalog.has(PDFName.of('StructTreeRoot')),
    lang:
      lang instanceof PDFString || lang instanceof PDFHexString
        ? lang.decodeText()
        : undefined,
  }
}

/** A font that draws glyphs; a composite font is told by its descendant. */
function fontOf(dictionary: PDFDict): PdfFont[] {
  const type = dictionary.lookup(PDFName.of('Type'))
  if (type !== PDFName.of('Font')) return []
  const subtype = nameOf(dictionary.lookup(PDFName.of('Subtype')))
  if (subtype === 'Type0') {
    const descendants = dictionary.lookup(
      PDFName.of('DescendantFonts'),
      PDFArray,
    )
    const first = descendants.lookup(0, PDFDict)
    // A reference is enumerated on its own.
    return descendants.get(0) === first ? fontOf(first) : []
  }
  const descriptor = dictionary.lookup(PDFName.of('FontDescriptor'))
  const files = ['FontFile', 'FontFile2', 'FontFile3'].map((key) =>
    PDFName.of(key),
  )
  const name = nameOf(dictionary.lookup(PDFName.of('BaseFont')))
  return [
    {
      name: name.replace(/^[A-Z]{6}\+/, ''),
      subtype,
      isEmbedded:
        subtype === 'Type3' ||
        (descriptor instanceof PDFDict &&
          files.some((key) => descriptor.has(key))),
    },
  ]
}

function nameOf(object: PDFObject | undefined): string {
  return object instanceof PDFName ? object.decodeText() : ''
}
