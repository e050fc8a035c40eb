import { readFileSync, readdirSync } from 'node:fs'
import fc from 'fast-check'
import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { Memo } from '../../src/model/memo.ts'
import { normalisedLines } from '../../src/parse/normalise.ts'
import { chunksOf } from '../../src/parse/chunks.ts'
import { parseInChunks } from '../../src/parse/parse-chunks.ts'
import { parseMarkdown } from '../../src/parse/processor.ts'
import { scanPaper } from '../../src/parse/scan.ts'
import { paperCount, seed } from '../support/property-runs.ts'

const papers = readdirSync('decks')
  .filter((name) => name.endsWith('.md'))
  .map((name) => readFileSync(`decks/${name}`, 'utf8'))

function scanned(paper: string): string {
  const { lines } = scanPaper(normalisedLines(paper), new VFile())
  return lines.map(({ text }) => text).join('\n')
}

/** Where code ends that is never closed depends on the line that ends its list. */
function withoutEnds(tree: Root): Root {
  visit(tree, (node) => {
    if (node.position) node.position.end = node.position.start
    if (node.type === 'code') node.value = node.value.trimEnd()
  })
  return tree
}

/** Lines that begin, go on with and end every kind of block. */
const lines = [
  '',
  '# 제목',
  '## 제목',
  '문단입니다.',
  '**[답변]**',
  '- 항목',
  '1. 문제',
  '2. 문제',
  '* 항목',
  '   이어지는 글',
  '    들여 쓴 코드',
  '> 인용',
  '> - 인용 속 항목',
  '>',
  '> ```',
  '```sql',
  '```',
  '~~~',
  '   ```',
  '   ~~~',
  '# 주석',
  '$$',
  '| 가 | 나 |',
  '|---|---|',
  '---',
  '===',
  '***',
  'title: 제목',
  '![그림](a.png) [링크](b)',
  '[^1] [가]',
  '<b>굵게</b>',
  '\uFDD00\uFDD1',
]

/** Long enough for chunks to be cut in it. */
const long = '가나다라 '.repeat(400)

test.each(papers)('a paper is the same in chunks', (paper) => {
  const text = scanned(paper)
  expect(chunksOf(text).length).toBeGreaterThan(10)
  expect(
    chunksOf(text)
      .map((chunk) => chunk.text)
      .join(''),
  ).toBe(text)
  expect(parseInChunks(text)).toEqual(parseMarkdown(text))
})

test('any text is the same in chunks, also when it was parsed before', () => {
  const line = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...lines) },
    { weight: 2, arbitrary: fc.constant('') },
    { weight: 1, arbitrary: fc.constant(long) },
  )
  const memo = new Memo()
  fc.assert(
    fc.property(fc.array(line, { maxLength: 40 }), (all) => {
      // Not `---` at the beginning: where it is no front matter, micromark takes the quotes and lists below for text.
      const text = ['글', ...all].join('\n')
      const whole = withoutEnds(parseMarkdown(text))
      expect(withoutEnds(parseInChunks(text))).toEqual(whole)
      expect(withoutEnds(parseInChunks(text, memo))).toEqual(whole)
      expect(withoutEnds(parseInChunks(text, memo))).toEqual(whole)
    }),
    { numRuns: paperCount, seed },
  )
})

test('front matter stays whole', () => {
  const text = `---\ntitle: 제목\n\nsummary: ${'가'.repeat(200)}\n---\n\n# 제목\n\n${long}\n\n---\n\n글\n\n---\n`
  expect(chunksOf(text)).toHaveLength(3)
  expect(parseInChunks(text)).toEqual(parseMarkdown(text))
})

test('what a reference means may be defined in another chunk', () => {
  const text = `# 가\n\n[링크][나]\n\n${long}\n\n# 나\n\n> - [나]: https://example.org\n`
  expect(parseInChunks(text)).toEqual(parseMarkdown(text))
})

test('code that is never closed takes what is left, in linear time', () => {
  const text = `\`\`\`\n${'\n# 주석\n\n글\n'.repeat(2000)}`
  expect(parseInChunks(text).children).toHaveLength(1)
})

test('thousands of headings with little below are no chunks of their own', () => {
  expect(chunksOf('# \n\n'.repeat(1000)).length).toBeLessThan(25)
  expect(chunksOf('# 가\n\n나\n\n'.repeat(1000)).length).toBeLessThan(50)
})

test('an edit leaves the chunks before and behind as they are', () => {
  const text = scanned(papers[0] ?? '')
  const lines = text.split('\n')
  const at = lines.findLastIndex((line) => line.startsWith('## ')) - 1
  const edited = lines.with(at, '새 문장입니다.\n').join('\n')
  const known = new Set(chunksOf(text).map((chunk) => chunk.text))
  const fresh = chunksOf(edited).filter((chunk) => !known.has(chunk.text))
  expect(fresh.length).toBeLessThanOrEqual(2)
})
