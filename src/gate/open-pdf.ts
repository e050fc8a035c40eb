import {
  decodePDFRawStream,
  ParseSpeeds,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFString,
  type PDFObject,
} from 'pdf-lib'
import { hasTable, readCoverage } from '../fonts/cmap.ts'
import { readableUrl } from '../model/readable-url.ts'
import { imagePrint, type ImagePrint } from './image-print.ts'
import {
  mergeOpened,
  nothing,
  urlsIn,
  type OpenedFile,
  type TextPart,
} from './opened-file.ts'
import { latin1, pdfText } from './pdf-text.ts'
import { hashOf } from './png-pixels.ts'
import { readToUnicode } from './to-unicode.ts'

/**
 * Takes a PDF apart: text of its pages; every string of its objects (information, bookmarks, notes, links, alternative
 * texts); attachments; pictures; characters of its fonts.
 *
 * @throws {Error} when it is no PDF
 */
export async function openPdf(pdf: Uint8Array): Promise<OpenedFile> {
  const document = await PDFDocument.load(pdf, {
    updateMetadata: false,
    throwOnInvalidObject: true,
    parseSpeed: ParseSpeeds.Fastest,
  })
  const objects = document.context
    .enumerateIndirectObjects()
    .map(([, object]) => object)
  const strings = [
    ...objects.flatMap(stringsOf),
    ...stringsOf(document.context.trailerInfo.Info ?? PDFName.of('')),
  ]
  const parts: TextPart[] = [
    { place: 'text', text: pdfText(document), isProse: true },
    ...strings,
  ]
  return mergeOpened([
    ...objects.flatMap(openAttachment),
    {
      parts,
      urls: parts.flatMap(({ text }) => [text, ...urlsIn(text)]),
      images: objects.flatMap(imageOf),
      fontCharacters: new Set(objects.flatMap(fontCharactersOf)),
    },
  ])
}

/** They name a character set, such as `Adobe` and `Identity`, in every font. */
const characterSetKeys = new Set(['Registry', 'Ordering'])

/** Strings of an object and of what stands directly in it; objects that it refers to are listed on their own. */
function stringsOf(object: PDFObject): TextPart[] {
  if (object instanceof PDFString || object instanceof PDFHexString) {
    return [{ place: 'metadata', text: object.decodeText(), isProse: true }]
  }
  if (object instanceof PDFName) {
    const text = readableUrl(Buffer.from(object.asBytes()).toString())
    // Chromium names link targets by their element's id; the format's own words are of one piece and ASCII.
    return /[^\0-\x7F]|-/.test(text)
      ? [{ place: 'metadata', text, isProse: false }]
      : []
  }
  if (object instanceof PDFArray) return object.asArray().flatMap(stringsOf)
  if (object instanceof PDFRawStream) return stringsOf(object.dict)
  if (!(object instanceof PDFDict)) return []
  const isBookmark =
    object.has(PDFName.of('Title')) && object.has(PDFName.of('Parent'))
  const parts = object
    .entries()
    .filter(([key]) => !characterSetKeys.has(key.decodeText()))
    .flatMap(([key, value]) => [...stringsOf(key), ...stringsOf(value)])
  return isBookmark
    ? parts.map((part) => ({ ...part, place: 'bookmarks' }))
    : parts
}

/** Attached files, and the metadata that a PDF has in XML. */
function openAttachment(object: PDFObject): OpenedFile[] {
  if (isStream(object, 'Type', 'Metadata')) {
    const text = decodedText(object)
    return [{ ...nothing, parts: [{ place: 'metadata', text, isProse: true }] }]
  }
  if (!isStream(object, 'Type', 'EmbeddedFile')) return []
  const text = decodedText(object)
  const bytes = decodePDFRawStream(object).decode()
  return [
    {
      ...nothing,
      parts: [{ place: 'attachments', text, isProse: true }],
      urls: urlsIn(text),
      images: [imagePrint(bytes)],
    },
  ]
}

function decodedText(stream: PDFRawStream): string {
  return Buffer.from(decodePDFRawStream(stream).decode()).toString()
}

function imageOf(object: PDFObject): ImagePrint[] {
  if (!isStream(object, 'Subtype', 'Image')) return []
  const [width, height] = ['Width', 'Height'].map((key) =>
    Number(object.dict.get(PDFName.of(key))?.toString()),
  )
  return [
    {
      ...imagePrint(object.contents),
      size: { width: width ?? 0, height: height ?? 0 },
      ...(isPacked(object)
        ? { pixels: hashOf(decodePDFRawStream(object).decode()) }
        : {}),
    },
  ]
}

/** A JPEG keeps its own bytes. */
function isPacked({ dict }: PDFRawStream): boolean {
  return dict.get(PDFName.of('Filter')) === PDFName.of('FlateDecode')
}

/** What a font says its codes stand for, and what the embedded file has glyphs for, drawn or not. */
function fontCharactersOf(object: PDFObject): string[] {
  if (!(object instanceof PDFDict)) return []
  const texts = readToUnicode(latin1(object.lookup(PDFName.of('ToUnicode'))))
  const file = object.lookup(PDFName.of('FontFile2'))
  return [
    ...[...texts.values()].flatMap((text) => Array.from(text)),
    ...(file instanceof PDFRawStream ? embeddedCharacters(file) : []),
  ]
}

/** Other programs than Chromium embed fonts without a table of characters. */
function embeddedCharacters(file: PDFRawStream): string[] {
  const font = Buffer.from(decodePDFRawStream(file).decode())
  return hasTable(font, 'cmap')
    ? Array.from(readCoverage(font), (code) => String.fromCodePoint(code))
    : []
}

function isStream(
  object: PDFObject,
  key: string,
  value: string,
): object is PDFRawStream {
  return (
    object instanceof PDFRawStream &&
    object.dict.get(PDFName.of(key)) === PDFName.of(value)
  )
}
