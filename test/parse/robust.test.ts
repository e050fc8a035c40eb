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

const size = 100_000
const fill = (text: string): string =>
  text.repeat(Math.ceil(size / text.length)).slice(0, size)

test.each(
  [
    '*',
    'a**',
    '*a_ ',
    '[',
    '![',
    '[a](',
    '[a]',
    '> ',
    '- ',
    '1. ',
    '`',
    '$',
    '\\(',
    '<',
    '<b>',
    '<details>',
    '</details>',
    '<summary>',
    '<table>',
    '<ul><li>',
    '<!--',
    '<div> a ',
    '~~a ',
    '&',
    '<a ',
  ].map((text) => [text]),
)('100 kB of %j are parsed in no time', (text) => {
  const started = process.cpuUsage()
  rulesOf(fill(text))
  const { user, system } = process.cpuUsage(started)
  expect((user + system) / 1e6).toBeLessThan(4)
})

test('ten thousand levels of quotes, lists or elements are flattened, with an error', () => {
  expect(rulesOf('>'.repeat(10_000))).toContain('nesting-too-deep')
  expect(rulesOf('- '.repeat(10_000) + 'a')).toContain('nesting-too-deep')
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
