import {
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFString,
  StandardFonts,
  type PDFPage,
  type SaveOptions,
} from 'pdf-lib'
import { expect, it } from 'vitest'
import { gate } from '../../src/gate/index.ts'
import { withPdfInfo } from '../../src/print/index.ts'
import { fontCss } from '../../src/fonts/index.ts'
import {
  images,
  latinSecret,
  openText,
  paper,
  pngOf,
  secret,
} from './planted.ts'

type Plant = (document: PDFDocument, page: PDFPage) => Promise<void> | void

async function pdfWith(
  plant: Plant,
  options?: SaveOptions,
): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const font = await document.embedFont(StandardFonts.Helvetica)
  const page = document.addPage([400, 300])
  page.drawText('4. Which SQL lists all users?', { font, x: 10, y: 200 })
  await plant(document, page)
  return await document.save(options)
}

async function search(pdf: Uint8Array, pictures = images): Promise<string[]> {
  const report = await gate(
    paper,
    [{ path: 'share/worksheet.pdf', contents: pdf }],
    { images: pictures },
  )
  expect(report.unreadable).toEqual([])
  return [
    ...new Set(
      report.hits.map(
        ({ place, question, line }) => `${place} ${question}:${line}`,
      ),
    ),
  ]
}

function addStream(
  document: PDFDocument,
  page: PDFPage,
  content: string,
  dictionary = {},
): void {
  const stream = document.context.flateStream(content, dictionary)
  page.node.addContentStream(document.context.register(stream))
}

it('lets a PDF pass that has only what participants may read', async () => {
  expect(await search(await pdfWith(() => undefined))).toEqual([])
})

it.each<[string, Plant]>([
  [
    'on a page',
    (_, page) => {
      page.drawText(latinSecret, { x: 10, y: 100 })
    },
  ],
  [
    'letter by letter',
    (_, page) => {
      for (const [index, letter] of Array.from(latinSecret).entries()) {
        page.drawText(letter, { x: 10 + 8 * index, y: 100 })
      }
    },
  ],
  [
    'in white, tiny, beside the page',
    (_, page) => {
      page.drawText(latinSecret, { x: -900, y: 900, size: 0.1, opacity: 0 })
    },
  ],
  [
    'in a form',
    async (document, page) => {
      const source = await PDFDocument.create()
      source.addPage([100, 100]).drawText(latinSecret)
      const [form] = await document.embedPdf(await source.save())
      page.drawPage(form!)
    },
  ],
  [
    'as a literal string with escapes',
    (document, page) => {
      page.drawText('x')
      const font = page.node.Resources()?.lookup(PDFName.of('Font'))
      const name = String(
        font && 'keys' in font && (font.keys as () => unknown[])()[0],
      )
      addStream(
        document,
        page,
        `BT ${name} 9 Tf [(SELECT \\(name) -20 (\\106ROM users) 3 <204f52444552>] TJ (BY created_at)' ET`,
      )
    },
  ],
  [
    'as the replacement of something else',
    (document, page) => {
      addStream(
        document,
        page,
        `/Span <</ActualText (${latinSecret})>> BDC EMC`,
      )
    },
  ],
])('finds an answer %s', async (_, plant) => {
  expect(await search(await pdfWith(plant))).toEqual(['text 1-4:40'])
})

it.each<[string, Plant, string]>([
  [
    'its title',
    (document) => {
      document.setTitle(secret)
    },
    'metadata',
  ],
  [
    'its keywords',
    (document) => {
      document.setKeywords(['a', secret])
    },
    'metadata',
  ],
  [
    'its XML metadata',
    (document) => {
      const { context } = document
      const stream = context.stream(
        Buffer.from(`<x:xmpmeta>${secret}</x:xmpmeta>`),
        { Type: 'Metadata', Subtype: 'XML' },
      )
      document.catalog.set(PDFName.of('Metadata'), context.register(stream))
    },
    'metadata',
  ],
  [
    'a note',
    (document, page) => {
      const note = document.context.obj({
        Type: 'Annot',
        Subtype: 'Text',
        Rect: [0, 0, 9, 9],
        Contents: PDFHexString.fromText(secret),
      })
      page.node.addAnnot(document.context.register(note))
    },
    'metadata',
  ],
  [
    'an alternative text',
    (document) => {
      document.context.register(
        document.context.obj({
          Type: 'StructElem',
          S: 'Figure',
          Alt: PDFHexString.fromText(secret),
        }),
      )
    },
    'metadata',
  ],
  [
    'the name of a link target',
    (document) => {
      document.catalog.set(
        PDFName.of('Dests'),
        document.context.obj({
          [encodeURI(secret.replaceAll(' ', '-')).replaceAll('%', '#')]: [],
        }),
      )
    },
    'metadata',
  ],
  [
    'an attachment',
    async (document) => {
      await document.attach(Buffer.from(secret), 'a.txt')
    },
    'attachments',
  ],
  [
    'the name of an attachment',
    async (document) => {
      await document.attach(Buffer.from(''), `${secret}.txt`)
    },
    'metadata',
  ],
  [
    'a link',
    (document, page) => {
      const action = document.context.obj({
        S: 'URI',
        URI: PDFString.of('https://example.com/notes/%EB%8B%B5'),
      })
      page.node.addAnnot(
        document.context.register(
          document.context.obj({ Type: 'Annot', Subtype: 'Link', A: action }),
        ),
      )
    },
    'links',
  ],
  [
    'a picture',
    async (document, page) => {
      const dictionary = {
        Type: 'XObject',
        Subtype: 'Image',
        Width: 64,
        Height: 48,
      }
      page.node.newXObject(
        'Image',
        document.context.register(document.context.stream('', dictionary)),
      )
      await Promise.resolve()
    },
    'images',
  ],
])('finds an answer in %s', async (_, plant, place) => {
  expect(await search(await pdfWith(plant))).toEqual([`${place} 1-1:10`])
})

/** Subset of Pretendard with the letters of a text. */
async function fontOf(text: string): Promise<Buffer> {
  const { css } = await fontCss({ text, code: '', weights: [400] })
  const [, base64 = ''] = /data:font\/ttf;base64,([^)]+)/.exec(css) ?? []
  return Buffer.from(base64, 'base64')
}

/** A font as Chromium embeds it, with a map of what its codes stand for. */
async function pdfWithFont(text: string, mapped: string): Promise<Uint8Array> {
  const file = await fontOf(text)
  const codes = Array.from(mapped, (letter, at) => {
    const hex = letter.charCodeAt(0).toString(16).padStart(4, '0')
    return `<${(at + 1).toString(16).padStart(4, '0')}> <${hex}>`
  })
  return pdfWith(({ context }, page) => {
    const register = (
      value: NonNullable<Parameters<typeof context.flateStream>[1]>,
    ) => context.register(context.obj(value))
    const FontFile2 = context.register(
      context.flateStream(file, { Length1: file.length }),
    )
    const FontDescriptor = register({ Type: 'FontDescriptor', FontFile2 })
    const descendant = register({
      Type: 'Font',
      Subtype: 'CIDFontType2',
      FontDescriptor,
    })
    const ToUnicode = context.register(
      context.flateStream(
        `${codes.length} beginbfchar\n${codes.join('\n')}\nendbfchar`,
      ),
    )
    const font = register({
      Type: 'Font',
      Subtype: 'Type0',
      Encoding: 'Identity-H',
      DescendantFonts: [descendant],
      ToUnicode,
    })
    page.node.setFontDictionary(PDFName.of('F9'), font)
    addText(page, openText, codes.length)
  })
}

/** What participants may read, so that its letters may be in the fonts. */
function addText(page: PDFPage, text: string, codes: number): void {
  expect(codes).toBeGreaterThan(0)
  page.node.addAnnot(
    page.doc.context.register(
      page.doc.context.obj({
        Type: 'Annot',
        Subtype: 'Text',
        Contents: PDFHexString.fromText(text),
      }),
    ),
  )
}

it('finds letters that only answers use in a font that never draws them', async () => {
  expect(await search(await pdfWithFont(openText, openText))).toEqual([])
  const inFile = await pdfWithFont(openText + secret, openText)
  expect(await search(inFile)).toEqual(['fonts 1-1:10'])
  const inMap = await pdfWithFont(openText, openText + secret)
  expect(await search(inMap)).toEqual(['fonts 1-1:10'])
})

it('tells pictures of one size apart by their pixels', async () => {
  const stripes = (x: number) => (x % 16) * 16
  const steps = (_: number, y: number) => (y % 16) * 16
  const pictures = new Map([
    ['question.png', { dataUrl: pngOf(64, 48, stripes) }],
    ['answer.png', { dataUrl: pngOf(64, 48, steps) }],
  ])
  const pdfOf = (grey: (x: number, y: number) => number) =>
    pdfWith(({ context }, page) => {
      const pixels = Buffer.alloc(64 * 48 * 3)
      for (let at = 0; at < pixels.length; at++) {
        const pixel = Math.floor(at / 3)
        pixels[at] = grey(pixel % 64, Math.floor(pixel / 64))
      }
      const image = context.flateStream(pixels, {
        Type: 'XObject',
        Subtype: 'Image',
        Width: 64,
        Height: 48,
      })
      page.node.newXObject('Image', context.register(image))
    })
  expect(await search(await pdfOf(stripes), pictures)).toEqual([])
  expect(await search(await pdfOf(steps), pictures)).toEqual(['images 1-1:10'])
})

it('finds an answer in a bookmark', async () => {
  const pdf = withPdfInfo(
    await pdfWith(() => undefined, { useObjectStreams: false }),
    {
      title: '트랜잭션 모임',
      lang: 'ko',
      outline: [
        { title: '격리 수준', page: 0, children: [{ title: secret, page: 0 }] },
      ],
    },
  )
  expect(await search(pdf)).toEqual(['bookmarks 1-1:10'])
})

it('does not hand out what it cannot open', async () => {
  const files = [
    { path: 'share/a.pdf', contents: Buffer.from('%PDF-1.7 nothing') },
    {
      path: 'share/b.pdf',
      contents: (await pdfWith(() => undefined)).subarray(0, 300),
    },
    { path: 'share/c.ipynb', contents: Buffer.from('{') },
    { path: 'share/d.html', contents: Buffer.from([0xff, 0xfe, 0x41]) },
    {
      path: 'share/e.zip',
      contents: Buffer.from('PK\u0003\u0004\xff', 'latin1'),
    },
    { path: 'host/f.zip', contents: Buffer.from('') },
  ]
  const report = await gate(paper, files)
  expect(report).toEqual({
    hits: [],
    unreadable: files.slice(0, 5).map(({ path }) => path),
    files: files.slice(5),
    receipt:
      'share/: 4 answers, 0 found in 0 files, 5 files could not be opened',
  })
})

it('does not hand out a text whose font does not tell its characters', async () => {
  const pdf = await pdfWith((document, page) => {
    const font = document.context.obj({
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: 'Secret',
    })
    page.node.setFontDictionary(
      PDFName.of('F9'),
      document.context.register(font),
    )
    addStream(document, page, 'BT /F9 9 Tf <0001> Tj ET')
  })
  const report = await gate(paper, [{ path: 'share/a.pdf', contents: pdf }])
  expect(report.unreadable).toEqual(['share/a.pdf'])
})
