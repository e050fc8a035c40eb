import { readFile } from 'node:fs/promises'
import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { wordsOf } from '../../../src/config/words.ts'
import { parsePaper } from '../../../src/parse/index.ts'
import { shownNodes } from '../../../src/pipeline/shown-nodes.ts'
import { footnoteDefinitions } from '../../../src/render/slides/footnotes.ts'
import { questionSlides } from '../../../src/render/slides/question-slides.ts'
import { slidesMarkdown } from '../../../src/render/slides/slide-markdown.ts'
import { slidesOf } from '../../../src/render/slides/slides.ts'
import { splitPaper } from '../../../src/split/index.ts'
import { deckView } from '../../../src/view/deck-view.ts'

/** Markdown of the slides of a paper. */
function markdownOf(file: VFile): string {
  const paper = splitPaper(parsePaper(String(file.value), file), file)
  const slides = slidesOf(
    deckView(paper),
    {
      images: new Map(),
      words: wordsOf(paper.lang),
      definitions: footnoteDefinitions(shownNodes(paper)),
    },
    questionSlides,
  )
  return slidesMarkdown(slides, {
    title: paper.title,
    author: paper.author ?? '',
    lang: paper.lang,
    theme: 'studydeck',
  })
}

test('a paper becomes Marp Markdown that a person can read and go on with', async () => {
  const path = 'test/render/slides/golden/small.md'
  const file = new VFile({ path, value: await readFile(path, 'utf8') })
  await expect(markdownOf(file)).toMatchFileSnapshot('golden/small.deck.md')
})

test.each([
  ['(3분) 왜?', []],
  ['왜? (3 분, 5점, 하)', []],
  ['왜? <!-- studydeck: minutes 3 -->', ['3분']],
  ['왜 3분이 걸립니까? <!-- studydeck: minutes 3 -->', ['3분']],
  ['왜? ⭐⭐', []],
])('what a question says itself is not said twice: %s', (prompt, facts) => {
  const value = `# 스터디\n\n## 주제\n\n1. ${prompt}\n\n> **[답변]** 그래서.\n`
  const markdown = markdownOf(new VFile({ path: 'paper.md', value }))
  expect(
    [...markdown.matchAll(/class="fact">([^<]*)</g)].map(([, fact]) => fact),
  ).toEqual(facts)
})

test.each([
  [
    '캐시: 언제 지울 것인가',
    '캐시: <span class="subtitle">언제 지울 것인가</span>',
  ],
  [
    '**캐시**: `TTL`과 갱신',
    '**캐시**: <span class="subtitle">`TTL`과 갱신</span>',
  ],
  ['12:30에 생긴 일', '12:30에 생긴 일'],
  ['캐시:', '캐시:'],
  ['캐시', '캐시'],
  ['<kbd>F1: 도움말</kbd>', '<kbd>F1: 도움말</kbd>'],
])(
  'what stands behind the colon of a topic is its subtitle: %s',
  (title, shown) => {
    const value = `# 스터디\n\n## ${title}\n\n1. 왜?\n\n> **[답변]** 그래서.\n`
    const markdown = markdownOf(new VFile({ path: 'paper.md', value }))
    expect(/^# .*"number">01<\/span> (.*)$/m.exec(markdown)?.[1]).toBe(shown)
  },
)

test('English counts one question', () => {
  const value =
    '---\nlang: en\n---\n\n# S\n\n## One\n\n1. **Why**: Why?\n\n> **[답변]** So.\n\n## Two\n\n1. **Why**: Why? (1 pt)\n\n> **[답변]** So.\n\n2. **How**: How?\n\n> **[답변]** So.\n'
  const markdown = markdownOf(new VFile({ path: 'paper.md', value }))
  expect(markdown.match(/\d questions?/g)).toEqual([
    '1 question',
    '2 questions',
    '1 question',
    '2 questions',
  ])
})
