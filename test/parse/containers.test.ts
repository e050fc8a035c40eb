import { describe, expect, test } from 'vitest'
import { outlineOf, parsed } from './outline.ts'

describe('<details>', () => {
  test('Markdown in it is parsed, with or without blank lines around', () => {
    const expected = (line: number): string => `1: details [정답]
  ${line}: ul
    ${line}: listItem
      ${line}: p 쿠키 strong(굵게)`
    expect(
      outlineOf(
        '<details>\n<summary>정답</summary>\n- 쿠키 **굵게**\n</details>',
      ),
    ).toBe(expected(3))
    expect(
      outlineOf(
        '<details open markdown="1"><summary>정답</summary>\n\n- 쿠키 **굵게**\n\n</details>',
      ),
    ).toBe(expected(3))
  })

  test('a question right after the end tag is not swallowed', () => {
    expect(
      outlineOf(
        '<details><summary>정답 보기</summary> 4. UDP </details>\n## Q2\n<details>\n<summary>답</summary>\n나\n</details>\n## Q3',
      ),
    ).toBe(`1: details [정답 보기]
  1: ol 4
    1: listItem
      1: p UDP
2: ## Q2
3: details [답]
  5: p 나
7: ## Q3`)
  })

  test('a heading in the summary is the title', () => {
    expect(
      outlineOf('<details>\n<summary><h3>1. 왜?</h3></summary>\n\n</details>'),
    ).toBe('1: details [1. 왜?]')
    expect(
      outlineOf(
        '<details>\n<summary>\n  정답\n  보기\n</summary>\n답</details>',
      ),
    ).toBe('1: details [정답 보기]\n  6: p 답')
  })

  test('it may stand in a line of text, a quote, a list, and in another one', () => {
    expect(
      outlineOf('질문? <details><summary>답</summary>가</details> 뒤'),
    ).toBe('1: p 질문?\n1: details [답]\n  1: p 가\n1: p 뒤')
    expect(
      outlineOf(
        '> <details>\n> <summary>답</summary>\n> 가\n> </details>\n> 뒤',
      ),
    ).toBe('1: blockquote\n  1: details [답]\n    3: p 가\n  5: p 뒤')
    expect(
      outlineOf(
        '1. 질문\n   <details><summary>답</summary>\n   가\n   </details>\n2. 뒤',
      ),
    ).toBe(
      '1: ol 1\n  1: listItem\n    1: p 질문\n    2: details [답]\n      3: p 가\n  5: listItem\n    5: p 뒤',
    )
    expect(
      outlineOf(
        '<details><summary>밖</summary>\n<details><summary>안</summary>\n가\n</details>\n나\n</details>\n다',
      ),
    ).toBe(
      '1: details [밖]\n  2: details [안]\n    3: p 가\n  5: p 나\n7: p 다',
    )
  })

  test('what stands between a list and the end tag after it belongs to it', () => {
    expect(
      outlineOf(
        '1. 질문\n   <details><summary>답</summary>\n\n가\n\n</details>\n\n뒤',
      ),
    ).toBe(
      '1: ol 1\n  1: listItem\n    1: p 질문\n    2: details [답]\n      4: p 가\n8: p 뒤',
    )
  })

  test('in code it is code', () => {
    const { outline, messages } = parsed(
      '```html\n<details>\n```\n\n`<details>` 그리고 \\<details>',
    )
    expect(outline).toBe(
      '1: code "<details>"\n5: p inlineCode(<details>) 그리고 <details>',
    )
    expect(messages).toEqual([])
  })

  test('indented Korean in it is prose, and indented code stays code', () => {
    expect(
      outlineOf(
        '<details>\n<summary>답</summary>\n\n    답은 **이것**\n\n</details>',
      ),
    ).toBe('1: details [답]\n  4: p 답은 strong(이것)')
    expect(outlineOf('<details>\n\n    SELECT 1\n\n</details>')).toBe(
      '1: details []\n  3: code "SELECT 1"',
    )
  })

  test('deep indentation hides no container, and indented code stays as it is', () => {
    expect(
      outlineOf(
        '가\n\n    <details><summary>답</summary>\n    나\n    </details>\n\n    a <b> 2025. 9. 19.\n',
      ),
    ).toBe('1: p 가\n3: details [답]\n  4: p 나\n7: code "a <b> 2025. 9. 19."')
  })

  test('one that is never closed ends at the next heading, with an error', () => {
    expect(
      parsed(
        '<details>\n<summary>정답</summary>\n가\n\n나\n## Q2\n<details><summary>정답</summary>\n다\n</details>',
      ),
    ).toEqual({
      outline:
        '1: details [정답]\n  3: p 가\n  5: p 나\n6: ## Q2\n7: details [정답]\n  8: p 다',
      messages: ['1 container-unbalanced'],
    })
  })

  test('a stray end tag is an error', () => {
    expect(parsed('가\n</details>\n나')).toEqual({
      outline: '1: p 가\n3: p 나',
      messages: ['2 container-unbalanced'],
    })
  })

  test('in a table row, which cannot be split, it is an error', () => {
    expect(
      parsed('| a |\n|---|\n| <details><summary>x</summary>y</details> |'),
    ).toEqual({
      outline: '1: table\n  1: tableRow a\n  3: tableRow xy',
      messages: ['3 container-unbalanced'],
    })
  })
})

describe('callouts', () => {
  test('the first line is the title, whatever follows it', () => {
    expect(
      outlineOf('> [!success]- 정답과 **해설**\n> | a |\n> |---|\n> | 1 |'),
    ).toBe(`1: callout success [정답과 strong(해설)]
  2: table
    2: tableRow a
    4: tableRow 1`)
    expect(outlineOf('> [!QUESTION] "왜?"\n> **답:** 그래서\n> ---')).toBe(
      '1: callout question ["왜?"]\n  2: p strong(답:) 그래서\n  3: thematicBreak',
    )
  })

  test('lazy lines and nested callouts belong to it, a second one is its own', () => {
    expect(outlineOf('> [!note]\n게으른 줄\n\n뒤')).toBe(
      '1: callout note []\n  2: p 게으른 줄\n4: p 뒤',
    )
    expect(
      outlineOf(
        '> [!question] 문제\n> > [!hint]\n> > 힌트\n> [!success] 답\n> 가',
      ),
    ).toBe(
      '1: callout question [문제]\n  2: callout hint []\n    3: p 힌트\n4: callout success [답]\n  5: p 가',
    )
  })
})

describe('admonitions', () => {
  test('the indented body is Markdown', () => {
    expect(
      outlineOf(
        '??? success "정답"\n    본문\n\n    ```c\n    int a;\n        b;\n    ```\n\n    !!! note\n        안쪽\n    다시\n다음',
      ),
    ).toBe(`1: admonition success [정답]
  2: p 본문
  4: code "int a;\\n    b;"
  9: admonition note []
    10: p 안쪽
  11: p 다시
12: p 다음`)
  })

  test('it may stand in a list item', () => {
    expect(
      outlineOf('1. 질문\n\n    ??? success "정답"\n        답\n\n2. 뒤'),
    ).toBe(
      '1: ol 1\n  1: listItem\n    1: p 질문\n    3: admonition success [정답]\n      4: p 답\n  6: listItem\n    6: p 뒤',
    )
  })

  test('one without a body is an error, as its answer stands outside', () => {
    expect(parsed('??? success "정답"\n\n답')).toEqual({
      outline: '1: admonition success [정답]\n3: p 답',
      messages: ['1 container-unbalanced'],
    })
  })
})

describe('directives', () => {
  test('they nest, and keep Korean after colons', () => {
    expect(
      outlineOf(
        ':::quiz 질문\n보기\n:::details 정답\n정답:A 10:30이고\n:::\n:::\n뒤',
      ),
    ).toBe(`1: directive quiz [질문]
  2: p 보기
  3: directive details [정답]
    4: p 정답:A 10:30이고
7: p 뒤`)
    expect(outlineOf('::: tip[제목]{.x}\n가\n:::')).toBe(
      '1: directive tip [제목]\n  2: p 가',
    )
  })

  test('unbalanced ones are errors', () => {
    expect(parsed(':::quiz 질문\n가\n\n# 다음')).toEqual({
      outline: '1: directive quiz [질문]\n  2: p 가\n4: # 다음',
      messages: ['1 container-unbalanced'],
    })
    expect(parsed('가\n:::')).toEqual({
      outline: '1: p 가',
      messages: ['2 container-unbalanced'],
    })
  })
})

test('an aside of Notion is a container, a kramdown div is not', () => {
  expect(
    outlineOf(
      '<aside>\n💡 **참고**\n\n</aside>\n\n<div markdown="1">\n**굵게**\n</div>',
    ),
  ).toBe('1: aside []\n  2: p 💡 strong(참고)\n7: p strong(굵게)')
})

test('a fence that a tag follows on its line swallows nothing', () => {
  expect(
    parsed(
      '```<p>\n<details><summary>답</summary>가</details>\n\n<p>```js\na\n```\n나',
    ).outline,
  ).toBe(
    '1: code "<details><summary>답</summary>가</details>\\n\\n<p>```js\\na"\n7: p 나',
  )
  expect(outlineOf('<p>```js\n<details>\n```\n나')).toBe(
    '1: code "<details>"\n4: p 나',
  )
})

test('a code block that never ends is an error', () => {
  expect(parsed('가\n\n```js\nlet a\n\n> **[답변]** 나').messages).toEqual([
    '3 container-unbalanced',
  ])
})
