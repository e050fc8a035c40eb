import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import type { Nodes, RootContent } from 'mdast'
import { describe, expect, test } from 'vitest'
import { wordsOf } from '../../../src/config/words.ts'
import type { Block } from '../../../src/model/paper.ts'
import { inkOf } from '../../../src/layout/ink.ts'
import { openMarp } from '../../../src/render/slides/marp.ts'
import { portableBody } from '../../../src/render/slides/portable.ts'
import { slidesMarkdown } from '../../../src/render/slides/slide-markdown.ts'
import type { Slide } from '../../../src/render/slides/slide.ts'
import { loadTypesetting } from '../../../src/render/typesetting.ts'
import { blocksOf } from '../../support/blocks.ts'

const facts = { title: '제목', lang: 'ko', theme: 'default' }
const renderMarp = await openMarp(
  [],
  await loadTypesetting([{ type: 'math', value: '' }]),
)

function slideOf(body: readonly RootContent[]): Slide {
  return { kind: 'answer', classes: [], header: '', place: '', title: [], body }
}

function bodyOf(markdown: string): RootContent[] {
  const context = {
    images: new Map(),
    words: wordsOf('ko'),
    definitions: new Map(),
  }
  return portableBody(blocksOf(markdown) as Block[], context)
}

/** What Marp shows of each slide, without markup, header, footer and white space. */
function shown(slides: readonly Slide[]): string[] {
  return renderMarp(slidesMarkdown(slides, facts)).sections.map((section) =>
    section
      .replace(/<(header|footer)>[\s\S]*?<\/\1>/g, '')
      .replace(
        /<span class="katex(?:-display)?">[\s\S]*?<\/semantics><\/math><\/span><span class="katex-html"[\s\S]*$/g,
        '',
      )
      .replace(/<[^>]*>/g, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll(/&#x([\da-f]+);/gi, (_, code: string) =>
        String.fromCodePoint(parseInt(code, 16)),
      )
      .replaceAll('&amp;', '&')
      .replace(/\s/g, ''),
  )
}

/** What the Markdown means, without markup and white space. */
function meant(nodes: readonly Nodes[]): string {
  return nodes
    .map((node): string => {
      if (
        node.type === 'paragraph' ||
        node.type === 'heading' ||
        node.type === 'tableCell'
      )
        return inkOf(node.children)
      if ('value' in node)
        return node.type === 'html' ? '' : node.value.replace(/\s/g, '')
      return 'children' in node ? meant(node.children) : ''
    })
    .join('')
}

const nasty = [
  '하루 3~5개씩, 2~3주 동안 Q1~Q3를 봅니다.',
  '~~지운 말~~과 ~그대로~인 물결',
  '**제 3 정규형(3NF)**을 지키고 **"정답"**은 **`code`**로 씁니다.',
  '*강조*를 **두 *겹*으로** 하고 _밑줄_도 합니다.',
  'a*b*c, snake_case_name, 2 * 3 * 4, **별표** 별표**',
  '1\\. 목록이 아닙니다.',
  '2024\\. 9\\. 19\\. 날짜입니다.',
  '\\# 머리가 아닙니다 #해시',
  '\\- 목록이 아닙니다',
  '\\+ 목록이 아닙니다',
  '\\> 인용이 아닙니다 > 그렇죠',
  '\\--- 선이 아닙니다 ---',
  '`코드 안의 **별표**와 <태그>와 ~~물결~~`',
  '`` 역따옴표 ` 하나 ``',
  'List<String>과 Map<K, V>와 a < b && b > c &amp; &lt; &#x41;',
  '주소는 https://example.com/%EA%B0%92?a=1&b=2#c 입니다.',
  '[링크 **굵게**](https://example.com/a_(b)) 뒤의 말',
  '값은 5달러(\\$5)와 \\$6입니다.',
  ':smile: :+1: 🚀 👩‍💻',
  '세로줄 | 하나와 \\| 둘',
  '역사선 \\\\ 하나, 줄 끝\\\n다음 줄',
  '**장점:**\n다음 줄입니다.',
  '**전략 1: 동기**\n- 하나\n- 둘',
  '<kbd>Ctrl</kbd>+<kbd>C</kbd>와 H<sub>2</sub>O, <mark>강조</mark>',
  '<!-- 주석 --> 주석 뒤',
  'marp: true\ntheme: gaia',
  '<b>굵게</b>와 <script>alert(1)</script>뒤',
  '줄 앞의 *별',
  '[ ] 빈칸과 [x] 표시',
  '(     ) 안에 알맞은 말은? ____',
  '"따옴표" \'작은따옴표\' … — –',
  '\\`\\`\\`가 아닙니다',
  '\\_\\_init\\_\\_과 \\*\\*kwargs',
  '![그림](x.png) 아닌 느낌표!',
]

const nastyBlocks = [
  '```text\n---\n> 인용\n1. 하나\n~~~\n``\n# 머리\n```',
  '````md\n```js\nx\n```\n````',
  '```python\nif a < b and c > d:  # **별표**\n    return "<!-- x -->"\n```',
  '| 가 | 나 |\n|:-:|--:|\n| a\\|b | `c\\|d` |\n| **굵게** | 3~5 |',
  '- 하나\n  - 둘\n    - 셋\n\n      문단\n- 넷',
  '5. 다섯\n6. 여섯\n   ```sh\n   ls\n   ```\n7. 일곱',
  '> 인용\n>\n> - 목록\n>\n> > 안의 인용',
  '- [ ] 할 일\n- [x] 한 일',
  '## 머리\n\n문단\n\n---\n\n문단 둘\n\n***',
  '1. a\n\n1. b',
  '- a\n\n* b\n\n+ c',
  '<details><summary>열기</summary>\n\n안의 **글**\n\n</details>',
]

describe('what Marp shows is what the paper says', () => {
  const markdowns = [...nasty, ...nastyBlocks]
  const bodies = markdowns.map(bodyOf)
  const sections = shown(bodies.map(slideOf))

  test.each(markdowns.map((markdown, index) => [markdown, index] as const))(
    '%s',
    (_, index) => {
      expect(sections[index]).toBe(meant(bodies[index]!))
    },
  )

  test('in any order and combination', () => {
    const inline = fc
      .array(fc.constantFrom(...nasty), { minLength: 1, maxLength: 3 })
      .map((parts) => parts.join(' '))
    const block = fc.oneof(inline, fc.constantFrom(...nastyBlocks))
    const blocks = fc.array(block, { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(
        fc.array(blocks, { minLength: 10, maxLength: 10 }),
        (list) => {
          const parsed = list.map((parts) => bodyOf(parts.join('\n\n')))
          expect(shown(parsed.map(slideOf))).toEqual(parsed.map(meant))
        },
      ),
      { numRuns: 5, seed: 20260501 },
    )
  })
})

test('numbers of lists are kept', () => {
  const { sections } = renderMarp(
    slidesMarkdown([slideOf(bodyOf('5. 다섯\n6. 여섯'))], facts),
  )
  expect(sections[0]).toContain('<ol start="5">')
})

test('the stress paper stays what it is', () => {
  const body = bodyOf(readFileSync('test/fixtures/deck/stress.md', 'utf8'))
  expect(
    shown([slideOf(body)])
      .join('')
      .slice(0, 6000),
  ).toBe(meant(body).slice(0, 6000))
})
