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
import { buildDeck } from '../../src/pipeline/deck.ts'
import { Browser } from '../../src/print/index.ts'
import { splitPaper } from '../../src/split/index.ts'
import { readPdf } from '../support/pdf.ts'
import { drawnPages } from '../support/pdf-drawing.ts'

const browser = new Browser()

beforeAll(() => {
  browser.warmUp()
})

afterAll(async () => {
  await browser.close()
})

/** Tables with headers, code, formulas, diagrams and links, over several topics. */
const text = readFileSync('decks/2회차-distributed-systems.md', 'utf8')

type Step = (
  paper: ReturnType<typeof splitPaper>,
  context: BuildContext,
) => Promise<OutputFile[]>

async function made(
  step: Step,
  portions?: Portions,
  source: PageSource = browser,
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
    await made(buildDeck, { slides: 8, characters: Infinity }, source),
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
