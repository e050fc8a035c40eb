import fc from 'fast-check'
import { writers } from '../support/papers.ts'

/** One text for the fuzzer, and the tokens that its author wrote into answers. */
export interface FuzzInput {
  readonly markdown: string
  readonly answers: readonly string[]
}

/** Writes one piece of Markdown around a token. */
type Piece = (token: string) => string

const languages = [
  ...['c', 'ts', 'python', 'sql', 'mermaid', 'math', 'latex', 'html', 'diff'],
  ...['', 'no-such-language', 'constructor', '__proto__', 'mmd', 'js {1,3}'],
] as const

const formulas = [
  ...['x^2', String.raw`\frac{1}{2}`, String.raw`\href{javascript:1}{x}`],
  ...[String.raw`\def\a{\a\a}\a`, String.raw`\includegraphics{/etc/passwd}`],
  ...[String.raw`\text{한글}`, '_', '{', String.raw`\begin{matrix}1&2\\3`, '%'],
  ...['x^{'.repeat(9000) + '}'.repeat(9000), String.raw`\rule{1e9em}{9em}`],
] as const

const diagrams = [
  ...['graph TD\nA[가] --> B{나}', 'sequenceDiagram\nA->>B: 안녕', 'graph'],
  ...['flowchart LR\nA --> A', 'pie\n"a": 1', 'classDiagram\nA <|-- B'],
  ...['erDiagram\nA ||--o{ B : has', 'graph TD\nA["<img src=x onerror=1>"]'],
  ...[
    'stateDiagram-v2\n[*] --> A',
    'graph TD\nsubgraph S\nA\nend\nclick A "u"',
  ],
] as const

const inline: fc.Arbitrary<Piece> = fc.constantFrom<Piece[]>(
  (token) => token,
  (token) => `**${token}(Term)**을`,
  (token) => `*${token}* ~~취소~~`,
  (token) => `\`${token} \\\` <T>\``,
  (token) => `[${token}](https://example.invalid/a_(b) "제목")`,
  (token) => `![${token}](그림.png)`,
  (token) => `<b onclick="x">${token}</b><br/>`,
  (token) => `<kbd>${token}</kbd> &lt;script&gt; &#x3c;`,
  (token) => `${token}[^1] www.example.invalid`,
  (token) => `\\(${token}\\) {{${token}}} {{{this}}}`,
  (token) => `<!-- ${token} -->`,
  (token) => `<${token}>`,
  (token) => `${token}\u200B\u0301\u3000`,
  (token) => `\u{1F469}\u200D\u{1F680}${token}\u{E0001}`,
)

const formula = fc.constantFrom(...formulas).map(
  (source): Piece =>
    (token) =>
      `$${source}$ ${token}`,
)

const displayed = fc.constantFrom(...formulas).map(
  (source): Piece =>
    (token) =>
      `$$\n${source}\n$$\n\n${token}`,
)

const fenced = fc
  .tuple(fc.constantFrom(...languages), fc.constantFrom('```', '~~~~'))
  .map(
    ([language, fence]): Piece =>
      (token) =>
        `${fence}${language}\nint x = 1; // ${token}\n---\n> 1. 아님 </script>\n${fence}`,
  )

const diagram = fc.constantFrom(...diagrams).map(
  (source): Piece =>
    (token) =>
      `\`\`\`mermaid\n${source}\n\`\`\`\n\n${token}`,
)

const rawHtml = fc.constantFrom<Piece[]>(
  (token) =>
    `<table><tr><td onclick=1>${token}</td><td><ul><li>하나</ul></table>`,
  (token) => `<div style="background:url(x)">${token}</div>`,
  (token) => `<svg><script>${token}</script></svg>\n\n끝`,
  (token) => `<ul><li>${token}<li><p>둘</ul>`,
  (token) => `<pre>${token}\n  <b>줄</b></pre>`,
  (token) => `<h4>${token}</h4>`,
  (token) => `<iframe srcdoc="${token}"></iframe>\n\n끝`,
)

/** Blocks as deep as authors nest them. */
const block: fc.Arbitrary<Piece> = fc.letrec<{ block: Piece }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    inline,
    formula,
    displayed,
    fenced,
    diagram,
    rawHtml,
    fc.tuple(inline, inline).map(
      ([left, right]): Piece =>
        (token) =>
          `| 가 | 나 |\n|:--|--:|\n| ${row(left(token))} | ${row(right('b'))} |`,
    ),
    tie('block').map(
      (inner): Piece =>
        (token) =>
          inner(token).replaceAll(/^/gm, '> '),
    ),
    tie('block').map(
      (inner): Piece =>
        (token) =>
          `- ${inner(token).replaceAll('\n', '\n  ')}\n- [x] 둘`,
    ),
    tie('block').map(
      (inner): Piece =>
        (token) =>
          `<details>\n<summary>더 보기</summary>\n\n${inner(token)}\n\n</details>`,
    ),
    fc.tuple(tie('block'), tie('block')).map(
      ([first, second]): Piece =>
        (token) =>
          `${first(token)}\n\n${second('c')}`,
    ),
  ),
})).block

function row(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ')
}

const heads = fc.constantFrom(
  '# 스터디 3회차 문제\n2025-09-19\n작성자 : 홍길동\n\n',
  '---\ntitle: "{{title}} </script>"\n__proto__: { polluted: 1 }\n---\n\n',
  '---\ntheme: gaia\nbackgroundImage: url(x)\nquizzes: [{question: a}]\n---\n\n',
  '---\na: &a [1]\nb: [*a, *a]\n---\n\n# 제목\n\n',
  '# <b>굵은</b> `제목` $x$\n\n## 주제\n\n### 상황\n읽어 보세요.\n\n### 문제\n\n',
  '',
)

/** Papers in every convention, with every kind of block in their answers. */
const papers: fc.Arbitrary<FuzzInput> = fc
  .record({
    head: heads,
    write: fc.constantFrom(...Object.values(writers)),
    questions: fc.array(
      fc.record({
        asked: inline,
        blocks: fc.array(block, { minLength: 1, maxLength: 3 }),
        hint: fc.boolean(),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    ending: fc.constantFrom('\n', '', '\n\n[^1]: 각주\n', '\n\n<!--', '\n```'),
  })
  .map(({ head, write, questions, ending }) => {
    const parts = questions.map(({ asked, blocks, hint }, at) =>
      write(
        {
          asked: `${row(asked(`QK${at + 1}`))} 설명하시오.`,
          more: '',
          block: '',
          answer: [
            '답입니다.',
            ...blocks.map((piece, index) =>
              piece(`AK${at + 1}${String.fromCharCode(97 + index)}`),
            ),
          ],
          hint,
        },
        at + 1,
      ),
    )
    const markdown = head + parts.join('\n\n') + ending
    return {
      markdown,
      answers: [...new Set(markdown.match(/\bAK\d+[a-z]?/g) ?? [])],
    }
  })

const scraps = [
  ...['정답: ', '> ', '**[답변]**', '<details>', '</details>', '```', '1. '],
  ...['- ', '# ', '### Q1. ', '① ', 'A. ', 'Q. ', '| 질문 | 답변 |\n|--|--|\n'],
  ...['??? success "정답"\n', ':::details 정답\n', ':::', '\n', '\n\n', '    '],
  ...['[^1]', '[^1]: ', '→ ', '---\n', '문제 1', '(O/X)', '질문?', '$', '$$\n'],
  ...['## 정답 및 해설\n', '<table>', '<td>', '</table>', '<!--', '-->', '<b>'],
  ...['</b>', '```mermaid\ngraph TD\n', '{{', '}}', '<script>', '</script>'],
  ...['\t', '\\', '&#x2A;', '[a]', '[a]: b', '![](', ')', '**', '~~', '_', '`'],
  ...[
    '<summary>',
    '</summary>',
    '\uFDD00\uFDD1',
    '\uD800',
    '\0',
    '\u2028',
    '|',
  ],
  ...['<ul><li>', '<svg>', '<math>', '<style>', '=', '***', '- [x] ', '<br>'],
  ...[
    '*',
    '[',
    '](',
    '![',
    '<',
    '&amp;',
    '|-|\n',
    '~~~\n',
    '1) ',
    '--',
    '===\n',
  ],
  ...['‹', '(', 'O/X', '____', '시오.', '가', '  ', '::'],
  ...['<!-- studydeck: note 메모 -->', '<!-- studydeck: answerSpace=99999 -->'],
] as const

/** Scraps of everything that the parser and the splitter look for, in any order. */
const heaps: fc.Arbitrary<FuzzInput> = fc
  .array(
    fc.oneof(
      fc.constantFrom(...scraps),
      fc.string({ unit: 'binary', maxLength: 8 }),
    ),
    { maxLength: 80 },
  )
  .map((parts) => ({ markdown: parts.join(''), answers: [] }))

/** Bytes of one text that is as long as papers get. */
export const longestInput = 100_000

/** Begins an answer in a quote in an item: lines without marks still belong to it. */
export const quotedAnswer = '1. 질문\n\n> **[답변]**\n'

/** A few scraps again and again: what takes more than linear time shows here. */
export const repetitions: fc.Arbitrary<FuzzInput> = fc
  .tuple(
    fc.constantFrom('', quotedAnswer, '### Q1. 질문\n\n'),
    fc.array(fc.constantFrom(...scraps), { minLength: 1, maxLength: 4 }),
    fc.constantFrom(2000, longestInput),
  )
  .map(([before, parts, size]) => repeated(before, parts.join(''), size))

/** A text of one piece again and again. */
export function repeated(
  before: string,
  piece: string,
  size: number,
): FuzzInput {
  const markdown =
    before + piece.repeat(Math.ceil(size / piece.length)).slice(0, size)
  return { markdown, answers: [] }
}

/** Every scrap, and every two of them in one order: again and again the other order is the same. */
export const pairs: readonly string[] = scraps.flatMap((first, at) => [
  first,
  ...scraps.slice(at + 1).map((second) => first + second),
])

/** Texts for parser, splitter and renderers: papers, heaps of scraps, and a few long ones. */
export const inputs: fc.Arbitrary<FuzzInput> = fc.oneof(
  { weight: 12, arbitrary: papers },
  { weight: 8, arbitrary: heaps },
  { weight: 1, arbitrary: repetitions },
)
