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

test('a paper becomes Marp Markdown that a person can read and go on with', async () => {
  const path = 'test/render/slides/golden/small.md'
  const file = new VFile({ path, value: await readFile(path, 'utf8') })
  const paper = splitPaper(parsePaper(String(file.value), file), file)
  const slides = slidesOf(
    deckView(paper),
    {
      images: new Map(),
      words: wordsOf('ko'),
      definitions: footnoteDefinitions(shownNodes(paper)),
    },
    questionSlides,
  )
  const markdown = slidesMarkdown(slides, {
    title: paper.title,
    author: paper.author ?? '',
    lang: paper.lang,
    theme: 'studydeck',
  })
  await expect(markdown).toMatchFileSnapshot('golden/small.deck.md')
})
