import { describe, expect, test } from 'vitest'
import { sharedNotebook } from '../support/shared-notebook.ts'
import { isRefused, messagesText, split } from '../support/split.ts'

function paper(question: string, answer = '휘발성 메모리 장치'): string {
  return `# 퀴즈\n\n### 1. ${question}\n\n> **[답변]** ${answer}\n`
}

function rulesOf(markdown: string): string[] {
  return split(markdown).file.messages.map(({ ruleId }) => ruleId ?? '')
}

describe('what nobody sees of a question says nothing of its answer', () => {
  test.each([
    ['an alternative text', '이 장치는? ![휘발성 메모리 장치](a.png)'],
    ['part of it', '이 장치는? ![휘발성인 것](a.png)'],
    ['<img>', '이 장치는? <img src="a.png" alt="휘발성 메모리 장치">'],
    [
      'a reference',
      '이 장치는? ![휘발성 메모리 장치]\n\n[휘발성 메모리 장치]: a.png',
    ],
    ['a picture below', '이 장치는?\n\n![휘발성 메모리 장치](a.png)'],
    ['a picture in an option', '이 장치는?\n\n① ![휘발성 메모리](a.png)\n② 나'],
    [
      'a picture in a table',
      '이 장치는?\n\n| 그림 |\n|--|\n| ![휘발성 메모리](a.png) |',
    ],
    ['a link', '[이 장치](https://x.dev/휘발성-메모리)는?'],
    [
      'an escaped link',
      '[이 장치](https://x.dev/%ED%9C%98%EB%B0%9C%EC%84%B1)는?',
    ],
    ['a fragment of a link', '[이 장치](https://x.dev/a#휘발성)는?'],
    ['a query', '[이 장치](https://x.dev/?q=휘발성-메모리)는?'],
    ['a subject of a mail', '[이 장치](mailto:a@x.dev?subject=휘발성)는?'],
    [
      'an address with a lone %',
      '[이 장치](https://x.dev/%ED%9C%98%EB%B0%9C%EC%84%B1?r=100%)는?',
    ],
    [
      'an address cut off in a letter',
      '[이 장치](https://x.dev/%ED%9C%98%EB%B0%9C%EC%84%B1%EB%A9)는?',
    ],
    [
      'an address escaped twice',
      '[이 장치](https://x.dev/%25ED%259C%2598%25EB%25B0%259C%25EC%2584%25B1)는?',
    ],
    [
      'an address in EUC-KR',
      '[이 장치](https://x.dev/?query=%C8%D6%B9%DF%BC%BA)는?',
    ],
    ['an address in UTF-16', '[이 장치](https://x.dev/%uD718%uBC1C%uC131)는?'],
    ['<a>', '<a href="https://x.dev/휘발성">이 장치</a>는?'],
    [
      'a definition',
      '[이 장치][1]는?\n\n[1]: https://x.dev/%ED%9C%98%EB%B0%9C%EC%84%B1',
    ],
    ['a comment of a formula', '이 장치는?\n\n$$\nx % 휘발성 메모리\n$$'],
    ['an invisible part of a formula', '이 $x\\phantom{\\text{휘발성}}$는?'],
    ['a white formula', '이 $\\color{white}{\\text{휘발성}}$는?'],
    [
      'a comment of a diagram',
      '이 장치는?\n\n```mermaid\ngraph LR\n%% 휘발성 메모리\nA --> B\n```',
    ],
    [
      'the description of a diagram',
      '이 장치는?\n\n```mermaid\ngraph LR\naccTitle: 휘발성 메모리\nA --> B\n```',
    ],
    ['a footnote', '이 장치는?[^1]\n\n[^1]: ![휘발성 메모리](a.png) 보세요'],
  ])('%s', (_, question) => {
    const markdown = paper(question)
    expect(rulesOf(markdown), messagesText(split(markdown))).toEqual([
      'answer-hidden',
    ])
  })

  test.each([
    ['a word of a short answer', '저장소는? ![Redis](a.png)', 'Redis입니다.'],
    [
      'a short word of a long answer',
      '그림의 상태를 무엇이라 하는가? ![데드락](a.png)',
      '서로 상대의 자원을 기다릴 때 데드락이 발생합니다.',
    ],
    [
      'a sentence',
      '상태는? ![데드락](a.png)',
      '데드락입니다. 서로 기다립니다.',
    ],
    [
      'bold',
      '구조는? ![스택](a.png)',
      '여기서는 **스택**을 쓰므로 거꾸로 나옵니다.',
    ],
    [
      'a run',
      '현상은? ![캐시 스탬피드 그림](a.png)',
      '만료가 겹쳐 캐시 스탬피드가 생깁니다.',
    ],
    [
      'a long word',
      '현상은? ![deadlock](a.png)',
      '서로 기다리는 deadlock 상태가 됩니다.',
    ],
    ['a language', '언어는?\n\n```rust\nfn main() {}\n```', 'Rust'],
    [
      'a language and a verb',
      '무엇인가?\n\n```redis\nGET a\n```',
      'Redis입니다.',
    ],
    [
      'a short word of an address',
      '[이 현상](https://x.dev/wiki/데드락)은?',
      '서로 상대의 자원을 기다릴 때 데드락이 발생합니다.',
    ],
    [
      'an English word of an address',
      '[이 구조](https://x.dev/wiki/heap)는?',
      '우선순위 큐는 heap으로 만듭니다.',
    ],
    [
      'a host',
      '[이 저장소](https://memcached.org/docs)는?',
      '캐시로 쓰는 memcached가 맞습니다. 까닭은 많습니다.',
    ],
    ['an item', '성질은? ![격리성](a.png)', '- 원자성\n> - 격리성'],
  ])('%s of the answer', (_, question, answer) => {
    expect(rulesOf(paper(question, answer))).toEqual(['answer-hidden'])
  })

  test('one option', () => {
    const paperOf = (alt: string): string =>
      `# 퀴즈\n\n### 1. 이 장치는? ![${alt}](a.png)\n\n① 메모리\n② 디스크\n\n정답: ①\n`
    expect(rulesOf(paperOf('메모리의 구조'))).toEqual(['answer-hidden'])
    expect(rulesOf(paperOf('메모리와 디스크'))).toEqual([])
    expect(rulesOf(paperOf('장치의 구조'))).toEqual([])
  })

  test('the situation, and the answer of another question', () => {
    const head = '# 퀴즈\n\n## 장치\n\n### 상황\n\n'
    const tail =
      '\n\n### 문제\n\n1. 무엇인가?\n\n> **[답변]** 휘발성 메모리 장치\n\n2. 왜 그런가?\n\n> **[답변]** 전원이 끊기면 내용이 모두 사라지기 때문이다.\n'
    expect(rulesOf(`${head}![휘발성 장치](a.png)${tail}`)).toEqual([
      'answer-hidden',
    ])
    expect(
      rulesOf(
        `${head}글${tail}`.replace(
          '무엇인가?',
          '무엇인가? ![전원이 끊기면 내용이 모두 사라진다](a.png)',
        ),
      ),
    ).toEqual(['answer-hidden'])
  })

  test('is told once, where it stands', () => {
    const { file } = split(paper('이 장치는?\n\n![휘발성 메모리 장치](a.png)'))
    expect(file.messages.map(({ line, reason }) => [line, reason])).toEqual([
      [
        5,
        'Unexpected alternative text `휘발성 메모리 장치` that says `휘발성메모리` of the answer to question 1, expected nothing of an answer where nobody sees it',
      ],
    ])
  })
})

describe('what a question conceals is refused, since all outputs show it', () => {
  test.each([
    ['white text', '무엇인가? <span style="color:white">답 하나</span>'],
    ['white text of old', '무엇인가? <font color="#ffffff">답 하나</font>'],
    ['a spoiler', '무엇인가? ||답 하나||'],
    ['a comment of Obsidian', '무엇인가? %%답 하나%%'],
    ['a hidden element', '무엇인가?\n\n<p hidden>답 하나</p>'],
    ['a class', '무엇인가? <span class="spoiler">답 하나</span>'],
    [
      'a wrapped line',
      '무엇인가?\n그리고 <span style="display: none">답</span>',
    ],
  ])('%s', (_, question) => {
    expect(rulesOf(paper(question))).toContain('answer-hidden')
  })

  test.each([
    [
      'elements that are spoken of',
      '`<p hidden>`과 `<span style="color:white">`은?',
    ],
    ['operators', '`a || b`와 a||b||c의 값은? 50%% 60%%'],
    ['another colour', '<span style="color:red">무엇</span>인가?'],
    ['a background', '<span style="background-color:white">무엇</span>인가?'],
    ['half transparent', '<span style="opacity:0.5">무엇</span>인가?'],
    ['code', '무엇인가?\n\n```html\n<p hidden>답</p>\n```'],
  ])('but for %s', (_, question) => {
    expect(rulesOf(paper(question))).toEqual([])
  })
})

describe('what participants may know stays', () => {
  test.each([
    [
      'what the question says, too',
      '휘발성 메모리 장치란? ![휘발성 메모리 장치](a.png)',
    ],
    ['what the question is called', '이 장치는? ![구조도](a.png)'],
    ['another word', '이 장치는? ![주문 서비스의 구성](a.png)'],
    ['an address that is seen', '이 장치는? <https://x.dev/휘발성>'],
    ['a host', '이 장치는? [글](https://github.com/a/b)'],
    ['a page like any other', '이 장치는? [글](https://x.dev/docs/guide.html)'],
    ['a longer word', '이 장치는? [글](https://x.dev/pythonic)'],
    ['a language', '이 코드는?\n\n```python\nprint(1)\n```'],
    ['a picture of the answer', '이 장치는? ![구조도](a.png)'],
  ])('%s', (_, question) => {
    const answer =
      '휘발성 메모리 장치\n> GitHub의 python 그림입니다. ![구조도](a.png)'
    const result = split(paper(question, answer))
    expect(isRefused(result), messagesText(result)).toBe(false)
  })

  test.each([
    ['a fragment', '[표 보기](#답-휘발성-메모리-장치)'],
    ['a file', '[표 보기](./휘발성-메모리.md)'],
    ['a folder above', '[표 보기](../%ED%9C%98%EB%B0%9C%EC%84%B1.md?a=b#c)'],
    ['another scheme', '[표 보기](obsidian://open?file=휘발성)'],
    ['a host without a scheme', '[표 보기](//x.dev/휘발성)'],
    ['a definition', '[표 보기][1]\n\n   [1]: 휘발성.md "휘발성"'],
    ['<a>', '<a href="#휘발성" id="휘발성" name="휘발성">표 보기</a>'],
    ['an anchor', '<a id="휘발성"></a>표 보기'],
    [
      'attributes',
      '<span data-answer="휘발성" aria-label="휘발성" title="휘발성">표 보기</span>',
    ],
    [
      'attributes of a block',
      '\n\n   <div id="휘발성">\n\n   표 보기\n\n   </div>',
    ],
    [
      'attributes of a table',
      '표 보기\n\n   <table id="휘발성"><tr><td title="휘발성">가</td></tr></table>',
    ],
    ['the name of a footnote', '표 보기[^휘발성]\n\n[^휘발성]: 가'],
    ['an address that names an answer', '[표 보기](https://x.dev/a#답-1)'],
    ['what is no language', '표 보기\n\n   ```휘발성\n   가\n   ```'],
    ['what stands behind a formula', '표 보기\n\n   $$ 휘발성\n   x\n   $$'],
    ['the name of a picture', '표 보기 ![그림](휘발성.png)'],
  ])('%s stays with the host', async (_, words) => {
    const markdown = `# 퀴즈\n\n1. 이 장치는? ${words}\n\n> **[답변]** 휘발성 메모리 장치\n\n2. 왜?\n\n> **[답변]** 전기가 없어서\n`
    const result = split(markdown)
    expect(isRefused(result), messagesText(result)).toBe(false)
    const shared = decodeURIComponent(await sharedNotebook(result.paper))
    expect(shared).toContain('표 보기')
    expect(shared).not.toMatch(/휘발성|답-/)
  })

  test('but for titles, and what stands behind the language of code', async () => {
    const { paper: split1 } = split(
      paper(
        '이 장치는? ![그림](a.png "AK1") [글](https://x.dev "AK2")\n\n```js title="AK3"\nlet a\n```',
      ),
    )
    expect(await sharedNotebook(split1)).not.toMatch(/AK\d/)
  })
})
