import fc from 'fast-check'

/** Puts a text where nobody sees it, beside the text of a question. */
type Beside = (hidden: string) => string

/** Puts it below a question, in a block that has tokens of its own. */
type Below = (token: string, hidden: string) => string

/** Mostly nothing: whoever is refused shows nothing. */
export const besides: fc.Arbitrary<Beside> = fc.oneof(
  { weight: 12, arbitrary: fc.constant<Beside>(() => '') },
  {
    weight: 3,
    arbitrary: fc.constantFrom<Beside>(
      (hidden) => ` ![그림](a.png "${hidden}")`,
      (hidden) => ` [글](https://example.com/a "${hidden}")`,
      (hidden) => ` <abbr title="${hidden}">약어</abbr>`,
      (hidden) => ` <!-- ${hidden} -->`,
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Beside>(
      (hidden) => ` ![${hidden}](a.png)`,
      (hidden) => ` <img src="a.png" alt="${hidden}">`,
      (hidden) => ` [글](https://example.com/${hidden})`,
      (hidden) => ` [글](https://example.com/a#${hidden})`,
      (hidden) => ` $x\\phantom{\\text{${hidden}}}$`,
    ),
  },
)

/** What is left out of participants' files, what is refused, and tables whose headers sound like answers. */
export const blocksBelow: fc.Arbitrary<Below> = fc.constantFrom<Below>(
  (token, hidden) => `\`\`\`js title="${hidden}"\nlet ${token}a\n\`\`\``,
  (token, hidden) => `\`\`\`js {1} ${hidden}\nlet ${token}a\n\`\`\``,
  (token, hidden) =>
    `\`\`\`mermaid\ngraph LR\n%% ${hidden}\nA[${token}a] --> B\n\`\`\``,
  (token, hidden) => `$$\n\\text{${token}a} % ${hidden}\n$$`,
  (token, hidden) =>
    `| 보기 | 그림 |\n|--|--|\n| ${token}a | ![${hidden}](a.png) |`,
  (token) =>
    `| 번호 | 정답 후보 |\n|--|--|\n| 1 | ${token}a |\n| 2 | ${token}b |`,
  (token) =>
    `| 번호 | 후보 정답 |\n|--|--|\n| 1 | ${token}a |\n| 2 | ${token}b |`,
  (token) =>
    `| 요청 | 응답 |\n|--|--|\n| GET | ${token}a |\n| PUT | ${token}b |`,
  (token) =>
    `<table><caption>${token}c</caption><tr><td>${token}a</td></tr></table>`,
)
