import { readFileSync } from 'node:fs'
import { VFile } from 'vfile'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { wordsOf } from '../../src/config/words.ts'
import { loadImages } from '../../src/images/index.ts'
import { outputNames, type OutputFile } from '../../src/model/output.ts'
import type { PageSource } from '../../src/model/browser-page.ts'
import type { Portions } from '../../src/model/portions.ts'
import { parsePaper } from '../../src/parse/index.ts'
import type { BuildContext } from '../../src/pipeline/context.ts'
import { buildAnswerKey } from '../../src/pipeline/answer-key.ts'
import { buildDeck } from '../../src/pipeline/deck.ts'
import { buildQuestionDeck } from '../../src/pipeline/question-deck.ts'
import { buildWorksheet } from '../../src/pipeline/worksheet.ts'
import { Browser } from '../../src/print/index.ts'
import { splitPaper } from '../../src/split/index.ts'
import { readPdf, type PdfContents } from '../support/pdf.ts'
import { drawnPages } from '../support/pdf-drawing.ts'

const browser = new Browser()

beforeAll(() => {
  browser.warmUp()
})

afterAll(async () => {
  await browser.close()
})

/** Tables with headers, code, formulas and a diagram, over four topics. */
const fourTopics = readFileSync('decks/2회차-distributed-systems.md', 'utf8')
/** Slides that are printed three times take long. */
const [twoTopics = ''] = fourTopics.split(/(?=^## 관측 가능성)/m)

type Step = (
  paper: ReturnType<typeof splitPaper>,
  context: BuildContext,
) => Promise<OutputFile[]>

async function made(
  step: Step,
  portions?: Portions,
  source: PageSource = browser,
  text = twoTopics,
): Promise<Map<string, OutputFile>> {
  const file = new VFile({ path: '2회차.md', value: text })
  const tree = parsePaper(text, file)
  const paper = splitPaper(tree, file)
  const files = await step(paper, {
    file,
    browser: source,
    images: await loadImages(tree, file, { browser }),
    words: wordsOf(paper.lang),
    wanted: new Set(outputNames),
    ...(portions ? { portions } : {}),
  })
  return new Map(files.map((output) => [output.path, output]))
}

/** Counts what the browser has to hold at once: the promise that long papers need no more memory. */
function watched(mark: string): { source: PageSource; most: () => number } {
  let most = 0
  const look = (html: string): string => {
    most = Math.max(most, html.split(mark).length - 1)
    return html
  }
  return {
    most: () => most,
    source: {
      withPage: (html, use) =>
        browser.withPage(look(html), (page) =>
          use({ ...page, show: (next) => page.show(look(next)) }),
        ),
    },
  }
}

test('a deck in portions of a few slides is the deck in one piece', async () => {
  const { source, most } = watched('<div class="slide"')
  const [whole, portioned] = [
    await made(buildDeck),
    await made(
      buildDeck,
      { slides: 8, characters: Infinity, whole: 0 },
      source,
    ),
  ]
  // Tall ones are divided.
  expect(most()).toBeLessThanOrEqual(3 * 8)
  for (const path of ['host/deck.html', 'host/deck.md'])
    expect(
      Buffer.compare(portioned.get(path)!.contents, whole.get(path)!.contents),
      path,
    ).toBe(0)
  expect(portioned.get('host/deck.pdf')!.thumbnail).toEqual(
    whole.get('host/deck.pdf')!.thumbnail,
  )
  const [one, joined] = [whole, portioned].map(
    (files) => files.get('host/deck.pdf')!.contents,
  )
  await expectSamePdf(joined!, one!)
})

async function expectSamePdf(
  joined: Uint8Array,
  whole: Uint8Array,
): Promise<void> {
  const [{ fonts, ...contents }, { fonts: wholeFonts, ...wholeContents }] = [
    await readPdf(joined),
    await readPdf(whole),
  ]
  expect(contents).toEqual(wholeContents)
  expect(new Set(fonts.map(({ name }) => name))).toEqual(
    new Set(wholeFonts.map(({ name }) => name)),
  )
  const [pages, wholePages] = [
    await drawnPages(joined),
    await drawnPages(whole),
  ]
  for (const [index, page] of pages.entries()) {
    expect(page, `page ${index + 1}`).toEqual(wholePages[index])
    expect(page.tags, `page ${index + 1}`).toContain('"Document"')
  }
}

test('a worksheet and a key in portions say what those in one piece say', async () => {
  const steps = [
    ['share/worksheet.pdf', buildWorksheet],
    ['host/answers.pdf', buildAnswerKey],
  ] as const
  for (const [path, step] of steps) {
    const { source, most } = watched('<section class="question"')
    const [whole, portioned] = [
      await made(step, undefined, browser, fourTopics),
      await made(
        step,
        { slides: Infinity, characters: 9000, whole: 0 },
        source,
        fourTopics,
      ),
    ]
    expect(most(), path).toBeLessThan(9)
    const { contents, pages: count } = portioned.get(path)!
    const one = await readPdf(whole.get(path)!.contents)
    const joined = await readPdf(contents)
    expect(joined.pages.length, path).toBe(count)
    expect(count, path).toBeGreaterThan(one.pages.length)
    expect(
      joined.pages.map(({ text }) => /\d+ \/ \d+/.exec(text)?.[0]),
      path,
    ).toEqual(joined.pages.map((_, page) => `${page + 1} / ${count}`))
    // Sorted: where a page breaks, a browser may write a formula after the text that follows it.
    const words = (pages: typeof one.pages): string =>
      pages
        .map(({ text }, page) =>
          (page === 0 ? text : text.replace(one.metadata['Title']!, ''))
            .replace(/\d+ \/ \d+/, '')
            .replaceAll(/\s/g, ''),
        )
        .flatMap((text) => Array.from(text))
        .sort()
        .join('')
    expect(words(joined.pages), path).toBe(words(one.pages))
    expect(joined.metadata, path).toEqual(one.metadata)
    expect(titlesOf(joined), path).toEqual(titlesOf(one))
    for (const page of joined.pages.slice(1))
      expect(page.text, path).toContain(one.metadata['Title'])
    for (const { tags } of await drawnPages(contents))
      expect(tags, path).toContain('"Document"')
  }
})

test('a handout in portions is the handout in one piece', async () => {
  const [whole, portioned] = [
    await made(buildQuestionDeck),
    await made(buildQuestionDeck, {
      slides: 5,
      characters: Infinity,
      whole: 0,
    }),
  ]
  const [handout, wholeHandout] = [portioned, whole].map((files) =>
    files.get('share/handout.pdf')!,
  )
  // Subsets of fonts are as many as there are portions.
  const contents = await readPdf(handout!.contents)
  const { fonts } = contents
  expect({ ...(await readPdf(wholeHandout!.contents)), fonts }).toEqual(
    contents,
  )
  expect(contents.pages).toHaveLength(handout!.pages!)
  await expectSamePdf(
    portioned.get('share/deck-questions.pdf')!.contents,
    whole.get('share/deck-questions.pdf')!.contents,
  )
})

/** Bookmarks whose page shows what they name. */
function titlesOf({ outline, pages }: PdfContents): string[] {
  return outline.flatMap(({ title, page = -1, children }) => [
    ...[title, ...children.map((child) => child.title)],
    ...[{ title, page }, ...children].map(({ title, page = -1 }) =>
      String(
        pages[page]?.text
          .replaceAll(/\s/g, '')
          .includes(title.replaceAll(/\s/g, '').slice(0, 12)),
      ),
    ),
  ])
}
