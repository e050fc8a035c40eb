import { gfmToMarkdown } from 'mdast-util-gfm'
import { mathToMarkdown } from 'mdast-util-math'
import { toMarkdown } from 'mdast-util-to-markdown'
import { cjkFriendlyToMarkdown } from 'mdast-util-to-markdown-cjk-friendly'
import { expect, test } from 'vitest'
import { cutPhrasing, inkOf } from '../../src/layout/ink.ts'
import { blocksOf } from '../support/blocks.ts'

function phrasing(markdown: string) {
  const [block] = blocksOf(markdown)
  return block?.type === 'paragraph' ? block.children : []
}

function cut(markdown: string, start: number, end: number): string {
  const children = cutPhrasing(phrasing(markdown), start, end)
  return toMarkdown(
    { type: 'paragraph', children },
    {
      emphasis: '*',
      extensions: [gfmToMarkdown(), mathToMarkdown(), cjkFriendlyToMarkdown()],
    },
  ).trim()
}

test('ink is the text without white space, with one character for a formula', () => {
  expect(inkOf(phrasing('가 **나 다** `a b` $x^2$ [라](http://a.b)'))).toBe(
    '가나다ab\uFFFC라',
  )
})

test('a cut keeps emphasis, code and links, and the spaces between its words', () => {
  const markdown = '첫 문장입니다. **둘째 *문장*입니다.** 셋째 `코드 값`입니다.'
  expect(cut(markdown, 0, 7)).toBe('첫 문장입니다.')
  expect(cut(markdown, 7, 15)).toBe('**둘째 *문장*입니다.**')
  expect(cut(markdown, 9, 15)).toBe('***문장*입니다.**')
  expect(cut(markdown, 15, 99)).toBe('셋째 `코드 값`입니다.')
})

test('raw tags that were cut from their partner are completed or left out', () => {
  const markdown = '하나 <kbd>Ctrl 키</kbd>와 <sup>둘</sup> 셋'
  expect(cut(markdown, 0, 6)).toBe('하나 <kbd>Ctrl</kbd>')
  expect(cut(markdown, 6, 9)).toBe('키와 <sup>둘</sup>')
  expect(cut(markdown, 9, 10)).toBe('셋')
})
