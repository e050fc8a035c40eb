import type { Paragraph } from 'mdast'
import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { wordsOf } from '../../src/config/words.ts'
import type { Block } from '../../src/model/paper.ts'
import { parsePaper } from '../../src/parse/index.ts'
import { htmlRenderer } from '../../src/render/print-html/renderer.ts'
import { onePixel } from '../support/on-paper.ts'

function prompt(markdown: string): readonly Block[] {
  return parsePaper(markdown, new VFile()).children as Block[]
}

async function render(nodes: readonly Block[], asked = false): Promise<string> {
  const renderer = await htmlRenderer(nodes, {
    images: onePixel,
    words: wordsOf('ko'),
  })
  return asked ? renderer.prompt(nodes) : renderer.blocks(nodes)
}

const markdown = (source: string, asked = false): Promise<string> =>
  render(prompt(source), asked)

test('bold before a particle is bold, ranges are not struck through', async () => {
  expect(await markdown('**용어(Term)**을 3~5개, ~~취소~~')).toContain(
    '<p><strong>용어(Term)</strong>을 3~5개, <del>취소</del></p>',
  )
})

test('a paragraph that is bold throughout leads in what follows', async () => {
  expect(await markdown('**1. 원인**\n\n**원인**은 둘.')).toBe(
    '<p class="lead-in"><strong>1. 원인</strong></p>\n<p><strong>원인</strong>은 둘.</p>',
  )
})

test('an image is embedded without its title; one that cannot be is a place with our words', async () => {
  expect(await markdown('![구조](./handshake.png "답")')).toMatch(
    /<img src="data:image\/png;base64,[^"]+" alt="구조">/,
  )
  const missing = await markdown('![정답은 셋](./none.png "답")')
  expect(missing).toContain('<span class="missing">그림 없음</span>')
  expect(missing).not.toMatch(/정답|none|"답"/)
})

test('links lead to web pages only', async () => {
  expect(await markdown('[문서](https://example.com/a "답")')).toContain(
    '<a href="https://example.com/a">문서</a>',
  )
  expect(await markdown('[답안](./answers.md)')).toContain('<span>답안</span>')
})

test('harmless tags stay, everything else of HTML is gone', async () => {
  const html = await markdown(
    'H<sub>2</sub>O <kbd>Ctrl</kbd> <mark onclick="x()" id="y">표시</mark>',
  )
  expect(html).toContain('H<sub>2</sub>O <kbd>Ctrl</kbd> <mark>표시</mark>')
})

test('nothing that could run gets through, whatever the tree holds', async () => {
  const evil: Paragraph = {
    type: 'paragraph',
    children: [
      { type: 'html', value: '<img src=x onerror=alert(1)>' },
      { type: 'html', value: '<script>alert(1)</script>' },
      { type: 'html', value: '<a href="javascript:alert(1)" title="t">' },
      { type: 'text', value: '글' },
      { type: 'html', value: '</a><iframe src="https://x"></iframe>' },
      { type: 'html', value: '<span style="x" class="blank" data-a="b">' },
    ],
  }
  expect(await render([evil])).toBe(
    '<p><img><a>글</a><span class=""></span></p>',
  )
})

test('code is coloured by variables of the stylesheet, unknown languages stay plain', async () => {
  expect(await markdown('```python\nreturn 1 # 주석\n```')).toContain(
    '<pre><code><span style="color:var(--code-token-keyword)">return</span>',
  )
  expect(await markdown('```없는언어\na < b\n```')).toContain(
    '<pre><code>a &#x3C; b</code></pre>',
  )
})

test('formulas are set, also a wrong one', async () => {
  expect(await markdown('$x^2$')).toContain('<tex-math><span class="katex">')
  expect(await markdown('$$\n\\frac{1}{2}\n$$')).toContain(
    '<tex-math class="display"><span class="katex-display">',
  )
  expect(await markdown('$\\unknown{$')).toContain('katex-error')
})

test('a diagram is drawn with ids of its own and without a request', async () => {
  const source = '```mermaid\ngraph LR\n A["<b>가</b>"] --> B\n```\n'
  const html = await markdown(`${source}\n글\n\n${source}`)
  expect(html).toContain('id="diagram-1-arrowhead"')
  expect(html).toContain('id="diagram-2-arrowhead"')
  expect(html).not.toMatch(/https?:\/\/(?!www\.w3\.org)|<style|data-|<b>/)
})

test('what is no diagram is shown as it was written', async () => {
  expect(await markdown('```mermaid\n없는 그림\n```')).toContain('없는 그림')
})

test('footnotes are notes of their body, under numbers of their own', async () => {
  const html = await markdown('값[^b]과 뜻[^a]\n\n[^a]: 뜻풀이\n\n[^b]: 값풀이')
  expect(html.replaceAll('\n', '')).toBe(
    '<p>값<sup class="note-mark">1)</sup>과 뜻<sup class="note-mark">2)</sup></p>' +
      '<div class="notes"><div class="note"><span class="note-mark">1)</span><p>값풀이</p></div>' +
      '<div class="note"><span class="note-mark">2)</span><p>뜻풀이</p></div></div>',
  )
})

test('a box keeps its title', async () => {
  const html = await render([
    {
      type: 'container',
      syntax: 'callout',
      name: 'note',
      title: [{ type: 'text', value: '참고' }],
      children: [
        { type: 'paragraph', children: [{ type: 'text', value: '본문' }] },
      ],
    },
  ])
  expect(html.replaceAll('\n', '')).toBe(
    '<div class="container"><div class="container-title">참고</div><p>본문</p></div>',
  )
})

test('blanks of a question are wide enough to write in, except in blocks of code', async () => {
  const html = await markdown(
    '큐는 (     )이고 ( ① )은 `t ( ____ )`이다.\n\n```\n____\n```',
    true,
  )
  expect(html.match(/<span class="blank">/g)).toHaveLength(3)
  expect(html).toContain('( ① <span class="blank"></span>)')
  expect(html).toContain('____</code></pre>')
})

test('a line ends where the author means it', async () => {
  expect(
    await markdown('**장점:**\n빠르다. 그리고\n싸다.\n① 하나\n② 둘'),
  ).toContain(
    '<strong>장점:</strong><br>빠르다. 그리고 싸다.<br>① 하나<br>② 둘',
  )
})
