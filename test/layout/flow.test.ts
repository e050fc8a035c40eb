import { gfmToMarkdown } from 'mdast-util-gfm'
import { toMarkdown } from 'mdast-util-to-markdown'
import type { RootContent } from 'mdast'
import { expect, test } from 'vitest'
import type { Box } from '../../src/layout/boxes.ts'
import { flowOf } from '../../src/layout/flow.ts'
import { inkOf } from '../../src/layout/ink.ts'
import { paginate } from '../../src/layout/paginate.ts'
import { blocksOf } from '../support/blocks.ts'

/** Boxes as a browser would make them, every line 10 pixels high and five characters long. */
function boxesOf(nodes: readonly RootContent[], from = 0): Box[] {
  let top = from
  return nodes.map((node) => {
    const box = boxOf(node, top)
    top = box.bottom
    return box
  })
}

function boxOf(node: RootContent, top: number): Box {
  const empty = {
    tag: node.type,
    top,
    bottom: top + 10,
    excess: 0,
    boxes: [],
    lines: [],
    ink: '',
  }
  if (node.type === 'paragraph' || node.type === 'heading') {
    const ink = inkOf(node.children)
    const lines = linesOf(Math.ceil(ink.length / 5), top, 5)
    return { ...empty, bottom: top + lines.length * 10, lines, ink }
  }
  if (node.type === 'code') {
    const lines = linesOf(node.value.split('\n').length, top, 1)
    return { ...empty, bottom: top + lines.length * 10, lines }
  }
  if (!('children' in node) || node.type === 'tableRow') return empty
  const boxes = boxesOf(node.children as RootContent[], top)
  return { ...empty, boxes, bottom: boxes.at(-1)?.bottom ?? top }
}

function linesOf(count: number, top: number, length: number) {
  return Array.from({ length: count }, (_, index) => ({
    start: index * length,
    top: top + index * 10,
    bottom: top + index * 10 + 10,
  }))
}

function parts(markdown: string, ...ends: number[]): string[] {
  const body = blocksOf(markdown)
  const flow = flowOf(body, boxesOf(body))
  let first = 0
  return [...ends, flow.atoms.length].map((end) => {
    const children = flow.cut(first, end)
    first = end
    return toMarkdown(
      { type: 'root', children: [...children] },
      { bullet: '-', extensions: [gfmToMarkdown()] },
    ).trim()
  })
}

test('a numbered list goes on with its number', () => {
  expect(parts('3. 셋\n4. 넷\n5. 다섯', 1)).toEqual(['3. 셋', '4. 넷\n5. 다섯'])
})

test('a nested list keeps its nesting, and what goes on says its item again, without a bullet', () => {
  expect(parts('- 장점\n  - 하나\n  - 둘\n- 단점', 2)).toEqual([
    '- 장점\n  - 하나',
    '- <span class="continued">장점</span>\n  - 둘\n- 단점',
  ])
})

test('a list that goes on says again what introduced it', () => {
  expect(
    parts('이야기가 깁니다. 셋을 봅니다:\n\n- 하나\n- 둘\n- 셋', 6),
  ).toEqual([
    '이야기가 깁니다. 셋을 봅니다:\n\n- 하나\n- 둘',
    '## <span class="carried">셋을 봅니다:</span>\n\n- 셋',
  ])
})

test('a table repeats its head', () => {
  expect(parts('| 열 |\n|--|\n| 1 |\n| 2 |\n| 3 |', 1)).toEqual([
    '| 열 |\n| - |\n| 1 |',
    '| 열 |\n| - |\n| 2 |\n| 3 |',
  ])
})

test('of long code, no few lines are left alone on a page, even where a blank line follows', () => {
  const text = Array.from({ length: 30 }, () => '글')
  const code = Array.from({ length: 36 }, (_, at) => (at === 2 ? '' : 'a()'))
  const body = blocksOf(
    [...text, `\`\`\`\n${code.join('\n')}\n\`\`\``].join('\n\n'),
  )
  const { atoms } = flowOf(body, boxesOf(body))
  const { pages } = paginate(atoms, 340)
  expect(pages.map(({ first, end }) => [first, end])).toEqual([
    [0, 34],
    [34, 66],
  ])
})

test('code is cut between lines and loses the empty ones at the cut', () => {
  expect(parts('```js\na()\n\nb()\n\nc()\n```', 2)).toEqual([
    '```js\na()\n```',
    '```js\nb()\n\nc()\n```',
  ])
})

test('a paragraph is cut between sentences, with its emphasis', () => {
  // Lines are cuts too: sentences begin at 0 and 7, lines at 0, 5, 10 …
  expect(parts('첫 문장입니다. **둘째 문장**입니다.', 2)).toEqual([
    '첫 문장입니다.',
    '**둘째 문장**입니다.',
  ])
})

test('what introduces the rest may not end a page', () => {
  const body = blocksOf('**장점:**\n\n- 하나\n- 둘\n\n## 머리\n\n끝')
  const { atoms } = flowOf(body, boxesOf(body))
  expect(atoms.map(({ cost }) => cost >= 5000)).toEqual([
    false,
    true,
    false,
    false,
    true,
  ])
})

test('where boxes and nodes differ the body stays in one piece', () => {
  const body = blocksOf('하나\n\n둘')
  expect(flowOf(body, boxesOf(body).slice(1)).atoms).toHaveLength(1)
})
