import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fontCss } from '../../src/fonts/index.ts'
import { Browser, withPdfInfo } from '../../src/print/index.ts'
import { readPdf } from '../support/pdf.ts'

const browser = new Browser()
beforeAll(() => {
  browser.warmUp()
})
afterAll(async () => {
  await browser.close()
})

async function print(
  body: string,
  text: string,
  code = '',
): Promise<Uint8Array> {
  const { css } = await fontCss({ text, code })
  const html = `<!doctype html><html lang="ko"><meta charset="utf-8"><title>문서</title><style>${css}
    @page{size:1280px 720px;margin:0}
    h1{margin:0}
    body{margin:0;font:24px Pretendard,D2Coding,'Noto Emoji'}
    code{font:20px D2Coding,'Noto Emoji'}
    section{height:720px;break-after:page}
  </style><body>${body}`
  return await browser.withPage(html, (page) => page.pdf())
}

describe('pdf()', () => {
  it('embeds the faces of the document as TrueType, bold and italic never synthesised', async () => {
    const text = '본문 굵게 기울임 漢字 👍'
    const pdf = await print(
      '<section>본문 <b>굵게</b> <em>기울임</em> <b>漢字</b> <b>👍</b> <code>코드 = 1</code></section>',
      text,
      '코드 = 1',
    )
    const { fonts } = await readPdf(pdf)
    expect(fonts).toEqual(
      [
        'D2Coding',
        'D2CodingBold',
        'NotoEmoji-Regular',
        'Pretendard-Bold',
        'Pretendard-Regular',
      ].map((name) => ({ name, subtype: 'CIDFontType2', isEmbedded: true })),
    )
  })

  it('keeps text, links, page sizes and tags', async () => {
    const pdf = await print(
      '<section><h1>첫 장</h1><a href="https://example.com/a">가 나</a></section><section>둘째 장</section>',
      '첫 장 가 나 둘째',
    )
    const { pages, isTagged } = await readPdf(pdf)
    expect(isTagged).toBe(true)
    expect(pages).toEqual([
      {
        text: '첫 장\n가 나',
        width: 960,
        height: 540,
        links: ['https://example.com/a'],
      },
      { text: '둘째 장', width: 960, height: 540, links: [] },
    ])
  })
})

describe('withPdfInfo()', () => {
  it('names the file and its bookmarks in Korean and keeps its tags', async () => {
    const pdf = await print(
      '<section>하나</section><section>둘</section>',
      '하나둘',
    )
    const named = withPdfInfo(pdf, {
      title: '1회차 — 인프라 & 백엔드',
      author: '홍길동',
      subject: '공부 모임',
      lang: 'ko',
      outline: [
        {
          title: '주제 하나',
          page: 0,
          children: [{ title: 'Q1. 왜 (그런가)?', page: 1 }],
        },
        { title: '주제 둘', page: 1 },
      ],
    })
    const { metadata, outline, lang, isTagged, pages } = await readPdf(named)
    expect({ metadata, outline, lang, isTagged }).toEqual({
      metadata: {
        Title: '1회차 — 인프라 & 백엔드',
        Author: '홍길동',
        Subject: '공부 모임',
        Producer: 'studydeck',
        CreationDate: "D:20000101000000+00'00'",
        ModDate: "D:20000101000000+00'00'",
        PDFFormatVersion: '1.7',
        Language: 'ko',
      },
      outline: [
        {
          title: '주제 하나',
          page: 0,
          children: [{ title: 'Q1. 왜 (그런가)?', page: 1, children: [] }],
        },
        { title: '주제 둘', page: 1, children: [] },
      ],
      lang: 'ko',
      isTagged: true,
    })
    expect(pages.map(({ text }) => text)).toEqual(['하나', '둘'])
  })

  it('gives the same bytes for the same input', async () => {
    const pdf = await print('<section>하나</section>', '하나')
    const info = {
      title: '제목',
      lang: 'ko',
      outline: [{ title: '가', page: 0 }],
    }
    const [first, second] = [withPdfInfo(pdf, info), withPdfInfo(pdf, info)]
    expect(Buffer.from(second).equals(Buffer.from(first))).toBe(true)
  })

  it('refuses a bookmark to a page that is not there', async () => {
    const pdf = await print('<section>하나</section>', '하나')
    expect(() =>
      withPdfInfo(pdf, {
        title: '',
        lang: 'ko',
        outline: [{ title: '가', page: 1 }],
      }),
    ).toThrow(new RangeError('Unexpected page 1 in the outline'))
  })
})
