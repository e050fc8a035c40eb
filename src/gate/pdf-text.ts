import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFRawStream,
  type PDFDocument,
  type PDFObject,
} from 'pdf-lib'
import { operationsOf } from './content-stream.ts'
import { readToUnicode } from './to-unicode.ts'

/** How the strings of one font are read. */
interface PdfFont {
  /** Bytes of one code. */
  readonly width: 1 | 2
  readonly texts: ReadonlyMap<number, string>
}

/**
 * Extracts everything that a PDF draws as text, seen or unseen: pages, forms, patterns, looks of annotations.
 *
 * Not with pdf.js, which takes half a second to load and to turn every font into one for the screen: what the gate
 * needs is the characters in their order, not where they stand. Runs of one line or one style come apart with `\n`.
 *
 * @throws {Error} when a text uses a font that does not tell its characters
 */
export function pdfText(document: PDFDocument): string {
  const readFont = fontReader()
  const pages = document.getPages().map(({ node }) => {
    const contents = node.Contents()
    const streams =
      contents instanceof PDFArray
        ? contents.asArray().map((_, index) => contents.lookup(index))
        : [contents]
    const content = streams.map((stream) => latin1(stream)).join('\n')
    return textOf(content, node.Resources(), readFont)
  })
  const others = document.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) =>
      object instanceof PDFRawStream && drawsItself(object.dict)
        ? [textOf(latin1(object), resourcesOf(object.dict), readFont)]
        : [],
    )
  return [...pages, ...others].join('\n')
}

/** Forms and patterns have content streams of their own. */
function drawsItself(dictionary: PDFDict): boolean {
  return (
    dictionary.get(PDFName.of('Subtype')) === PDFName.of('Form') ||
    dictionary.has(PDFName.of('PatternType'))
  )
}

function resourcesOf(dictionary: PDFDict): PDFDict | undefined {
  const resources = dictionary.lookup(PDFName.of('Resources'))
  return resources instanceof PDFDict ? resources : undefined
}

/** A stream's bytes without its filters, as Latin-1; nothing for what is no stream. */
export function latin1(stream: PDFObject | undefined): string {
  if (!(stream instanceof PDFRawStream)) return ''
  return Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1')
}

function textOf(
  content: string,
  resources: PDFDict | undefined,
  readFont: (font: PDFDict) => PdfFont,
): string {
  const fonts = resources?.lookup(PDFName.of('Font'))
  const saved: (PdfFont | undefined)[] = []
  let font: PdfFont | undefined
  let text = ''
  for (const { operator, strings, name } of operationsOf(content)) {
    if (operator === 'q') saved.push(font)
    else if (operator === 'Q') font = saved.pop()
    else if (operator === 'Tf') font = fontNamed(name, fonts, readFont)
    else text += drawn(operator, strings, font)
  }
  return text
}

function drawn(
  operator: string,
  strings: readonly string[],
  font: PdfFont | undefined,
): string {
  switch (operator) {
    case 'Tj':
    case 'TJ':
    case "'":
    case '"':
      return decode(strings.join(''), font)
    case 'ET':
      return '\n'
    // Replacement texts of marked content: /Span <</ActualText (…)>> BDC
    case 'BDC':
    case 'DP':
      return strings.map(pdfString).join('\n')
    default:
      return ''
  }
}

function fontNamed(
  name = '',
  fonts: PDFObject | undefined,
  readFont: (font: PDFDict) => PdfFont,
): PdfFont | undefined {
  if (!(fonts instanceof PDFDict)) return undefined
  const font = fonts.lookup(PDFName.of(name))
  return font instanceof PDFDict ? readFont(font) : undefined
}

function decode(bytes: string, font: PdfFont | undefined): string {
  if (!font) throw new Error('Unexpected text without a font')
  const { width, texts } = font
  let text = ''
  for (let index = 0; index + width <= bytes.length; index += width) {
    const high = width === 2 ? bytes.charCodeAt(index) << 8 : 0
    text += texts.get(high | bytes.charCodeAt(index + width - 1)) ?? ''
  }
  return text
}

function pdfString(bytes: string): string {
  const hex = Buffer.from(bytes, 'latin1').toString('hex')
  return PDFHexString.of(hex).decodeText()
}

/** Reads each font once. */
function fontReader(): (font: PDFDict) => PdfFont {
  const fonts = new Map<PDFDict, PdfFont>()
  return (dictionary) => {
    const font = fonts.get(dictionary) ?? readPdfFont(dictionary)
    fonts.set(dictionary, font)
    return font
  }
}

function readPdfFont(dictionary: PDFDict): PdfFont {
  const isComposite =
    dictionary.lookup(PDFName.of('Subtype')) === PDFName.of('Type0')
  const map = dictionary.lookup(PDFName.of('ToUnicode'))
  if (map) {
    return { width: isComposite ? 2 : 1, texts: readToUnicode(latin1(map)) }
  }
  if (isComposite) throw new Error('Unexpected font without a ToUnicode map')
  // The built-in Latin fonts: their codes are those of Latin-1, but for a few quotation marks.
  const codes = Array.from({ length: 256 }, (_, code) => code)
  return {
    width: 1,
    texts: new Map(codes.map((code) => [code, String.fromCharCode(code)])),
  }
}
