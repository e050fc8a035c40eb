import fc from 'fast-check'
import type { Nodes } from 'mdast'
import { visit } from 'unist-util-visit'
import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { paperProcessor, parsePaper } from '../../src/parse/index.ts'

function rulesOf(text: string): string[] {
  const file = new VFile()
  parsePaper(text, file)
  return [...new Set(file.messages.map((message) => message.ruleId ?? ''))]
}

function timeToParse(unit: string, size: number, head = ''): number {
  const text = head + unit.repeat(Math.ceil(size / unit.length)).slice(0, size)
  const started = process.cpuUsage()
  rulesOf(text)
  const { user, system } = process.cpuUsage(started)
  return (user + system) / 1e6
}

/** What took the longest of all heaps of one to three marks, and what once hung. */
const shapes = [
  ...['*', 'a**', '*a_ ', '[', '![', '[a](', '[a]', '`', '$', '\\(', '&', '!'],
  ...['~~a ', '<', '<a ', '<b>', '<!--', '-->', '|', '???', 'www.', 'a@b.c '],
  ...['> ', '- ', '1. ', '2025. 9. 19.', '- - a\n', '*\n- ', '- a\n- - b\n'],
  ...[
    '*\n---\n',
    '> # a\nb\n',
    '> a\n# b\n',
    '\n# ',
    '(\n---\n',
    '|-|\n',
    '\n- ',
    '\n> ',
  ],
  ...['</table>> ', '<table>', '<ul><li>', '<div> a ', '*<p>', '<p>a', ':::\n'],
  ...['<details>', '</details>', '<summary>', '[a]=<!-----\n', '> a\n\n'],
  ...['[a]: b\n', '[^a]: b\n\n', '[a]: b\n\n> [a]\n\n', '$$\n', '```\n'],
]

test.each(shapes)(
  'four times as many %j take no more than linear time',
  (unit) => {
    const few = Math.min(timeToParse(unit, 6000), timeToParse(unit, 6000))
    // Four where it is linear, 16 where it is quadratic; and the machine may stumble.
    expect(timeToParse(unit, 24_000)).toBeLessThan(8 * few + 0.3)
  },
)

test('below a rule, four times as many comments without an end take no more than linear time', () => {
  const time = (size: number) => timeToParse('[a]=<!-----\n', size, '---\n')
  const few = Math.min(time(6000), time(6000))
  expect(time(24_000)).toBeLessThan(8 * few + 0.3)
})

test.each(['가<!-- x -->', '가<script>x</script>', '`a``b` <!--\n-->'])(
  '48 kB of %j take about as long behind code that never ends as without it',
  (unit) => {
    const runs = Array.from({ length: 120 }, (_, at) => '`'.repeat(at + 3))
    const alone = timeToParse(unit, 48_000)
    const behind = timeToParse(unit, 48_000, runs.join(' '))
    // They took dozens of times as long.
    expect(behind).toBeLessThan(16 * alone + 0.5)
  },
)

test.each(['```\\', '\\```<b>', '\\```<p>가'])(
  'eight times as many %j in one line, which begin code that never ends, take no more than linear time',
  (unit) => {
    const few = Math.min(timeToParse(unit, 12_500), timeToParse(unit, 12_500))
    expect(timeToParse(unit, 100_000)).toBeLessThan(16 * few + 0.5)
  },
)

test.each([
  ['> 가\n', '가\n'],
  ['- 가\n', '가\n'],
  ['> 가\n', '|-|\n'],
  ['> 가\n', '\t나\n'],
  ['> 가\n', '\t~~~\n'],
  ['> 가\n===\n', '\t나\n'],
  ['<details>\n\n    > 가\n    나\n', '가\n'],
])(
  'four times as many lines below %j that lack its marker take no more than linear time: %j',
  (head, line) => {
    const time = (size: number) => timeToParse(line, size, head)
    const few = Math.min(time(6000), time(6000))
    expect(time(24_000)).toBeLessThan(8 * few + 0.3)
  },
)

test.each([
  '| 가 | 나 |\n|--|--|\n---\n',
  '| 가 | 나 |\n|--|--|\n> 다\n',
  '| 가 | 나 |\n|-|\n',
  '|-|\n',
  '# 가\n|-|\n',
])(
  'markup below what is no table, or one that has ended, is counted: %j',
  (head) => {
    expect(rulesOf(head + '[가 | <\n'.repeat(500))).toEqual([
      'nesting-too-deep',
    ])
    expect(rulesOf('| 가 | 나 |\n|--|--|\n' + '[가 | <\n'.repeat(500))).toEqual(
      [],
    )
  },
)

test('thousands of lines that are too many for a paragraph in a quote are one more paragraph, with an error', () => {
  const parse = (lines: number) => {
    const file = new VFile()
    const tree = parsePaper(`> 가\n${'나\n'.repeat(lines - 1)}`, file)
    return { types: tree.children.map((node) => node.type), file }
  }
  expect(parse(2000)).toMatchObject({
    types: ['blockquote'],
    file: { messages: [] },
  })
  expect(parse(9000)).toMatchObject({
    types: ['blockquote', 'paragraph'],
    file: { messages: [{ ruleId: 'nesting-too-deep', line: 2001 }] },
  })
})

test('lines of their own, or outside of quotes and lists, may be as many as somebody writes', () => {
  for (const line of [
    '가\n',
    '- 가\n',
    '> 가\n\n',
    '    가\n',
    '| 가 | 나 |\n',
  ])
    expect(rulesOf(`| 가 | 나 |\n|--|--|\n${line.repeat(2200)}`)).toEqual([])
})

test('a heading that is indented as code counts among the lines of its paragraph', () => {
  const rules = rulesOf('> 가\n' + '    # 나\n'.repeat(2500))
  expect(rules).toEqual(['nesting-too-deep'])
  expect(rulesOf('> 가\n' + '# 나\n'.repeat(2500))).toEqual([])
})

test.each([
  ['markup', '*나_ ['.repeat(500)],
  ['lines in one item', `- 나\n${'    나\n'.repeat(2500)}`],
])('indented text with too many %s stays code, with an error', (_, text) => {
  const file = new VFile()
  const tree = parsePaper(
    `<details>\n\n    가\n\n    ${text}\n\n</details>\n`,
    file,
  )
  expect(file.messages).toMatchObject([{ ruleId: 'nesting-too-deep' }])
  visit(tree, 'emphasis', () => {
    expect.fail('parsed')
  })
})

test('ten thousand levels of quotes, lists or elements are flattened, with an error', () => {
  expect(rulesOf('>'.repeat(10_000))).toContain('nesting-too-deep')
  expect(rulesOf('- '.repeat(10_000) + 'a')).toContain('nesting-too-deep')
  expect(rulesOf('<!-- -->> '.repeat(9000))).toContain('nesting-too-deep')
  expect(rulesOf('<!-- -->1) '.repeat(9000))).toContain('nesting-too-deep')
  expect(
    rulesOf('<ul><li>'.repeat(10_000) + '</li></ul>'.repeat(10_000)),
  ).toContain('nesting-too-deep')
})

test('a long paragraph of ordinary emphasis is parsed as it is', () => {
  expect(
    rulesOf('**용어**는 `코드`이고 [링크](https://e.com)다. '.repeat(60)),
  ).toEqual([])
})

const pieces = fc.constantFrom(
  '<details>',
  '</details>',
  '<summary>',
  '</summary>',
  '\n',
  '\n\n',
  '> ',
  '- ',
  '1. ',
  '    ',
  '```',
  '$$',
  '$',
  '**',
  '정답:',
  ':::',
  ':::quiz 가',
  '??? note',
  '> [!note] ',
  '<!--',
  '-->',
  '<b>',
  '</b>',
  '<table>',
  '<td>',
  '</table>',
  '|',
  '---',
  '[a]',
  '[a]: b',
  '## ',
  '2025. 9. 19.',
  '\uFDD00\uFDD1',
  '\u200B',
  '가',
  '<T>',
  '\\',
  '&#x2A;',
  '<script>',
  '\t',
)

test('no text throws, and every position lies in the source', () => {
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
      const text = parts.join('')
      const lines = text.split('\n').length
      const tree = parsePaper(text, new VFile())
      visit(tree, (node: Nodes) => {
        expect(node.type).not.toBe('paperMark')
        expect(node.type).not.toBe('definition')
        expect(node.position?.start.line ?? 1).toBeLessThanOrEqual(lines)
        expect(node.position?.end.offset ?? 0).toBeLessThanOrEqual(text.length)
      })
    }),
    { numRuns: 300 },
  )
})

test('what is written into a paper is never taken for a mark of ours', () => {
  expect(paperProcessor().parse('\uFDD00\uFDD1가').children).toMatchObject([
    { type: 'paragraph', children: [{ type: 'text', value: '0가' }] },
  ])
})
