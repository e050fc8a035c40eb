import { expect, test } from 'vitest'
import { outlineOf } from './outline.ts'

test('tags within text become Markdown', () => {
  expect(
    outlineOf(
      '<b>굵게</b> <em>기울</em> <s>취소</s> <code>a*b*</code> 가<br/>나 <a href="https://e.com">링크</a> <img src="a.png" alt="그림" width="3">',
    ),
  ).toBe(
    '1: p strong(굵게) emphasis(기울) delete(취소) inlineCode(ab) 가<br>나 link(https://e.com 링크) image(a.png 그림)',
  )
})

test('tags without a word in Markdown stay, without attributes', () => {
  expect(
    outlineOf(
      'H<sub onclick="x">2</sub>O <kbd>Ctrl</kbd> <font color="red">빨강</font>',
    ),
  ).toBe('1: p H<sub>2</sub>O <kbd>Ctrl</kbd> 빨강')
})

test('what is no HTML element is text', () => {
  const text = 'List<String>과 Map<K, V>, <보기>, <T> 그리고 List<B>'
  expect(outlineOf(text)).toBe(`1: p ${text}`)
})

test('a tag that a sentence talks about is text', () => {
  const text = '<div> 태그와 <span> 태그, <script> 태그의 차이는?'
  expect(outlineOf(text)).toBe(`1: p ${text}`)
})

test('scripts go with what is in them', () => {
  expect(
    outlineOf(
      'x <script>alert(1)</script> y <svg><b>z</b></svg>\n\n<style>\n\na {}\n</style>\n글\n\n<iframe src="x"></iframe>',
    ),
  ).toBe('1: p x  y\n7: p 글')
})

test('tables and lists become Markdown', () => {
  expect(
    outlineOf(
      '<table>\n<tr><th>A</th></tr>\n<tr><td>1 <b>x</b><script>1</script></td></tr>\n</table>\n## 다음\n<ul><li>가</li></ul>\n<pre>a  b</pre>',
    ),
  ).toBe(`1: table
  2: tableRow A
  3: tableRow 1 strong(x)
5: ## 다음
6: ul
  6: listItem
    6: p 가
7: code "a  b"`)
})

test('the caption of a table becomes a paragraph above it', () => {
  expect(
    outlineOf(
      '<table><caption>표 1. <b>비교</b></caption><tr><td>가</td></tr></table>',
    ),
  ).toContain('1: p 표 1. strong(비교)')
})

test('a table with Markdown in its cells is unwrapped', () => {
  expect(
    outlineOf('<table><tr><td>\n\n```js\na\n```\n\n</td></tr></table>'),
  ).toBe('3: code "a"')
})

test('blocks are unwrapped, and swallow nothing after them', () => {
  expect(
    outlineOf(
      '<div align="center">\n**가**\n</div>\n## Q2\n<br>\n### Q3\n<p>나</p><p>다</p>\n<h4>라 **마**</h4>\n<hr>\n<blockquote>바</blockquote>',
    ),
  ).toBe(`2: p strong(가)
4: ## Q2
6: ### Q3
7: p 나
7: p 다
8: #### 라 strong(마)
9: thematicBreak
10: blockquote
  10: p 바`)
})
