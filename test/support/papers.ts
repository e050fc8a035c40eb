import fc from 'fast-check'
import { besides, blocksBelow } from './side-channels.ts'

/** One question of a generated paper. */
interface QuestionSlots {
  readonly asked: string
  readonly more: string
  /** Code, a diagram, a table below the question. */
  readonly block: string
  readonly answer: readonly string[]
  readonly hint: boolean
}

/** How a generated paper writes one question; `n` counts up from 1. */
type Writer = (question: QuestionSlots, n: number) => string

const quote = (text: string): string =>
  text
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n')
const indent = (text: string, by: string): string =>
  text
    .split('\n')
    .map((line) => (line === '' ? '' : by + line))
    .join('\n')

/** Conventions of the survey, each with its own way of writing a question and its answer. */
export const writers: Readonly<Record<string, Writer>> = {
  'numbered list + labelled quote': ({ asked, answer }, n) =>
    `${n}. **제목**: ${asked}\n\n${quote(`**[답변]**\n${answer.join('\n\n')}`)}`,
  'heading + labelled quote that goes on': ({ asked, answer }, n) =>
    `### Q${n}. ${asked}\n\n${quote(`**[답변]** 답입니다`)}\n\n${answer.join('\n\n')}`,
  'heading + unlabelled quote': ({ asked, answer }, n) =>
    `### ${n}. ${asked}\n\n${quote(answer.join('\n\n'))}\n\n---`,
  'quote inside the list item': ({ asked, answer }, n) =>
    `${n}. ${asked}\n\n${indent(quote(answer.join('\n\n')), '   ')}`,
  'quote as a label': ({ asked, answer }) =>
    `### ${asked}\n\n> 답변\n\n${answer.join('\n\n')}`,
  'question and answer in one quote': ({ asked, answer }) =>
    quote(`Q. ${asked}\nA. ${answer.join('\n\n')}`),
  'quote asks': ({ asked, answer }) =>
    `${quote(asked)}\n\n답입니다.\n\n${answer.join('\n\n')}`,
  'quote with hint': ({ asked, answer, hint }, n) =>
    `**Q${n}. ${asked}**\n\n${quote(`**정답**: ${answer.join('\n\n')}${hint ? '\n\n**힌트**: HK1' : ''}`)}`,
  'unlabelled body': ({ asked, answer }, n) =>
    `## ${n}. ${asked}\n\n답입니다.\n\n${answer.join('\n\n')}`,
  'answer heading': ({ asked, answer }, n) =>
    `## Q${n}. ${asked}\n\n### 답변\n\n${answer.join('\n\n')}`,
  'answer letter heading': ({ asked, answer }) =>
    `#### Q. ${asked}\n\n#### A: 답입니다\n\n${answer.join('\n\n')}`,
  details: ({ asked, answer, hint }, n) =>
    `## 문제 ${n}\n\n${asked}\n\n${hint ? '<details>\n<summary>힌트</summary>\n\nHK1\n\n</details>\n\n' : ''}<details>\n<summary>정답 보기</summary>\n\n${answer.join('\n\n')}\n\n</details>`,
  'question in the summary': ({ asked, answer }) =>
    `<details>\n<summary>${asked.replaceAll('`', '')}</summary>\n\n${answer.join('\n\n')}\n\n</details>`,
  'inline labels': ({ asked, answer, more }, n) =>
    `### 문제 ${n}\n\n${asked}\n${more}\n\n정답: ${answer.join('\n\n')}`,
  'bullet labels': ({ asked, answer }, n) =>
    `**Q${n}. ${asked}**\n\n* **정답:** 답\n* **해설:** 설명\n\n${answer.join('\n\n')}`,
  'options and answer in one list': ({ asked }, n) =>
    `**문항 ${n}.** ${asked}\n\n* ① 가\n* ② 나\n* **정답:** ② AK${n}`,
  'last bullet': ({ asked, answer }, n) =>
    `${n}. ${asked}\n\n   - 정답\n\n${indent(answer.join('\n\n'), '     ')}`,
  'plain letters': ({ asked, answer }) =>
    `**Q. ${asked}**\nA. ${answer.join('\n\n')}`,
  'numbered letters': ({ asked, answer }, n) =>
    `**Q${n}.** ${asked}\n\n**A${n}.** ${answer.join('\n\n')}`,
  arrow: ({ asked, answer }, n) =>
    `**Q${n}. ${asked}**\n→ 답입니다\n\n${answer.join('\n\n')}\n\n---`,
  'field labels': ({ asked, answer }, n) =>
    `## 문제 ${n}\n\n**문제**: ${asked}\n\n**유형**: 서술형\n\n**정답**: ${answer.join('\n\n')}`,
  callout: ({ asked, answer }, n) =>
    `### Q${n}. ${asked}\n\n${quote(`[!success]- 정답과 해설\n${answer.join('\n\n')}`)}`,
  admonition: ({ asked, answer }, n) =>
    `### ${n}. ${asked}\n\n??? success "정답"\n\n${indent(answer.join('\n\n'), '    ')}`,
  'fenced directive': ({ asked, answer }) =>
    `:::quiz ${asked}\n\n:::details 정답\n${answer.join('\n\n')}\n:::\n\n:::`,
  'block below the question': ({ asked, block, answer }, n) =>
    `### Q${n}. ${asked}\n\n${block}\n\n${quote(`**[답변]**\n${answer.join('\n\n')}`)}`,
  'block inside the list item': ({ asked, block, answer }, n) =>
    `${n}. ${asked}\n\n${indent(block, '   ')}\n\n${quote(`**[답변]** ${answer.join('\n\n')}`)}`,
  'questions only': ({ asked }, n) => `${n}. ${asked}`,
  'empty slot': ({ asked }, n) => `### ${n}. ${asked}\n\n- 답 :`,
}

/** Text with everything that Markdown trips over, around a token. */
const nasty = fc.constantFrom(
  (token: string) => `${token} **용어(Term)**을 쓴다`,
  (token: string) => `**'${token}'**로 시작한다`,
  (token: string) => `(Q1~Q3) ${token} 3~5 범위`,
  (token: string) => `${token} \`a > b\` List<String> & <T>`,
  (token: string) => `${token} a_b_c __init__ *별* [괄호] (둥근)`,
  (token: string) => `${token} 10:30이고 3:2이며`,
  (token: string) => `${token} 「인용」 – 줄표 … 말줄임`,
  (token: string) => `${token} 이것이 결과이고 이유이다`,
)

const asking = fc
  .tuple(
    nasty,
    fc.constantFrom(
      '까닭은 무엇인가?',
      '설명하시오.',
      '비교해 보세요.',
      '논하시오. (3점)',
      '정답이 하나가 아닌 이유는?',
    ),
  )
  .map(
    ([wrap, ending]) =>
      (token: string, beside: string) =>
        `${wrap(token)}${beside} ${ending}`,
  )

const answerBlock = fc.oneof(
  nasty.map((wrap) => (token: string) => `${wrap(token)}.`),
  fc.constant((token: string) => `- ${token} 하나\n- 둘\n  - 셋`),
  fc.constant((token: string) => `| 가 | 나 |\n|--|--|\n| 1 | ${token} |`),
  fc.constant(
    (token: string) => `\`\`\`c\nint x; // ${token}\n---\n> 1. 아님\n\`\`\``,
  ),
  fc.constant((token: string) => `**굵은 머리:**\n${token} 이어지는 줄`),
  fc.constant((token: string) => `> 인용 속 ${token}`),
)

/** A generated paper and the tokens in it. */
export interface GeneratedPaper {
  readonly convention: string
  readonly markdown: string
  readonly questions: readonly string[]
  readonly answers: readonly string[]
}

const question = fc.record({
  ask: asking,
  beside: besides,
  below: blocksBelow,
  isTelling: fc.boolean(),
  blocks: fc.array(answerBlock, { minLength: 1, maxLength: 3 }),
  hint: fc.boolean(),
  hasChoices: fc.boolean(),
})

type Slots = typeof question extends fc.Arbitrary<infer Value> ? Value : never

const heads = fc.constantFrom(
  '# 스터디 3회차 문제\n2025-09-19\n작성자 : 홍길동\n\n',
  '# 스터디\n\n',
  '---\ntitle: 스터디\ntags: [a]\n---\n\n# 스터디\n\n',
  '# 스터디 4 회차\n\n**2025-10-03**  \n**작성자: 홍길동**\n\n---\n\n',
)

/** `AK1hidden` is in the answer; where the question is telling, in what nobody sees of it, too. */
function slotsOf(
  { ask, beside, below, blocks, hint, hasChoices, isTelling }: Slots,
  n: number,
): QuestionSlots {
  const secret = `AK${n}hidden`
  return {
    asked: ask(`QK${n}`, beside(isTelling ? secret : '그림')),
    more: hasChoices ? '\n① 가\n② 나' : '',
    block: below(`QK${n}`, isTelling ? secret : '그림'),
    // Labels on a line of their own take any block, the others need a text first.
    answer: [
      '답입니다.',
      ...blocks.map((block, index) =>
        block(`AK${n}${String.fromCharCode(97 + index)}`),
      ),
      `${secret} 때문입니다.`,
    ],
    hint,
  }
}

/** Papers in every convention, with nasty Markdown in every slot. */
export const papers: fc.Arbitrary<GeneratedPaper> = fc
  .record({
    convention: fc.constantFrom(...Object.keys(writers)),
    head: heads,
    topic: fc.boolean(),
    questions: fc.array(question, { minLength: 2, maxLength: 4 }),
  })
  .map(({ convention, head, topic, questions }) => {
    const write = writers[convention]!
    const parts = questions.map((slots, at) => {
      const plain = write(
        slotsOf({ ...slots, isTelling: false }, at + 1),
        at + 1,
      )
      // Not every convention has an answer that could be told.
      return slots.isTelling && plain.includes('hidden')
        ? write(slotsOf(slots, at + 1), at + 1)
        : plain
    })
    const isTopHeading = parts.every((part) => part.startsWith('## '))
    const heading = topic && !isTopHeading ? '## 첫 주제\n\n' : ''
    const markdown = `${head}${heading}${parts.join('\n\n')}\n`
    return {
      convention,
      markdown,
      questions: [...new Set(markdown.match(/\bQK\d+[a-z]?/g) ?? [])],
      answers: [...new Set(markdown.match(/\bAK\d+[a-z]*/g) ?? [])],
    }
  })
