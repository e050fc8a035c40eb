import { describe, expect, test } from 'vitest'
import { cleanSvg } from '../../src/images/clean-svg.ts'

const xmlns = 'xmlns="http://www.w3.org/2000/svg"'

describe('what nobody sees or what does something is taken out', () => {
  test.each([
    ['a script', '<script>alert(1)</script>'],
    ['a handler', '<g onload="alert(1)"/>', '<g></g>'],
    ['a comment', '<!-- 정답 -->'],
    ['a tooltip', '<title>정답</title><desc>해설</desc>'],
    ['metadata', '<metadata><x>정답</x></metadata>'],
    ['a layer of an editor', '<sodipodi:namedview>정답</sodipodi:namedview>'],
    ['an attribute of an editor', '<g inkscape:label="정답"/>', '<g></g>'],
    ['data', '<g data-answer="정답"/>', '<g></g>'],
    [
      'a remote picture',
      '<image href="https://example.com/a.png"/>',
      '<image></image>',
    ],
    [
      'a link',
      '<a xlink:href="javascript:alert(1)"><g/></a>',
      '<a><g></g></a>',
    ],
    [
      'a remote style sheet',
      '<style>@import "https://example.com/a.css"; g{fill:red}</style>',
      '<style> g{fill:red}</style>',
    ],
    [
      'a remote fill',
      '<g fill="url(https://example.com/a.svg#b)"/>',
      '<g fill="none"></g>',
    ],
  ])('%s', async (_, inside, left = '') => {
    expect(await cleanSvg(`<svg ${xmlns}>${inside}</svg>`)).toBe(
      `<svg ${xmlns}>${left}</svg>`,
    )
  })

  test('the drawing that draw.io hides, and everything before the picture', async () => {
    const source = `<?xml version="1.0"?><?xml-stylesheet href="https://example.com/a.css"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd"><svg ${xmlns} content="&lt;mxfile&gt;정답"><g/></svg>`
    expect(await cleanSvg(source)).toBe(`<svg ${xmlns}><g></g></svg>`)
  })
})

test('what is drawn stays', async () => {
  const inside =
    '<defs><linearGradient id="a"></linearGradient></defs><use href="#a"></use><image href="data:image/png;base64,AAAA"></image><g fill="url(#a)" style="stroke: url(\'#a\')"></g>'
  expect(await cleanSvg(`<svg ${xmlns}>${inside}</svg>`)).toBe(
    `<svg ${xmlns}>${inside}</svg>`,
  )
})

test.each([
  ['not well-formed', `<svg ${xmlns}><g></svg>`],
  ['no SVG', '<html></html>'],
  ['empty', ''],
  [
    'entities that grow',
    '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><svg>&b;</svg>',
  ],
])('%s is no picture', async (_, source) => {
  expect(await cleanSvg(source)).toBeUndefined()
})

test('text falls back to fonts that are inside', async () => {
  const svg = await cleanSvg(
    `<svg ${xmlns}><style>.a{font:700 12px Arial!important}.b{font-family:inherit}</style><text class="a" font-family="Helvetica">캐시</text></svg>`,
  )
  const ours = "Pretendard, D2Coding, 'Noto Emoji'"
  expect(svg?.match(/@font-face\{font-family:"Pretendard"/g)).toHaveLength(2)
  expect(svg).toContain(`font-family="Helvetica, ${ours}"`)
  expect(svg).toContain(`.a{font:700 12px Arial, ${ours}!important}`)
  expect(svg).toContain('.b{font-family:inherit}')
  expect(svg?.replace(/<style>.*?<\/style>/, '')).toMatch(
    `<svg ${xmlns} font-family="${ours}">`,
  )
})
