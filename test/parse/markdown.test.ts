import { describe, expect, test } from 'vitest'
import { outlineOf, parsed } from './outline.ts'

describe('emphasis', () => {
  test('closes before a particle', () => {
    expect(
      outlineOf(
        "**격리 수준(Isolation Level)**을 **'si'**로 **`UPDATE`**문 **정답(해설)**입니다",
      ),
    ).toBe(
      "1: p strong(격리 수준(Isolation Level))을 strong('si')로 strong(inlineCode(UPDATE))문 strong(정답(해설))입니다",
    )
  })

  test('that Markdown leaves literal is repaired', () => {
    expect(outlineOf('**정답:**④ 그리고 **`a`:**b')).toBe(
      '1: p strong(정답:)④ 그리고 strong(inlineCode(a):)b',
    )
  })

  test('that Markdown leaves literal hundreds of times in a paragraph stays', () => {
    expect(outlineOf('**정답:**④ '.repeat(200))).toContain('strong')
    expect(outlineOf('**정답:**④ '.repeat(201))).not.toContain('strong')
  })

  test('is not made of escaped stars, lone stars or code', () => {
    expect(outlineOf('\\*\\*가:\\*\\*나 a ** b `**c:**d`')).toBe(
      '1: p **가:**나 a ** b inlineCode(**c:**d)',
    )
  })

  test('one tilde is a tilde', () => {
    expect(outlineOf('(Q1~Q3), (Q4~Q7) ~~취소~~다')).toBe(
      '1: p (Q1~Q3), (Q4~Q7) delete(취소)다',
    )
  })
})

describe('math', () => {
  test('is math between dollars and brackets', () => {
    expect(outlineOf('$x^2$는 $O(n)$, \\(n\\) \\(a_1\\)')).toBe(
      '1: p inlineMath(x^2)는 inlineMath(O(n)), inlineMath(n) inlineMath(a_1)',
    )
    expect(outlineOf('$$\nx\n$$\n\n$$ y $$\n\n\\[\na = b\n\\]')).toBe(
      '1: math "x"\n5: math "y"\n7: math "a = b"',
    )
  })

  test('prices, shell variables and escaped brackets are text', () => {
    const text =
      '$100 ~ $200, $HOME/bin:$PATH, US$5$, 비용($100)과 세금($20), $5이고 $6이다'
    expect(outlineOf(text)).toBe(`1: p ${text}`)
    expect(outlineOf('\\[답변\\] \\[1\\] \\(1\\)')).toBe('1: p [답변] [1] (1)')
  })
})

describe('lines that Markdown reads otherwise than their author', () => {
  test('an answer above a rule is no title', () => {
    expect(outlineOf('정답: 3\n---\n\n**Q2.** 질문?\n정답: ②\n---')).toBe(
      '1: p 정답: 3\n2: thematicBreak\n4: p strong(Q2.) 질문?⏎정답: ②\n6: thematicBreak',
    )
    expect(outlineOf('Title\n=====\n\nPart\n---')).toBe(
      '1: # Title\n4: ## Part',
    )
  })

  test('a date is no list', () => {
    expect(outlineOf('2025. 9. 19. (금)\n작성자: 가\n\n- 25. 9. 19.')).toBe(
      '1: p 2025. 9. 19. (금)⏎작성자: 가\n4: ul\n  4: listItem\n    4: p 25. 9. 19.',
    )
    expect(outlineOf('25. 질문')).toBe('1: ol 25\n  1: listItem\n    1: p 질문')
  })

  test('a heading may lack its space', () => {
    expect(outlineOf('#제목\n##문제\n###Q1. 왜\n\n#태그')).toBe(
      '1: # 제목\n2: ## 문제\n3: ### Q1. 왜\n5: p #태그',
    )
  })

  test('a first line of dashes is a rule unless front matter follows', () => {
    expect(outlineOf('---\n# 제목\n2025-09-19\n---\n글')).toBe(
      '1: thematicBreak\n2: # 제목\n3: p 2025-09-19\n4: thematicBreak\n5: p 글',
    )
    expect(outlineOf('---\ntitle: 제목\n---\n글')).toBe(
      '1: yaml "title: 제목"\n4: p 글',
    )
  })
})

describe('characters', () => {
  test('invisible ones are gone, emoji stay whole, Hangul is composed', () => {
    expect(outlineOf('> **정\u200B\u200B답** 가\u00AD나 👨‍👩‍👧\u200D 각')).toBe(
      '1: blockquote\n  1: p strong(정답) 가나 👨‍👩‍👧 각',
    )
  })

  test('spaces of other kinds are spaces, but not in code', () => {
    expect(
      outlineOf('##\u00A0문제\n\n가\u3000나\n\n```\n가\u3000나\n```'),
    ).toBe('1: ## 문제\n3: p 가 나\n5: code "가\u3000나"')
  })

  test('every line ending is one', () => {
    expect(outlineOf('\uFEFF# 가\r\n\r\n나\r다\n')).toBe('1: # 가\n3: p 나⏎다')
  })

  test('entities are decoded', () => {
    expect(outlineOf('&lt;a&gt; &#x41;&nbsp;B')).toBe('1: p <a> A\u00A0B')
  })
})

describe('references', () => {
  test('are links and images, and no definition is left', () => {
    expect(
      outlineOf(
        '[문서][a] ![그림][b]\n\n> [a]: https://e.com/1 "t"\n\n[b]: x.png\n[c]: unused',
      ),
    ).toBe('1: p link(https://e.com/1 문서) image(x.png 그림)\n3: blockquote')
  })

  test('footnotes move to the end', () => {
    expect(outlineOf('가[^1]\n\n> [^1]: 나\n\n다')).toBe(
      '1: p 가[^1]\n3: blockquote\n5: p 다\n3: footnote 1\n  3: p 나',
    )
  })

  test('links that could run something are text', () => {
    expect(
      outlineOf(
        '[가](javascript:a) [나](JaVa&#x53;cript:a) [다](data:text/html,x) [라](https://e.com)',
      ),
    ).toBe('1: p 가 나 다 link(https://e.com 라)')
  })
})

describe('comments', () => {
  test('are gone, and part what is around them', () => {
    expect(
      outlineOf(
        '- 가\n<!-- 여러\n\n줄 <details> -->\n- 나 <!-- x -->다\n\n`<!-- y -->`',
      ),
    ).toBe(`1: ul
  1: listItem
    1: p 가
5: ul
  5: listItem
    5: p 나 다
7: p inlineCode(<!-- y -->)`)
  })

  test('to studydeck are directives', () => {
    expect(
      outlineOf(
        '가\n<!-- studydeck: answer -->\n나 <!--studydeck: Minutes 3 분-->',
      ),
    ).toBe('1: p 가\n2: directive answer\n3: p 나\n3: directive minutes 3 분')
  })

  test('one without an end is an error', () => {
    expect(parsed('가 <!-- 나').messages).toEqual(['1 container-unbalanced'])
  })
})
