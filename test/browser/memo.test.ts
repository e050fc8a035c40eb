import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { editsOf } from '../../bench/edits.js'
import type { PageSource } from '../../src/model/browser-page.ts'
import { Memo } from '../../src/model/memo.ts'
import type { OutputName } from '../../src/model/output.ts'
import { Browser } from '../../src/pipeline/browser.ts'
import { buildPaper } from '../../src/pipeline/build-paper.ts'

const browser = new Browser()
let paper = ''

beforeAll(async () => {
  paper = await readFile('decks/3회차-network-security.md', 'utf8')
})

afterAll(async () => {
  await browser.close()
})

async function made(
  text: string,
  { memo, source = browser }: { memo?: Memo; source?: PageSource } = {},
): Promise<Record<string, string>> {
  const { files } = await buildPaper('3회차.md', {
    browser: source,
    folder: '3회차',
    wanted: new Set<OutputName>(['host/deck.html', 'host/deck.md']),
    contents: Buffer.from(text),
    ...(memo ? { memo } : {}),
  })
  return Object.fromEntries(
    files.map(({ path, contents }) => [path, Buffer.from(contents).toString()]),
  )
}

/** Tells how many slides the browser is given to measure. */
function counting(): { source: PageSource; slides: () => number } {
  let count = 0
  const add = (html: string): void => {
    count += html.split('<div class="slide"').length - 1
  }
  return {
    slides: () => count,
    source: {
      withPage: (html, use, options) => {
        add(html)
        return browser.withPage(
          html,
          (page) =>
            use({
              ...page,
              show: (next) => {
                if (next !== html) add(next)
                return page.show(next)
              },
            }),
          options,
        )
      },
    },
  }
}

test('what is made after edits is what a build makes of the last one', async () => {
  const memo = new Memo()
  const edits = editsOf(paper, 3).map(({ edited }) => edited)
  const [, , third = ''] = edits
  const others = [
    // A question less, which numbers all slides anew; another title; a fence that is left open.
    third.replace(/\n\d\. \*\*[^]*?(?=\n## )/, '\n'),
    paper.replace(/^# .*$/m, '# 다른 제목'),
    paper.replace(/\n```\n/, '\n'),
    paper,
  ]
  for (const text of [paper, ...edits, ...others]) {
    memo.nextRound()
    const remembered = await made(text, { memo })
    const cold = await made(text)
    for (const [path, content] of Object.entries(cold))
      // Not `toEqual`, whose difference would be megabytes.
      expect(remembered[path] === content, path).toBe(true)
  }
})

test('after an edit only the slides that changed are measured', async () => {
  const memo = new Memo()
  const first = counting()
  await made(paper, { memo, source: first.source })
  expect(first.slides()).toBeGreaterThan(100)
  for (const { edited } of editsOf(paper, 3)) {
    memo.nextRound()
    const again = counting()
    await made(edited, { memo, source: again.source })
    // The slide as it is, and as it was fitted: a page or two.
    expect(again.slides()).toBeLessThanOrEqual(4)
  }
  memo.nextRound()
  const same = counting()
  await made(paper, { memo, source: same.source })
  expect(same.slides()).toBeLessThanOrEqual(4)
})
