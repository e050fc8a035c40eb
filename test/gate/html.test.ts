import { expect, it } from 'vitest'
import { fontCss } from '../../src/fonts/index.ts'
import { gate } from '../../src/gate/index.ts'
import { paperOf } from './paper-of.ts'
import { images, openText, paper, pngOf, secret } from './planted.ts'

function page(body: string, head = ''): string {
  return `<!doctype html><html lang="ko"><head><title>트랜잭션 모임</title>${head}</head><body><p>${openText}</p><img src="${pngOf(40, 30)}" alt="계좌">${body}</body></html>`
}

async function search(html: string): Promise<string[]> {
  const file = {
    path: '1회차/share/notebook.html',
    contents: Buffer.from(html),
  }
  const report = await gate(paper, [file], { images })
  expect(report.files).toEqual(report.hits.length === 0 ? [file] : [])
  return [
    ...new Set(
      report.hits.map(
        ({ place, question, line }) => `${place} ${question}:${line}`,
      ),
    ),
  ]
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64')
}

function escaped(text: string): string {
  return text.replaceAll(
    /[^\0-\x7F]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16)}`,
  )
}

it('lets a page pass that has only what participants may read', async () => {
  const body =
    '<!-- 트랜잭션 모임 --><button data-show-all="답 모두 보기">답 보기</button><svg xmlns="http://www.w3.org/2000/svg"></svg><p>힌트 두 사용자의 화면을 그려 보십시오.</p>'
  expect(await search(page(body, '<style>p{color:red}</style>'))).toEqual([])
})

it.each([
  ['in its text', `<p>${secret}</p>`, 'text'],
  [
    'across elements and lines',
    `<p>커밋되지 <b>않은</b>\n값을<br>읽는 <i>더티</i></p><p>리드가</p>`,
    'text',
  ],
  [
    'behind display: none',
    `<p hidden style="display:none">${secret}</p>`,
    'text',
  ],
  [
    'in a closed details element',
    `<details><summary>?</summary>${secret}</details>`,
    'text',
  ],
  ['in a template element', `<template><p>${secret}</p></template>`, 'text'],
  ['in noscript', `<noscript>${secret}</noscript>`, 'text'],
  [
    'in full-width letters or decomposed',
    `<p>${secret.normalize('NFD')}</p>`,
    'text',
  ],
  [
    'as character references',
    `<p>${Array.from(
      '커밋되지않은값을읽는더티리드',
      (c) => `&#${c.codePointAt(0)!};`,
    ).join('')}</p>`,
    'text',
  ],
  [
    'in SVG text',
    `<svg><text>커밋되지 않은 값을</text><text>읽는 더티 리드</text></svg>`,
    'text',
  ],
  [
    'in an alternative text',
    `<img alt="${secret}" src="${pngOf(40, 30)}">`,
    'attributes',
  ],
  ['in data attributes', `<p data-answer="${secret}"></p>`, 'attributes'],
  ['in an id', `<p id="${secret.replaceAll(' ', '-')}"></p>`, 'attributes'],
  ['in a value', `<input type="hidden" value="${secret}">`, 'attributes'],
  ['in a comment', `<!-- ${secret} -->`, 'comments'],
  ['in a script', `<script>const answer = '${secret}'</script>`, 'scripts'],
  [
    'in a script, escaped',
    `<script>const answer = "${escaped(secret)}"</script>`,
    'scripts',
  ],
  [
    'in embedded JSON',
    `<script type="application/json">{"a":"${escaped(secret)}"}</script>`,
    'embedded data',
  ],
  ['in a style', `<style>p::after{content:"${secret}"}</style>`, 'styles'],
  ['in a comment of a style', `<style>/* ${secret} */</style>`, 'styles'],
  [
    'in a data: URL',
    `<a href="data:text/html;base64,${base64(`<p>${secret}`)}">`,
    'embedded data',
  ],
  [
    'in an escaped data: URL',
    `<img src="data:image/svg+xml,${encodeURIComponent(`<svg><text>${secret}</text></svg>`)}">`,
    'embedded data',
  ],
])('finds an answer %s', async (_, planted, place) => {
  expect(await search(page(planted))).toEqual([`${place} 1-1:10`])
})

it.each([
  ['a title', `<p title="p99 꺾은선"></p>`, 'attributes 1-1:10'],
  [
    'an alternative text',
    `<img alt="꼬인 잠금 순서" src="x.png">`,
    'attributes 1-1:10',
  ],
  [
    'a link',
    '<a href="https://example.com/notes/%EB%8B%B5">기록</a>',
    'links 1-1:10',
  ],
  [
    'a link, written another way',
    '<p>(https://example.com/notes/답)</p>',
    'links 1-1:10',
  ],
  ['a picture', `<img src="${pngOf(64, 48)}">`, 'images 1-1:10'],
  ['a one-word answer', '<p>(Redis)</p>', 'text 1-3:30'],
  ...[
    '<text>Redis</text>',
    '<text><tspan>Re</tspan><tspan>dis</tspan></text>',
    '<g><title>Redis</title></g>',
    '<desc>Redis</desc>',
    '<foreignObject><p>Redis</p></foreignObject>',
    '<metadata><name>Redis</name></metadata>',
  ].map((inner) => [
    `a one-word answer in a drawing, in ${inner},`,
    `<svg>${inner}</svg>`,
    'text 1-3:30',
  ]),
  ...[
    'aria-label="Redis"',
    'aria-description="Redis"',
    'xlink:title="Redis"',
  ].map((attribute) => [
    `a one-word answer in a drawing, as ${attribute},`,
    `<svg><g ${attribute}/></svg>`,
    'attributes 1-3:30',
  ]),
  [
    'a one-word answer in an attribute',
    '<p data-key="redis"></p>',
    'attributes 1-3:30',
  ],
  [
    'a one-letter answer with its label',
    '<p>정답: <b>X</b></p>',
    'text 1-2:20',
  ],
])('finds %s that only answers have', async (_, planted, hit) => {
  expect(await search(page(planted))).toContain(hit)
})

it.each([
  ['letters and numbers', '<p>X O 3 1/8</p>'],
  ['parts of longer words', '<p>Redistribution</p>'],
  ['what a drawing calls its shapes', '<svg><g data-shape="redis"/></svg>'],
  ['a picture of the size of a bullet', `<img src="${pngOf(8, 8)}">`],
])('does not take %s for answers', async (_, harmless) => {
  expect(await search(page(harmless))).toEqual([])
})

it('finds letters in a font that only answers use', async () => {
  const clean = await fontCss({ text: openText, code: '' })
  expect(await search(page('', `<style>${clean.css}</style>`))).toEqual([])
  const leaking = await fontCss({ text: openText + secret, code: '' })
  expect(await search(page('', `<style>${leaking.css}</style>`))).toEqual([
    'fonts 1-1:10',
  ])
})

it('reads the policy of a page as no prose, and searches it for pieces of answers all the same', async () => {
  const digests = paperOf('비밀번호를 저장합니다.', [
    {
      prompt: '무엇으로 줄입니까?',
      answer: '`sha256` 같은 요약 함수를 씁니다.',
    },
  ])
  const policy = (content: string): string =>
    `<meta http-equiv="Content-Security-Policy" content="${content}">`
  const found = async (head: string): Promise<number> => {
    const contents = Buffer.from(page('', head))
    const path = '1회차/share/notebook.html'
    return (await gate(digests, [{ path, contents }])).hits.length
  }
  expect(await found(policy("script-src 'sha256-AbC='"))).toBe(0)
  expect(await found('<meta name="description" content="sha256">')).toBe(1)
  expect(await search(page('', policy(secret)))).not.toEqual([])
})
