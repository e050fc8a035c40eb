import katex from 'katex'
import { describe, expect, it } from 'vitest'
import { readCoverage } from '../../src/fonts/cmap.ts'
import { codeFaces, textFaces } from '../../src/fonts/faces.ts'
import { loadFont } from '../../src/fonts/font-file.ts'
import { fontCss } from '../../src/fonts/index.ts'

/** The characters of every face in a style sheet, by family and weight. */
function facesOf(css: string): Record<string, string> {
  const rules = css.matchAll(
    /@font-face\{font-family:"([^"]+)";font-style:(\w+);font-weight:(\d+);.*?base64,([^)]+)\)/g,
  )
  return Object.fromEntries(
    [...rules].map(([, family, style, weight, base64]) => {
      const coverage = readCoverage(Buffer.from(base64!, 'base64'))
      const name = `${family!} ${weight!}${style === 'italic' ? ' italic' : ''}`
      return [name, String.fromCodePoint(...coverage)]
    }),
  )
}

describe('fontCss()', () => {
  it('puts each character into the first face of its list that has it, and no other', async () => {
    const { css, missing } = await fontCss({
      text: '가나 漢👍',
      code: '다 │→👀',
    })
    expect(facesOf(css)).toEqual({
      'Pretendard 400': ' 가나',
      'Pretendard 700': ' 가나',
      'D2Coding 400': ' →│漢다',
      'D2Coding 700': ' →│漢다',
      'Noto Emoji 400': '👀👍',
    })
    expect(missing).toEqual([])
  })

  it('tells which characters no face has, and which it need not have', async () => {
    const { missing } = await fontCss({
      text: '가\u{20BB7}\u{1D11E}\n\t\r\u200B\u200D\uFE0F\u00AD\u2028\uFEFF\u3164',
      code: '\u0E01가\u{20BB7}\u0000',
    })
    expect(missing.toSorted()).toEqual(
      ['\u0E01', '\u{1D11E}', '\u{20BB7}'].toSorted(),
    )
  })

  it('tells half a surrogate pair instead of failing on it', async () => {
    const { missing } = await fontCss({ text: 'a\uD83D', code: '' })
    expect(missing).toEqual(['\uD83D'])
  })

  it('draws emoji sequences with one face', async () => {
    const { css } = await fontCss({
      text: '1\uFE0F\u20E3 👩\u200D💻 🇰🇷',
      code: '',
    })
    expect(Array.from(facesOf(css)['Noto Emoji 400']!).toSorted()).toEqual(
      ['1', '\uFE0F', '\u20E3', '👩', '\u200D', '💻', '🇰', '🇷'].toSorted(),
    )
  })

  it('takes the weights that it is asked for, once each', async () => {
    const { css } = await fontCss({
      text: '가',
      code: 'a',
      weights: [600, 700],
    })
    expect(Object.keys(facesOf(css))).toEqual([
      'Pretendard 600',
      'Pretendard 700',
      'D2Coding 700',
    ])
  })

  it('takes the faces that a formula uses, and text faces for what they lack', async () => {
    const math = katex.renderToString('\\mathbb{R} \\ni x \\lt \\text{한}')
    const { css, missing } = await fontCss({ text: '', code: '', math })
    expect(facesOf(css)).toEqual({
      'Pretendard 400': '한',
      'Pretendard 700': '한',
      // HarfBuzz keeps the mirror image of a character too, for right-to-left text.
      'KaTeX_Main 400': '<>Rx∈∋',
      'KaTeX_Math 400 italic': 'Rx',
      'KaTeX_AMS 400': 'R',
    })
    expect(missing).toEqual([])
  })

  it('forbids synthesised faces', async () => {
    const { css } = await fontCss({ text: '', code: '' })
    expect(css).toBe(':root{font-synthesis:none}')
  })

  it('gives the same bytes whatever the order of the text', async () => {
    const first = await fontCss({ text: '가나다', code: 'ab' })
    const second = await fontCss({ text: '다나가가', code: 'bab' })
    expect(second.css).toBe(first.css)
  })
})

describe('the faces of one family', () => {
  it('have the same characters in every weight, since coverage is asked of one', async () => {
    const [regular, semibold, bold] = await Promise.all(
      ([400, 600, 700] as const).map((weight) => loadFont(textFaces[weight])),
    )
    expect(semibold!.coverage).toEqual(regular!.coverage)
    expect(bold!.coverage).toEqual(regular!.coverage)
    const code = await Promise.all(
      [codeFaces[400], codeFaces[700]].map(loadFont),
    )
    expect(code[1]!.coverage).toEqual(code[0]!.coverage)
  })
})

describe('readCoverage()', () => {
  it('refuses what is no font', () => {
    expect(() => readCoverage(Buffer.alloc(12))).toThrow(
      'Unexpected font without a cmap table',
    )
    expect(() => readCoverage(Buffer.from('ab'))).toThrow(RangeError)
  })
})
