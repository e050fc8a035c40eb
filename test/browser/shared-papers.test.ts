import { existsSync, readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { outputNames } from '../../src/model/output.ts'
import type { Outline } from '../../src/split/index.ts'
import { Browser } from '../../src/print/index.ts'
import { findFaults } from '../support/deck-faults.ts'
import { temporaryFolder, type Folder } from '../support/folder.ts'
import { readPdf } from '../support/pdf.ts'
import { studydeck } from '../support/terminal.ts'

/**
 * Papers that the project does not ship: a real one, and small ones with tokens that make any output checkable.
 * `QK` stands in questions, `SK` in situations, `AK` in answers, `HK` in hints, `NK` in study notes.
 */
const shared = '../shared'

/** Side channels hold these answers; no slide shows front matter, comments or image titles. */
const unseen = ['AK9001a', 'AK0001z', 'AK0001y', 'AK0001b', 'AK0001c']

/** Also what is made on request only. */
const everything = ['--only', outputNames.join()]

describe.skipIf(!existsSync(shared))('papers beside the checkout', () => {
  const browser = new Browser()
  let folder: Folder
  beforeAll(async () => {
    folder = await temporaryFolder()
  })
  afterAll(async () => {
    await folder[Symbol.asyncDispose]()
    await browser.close()
  })

  /** Every slide fits and reads well. */
  async function expectNoFaults(deck: string): Promise<void> {
    const { slides, ...faults } = await browser.withPage(deck, (page) =>
      page.evaluate(findFaults, null),
    )
    expect(slides).toBeGreaterThan(1)
    expect(faults).toEqual({
      beyond: [],
      small: [],
      broken: [],
      literal: [],
      widows: [],
      dangling: [],
    })
  }

  const corpus = existsSync(join(shared, 'corpus'))
    ? readdirSync(join(shared, 'corpus')).filter((name) => /^\d/.test(name))
    : []
  for (const name of corpus)
    test(`${name}: each token is where it must be, or nothing is handed out`, async () => {
      const path = join(shared, 'corpus', name)
      const source = await readFile(path, 'utf8')
      const out = join(folder.path, name)
      const { code } = await studydeck(
        'build',
        path,
        '--out',
        out,
        ...everything,
      )
      const files = await texts(folder, name)
      const answers = tokens(source, 'AK')
      const hidden = ['AK', 'HK', 'NK'].flatMap((kind) => tokens(source, kind))
      for (const [file, text] of files)
        if (file.startsWith('share/'))
          expect(found(text, hidden), file).toEqual([])
      const deck = files.get('host/deck.html') ?? ''
      const key = files.get('host/answers.pdf') ?? ''
      await expectNoFaults(deck)
      const shown = answers.filter((token) => !unseen.includes(token))
      expect(found(deck, shown)).toEqual(shown)
      expect(found(key, shown)).toEqual(shown)
      const questions = tokens(source, 'QK').filter(
        (token) => token !== 'QK9001',
      )
      expect(inOrder(deck, questions)).toEqual(questions)
      if (code === 0) {
        const worksheet = files.get('share/worksheet.pdf') ?? ''
        expect(inOrder(worksheet, questions)).toEqual(questions)
        const asked = files.get('share/deck-questions.pdf') ?? ''
        expect(inOrder(asked, questions)).toEqual(questions)
        const situations = tokens(source, 'SK')
        expect(found(worksheet, situations)).toEqual(situations)
      } else
        expect(
          [...files.keys()].filter((file) => file.startsWith('share/')),
        ).toEqual([])
    })

  test('the real paper is split as its author means it, and no sentence of an answer is handed out', async () => {
    const series = readdirSync(join(shared, 'series')).filter((name) =>
      name.endsWith('.md'),
    )
    const path = join(shared, 'series', series[0]!)
    const outline = JSON.parse(
      (await studydeck('inspect', path, '--json')).out,
    ) as Outline
    expect(outline.topics.map(({ questions }) => questions.length)).toEqual([
      4, 5, 4, 5,
    ])
    expect(outline).toMatchObject({
      round: 1,
      date: '2025-09-19',
      author: '김호중',
      messages: [],
    })
    const { code } = await studydeck(
      'build',
      path,
      '--out',
      join(folder.path, 'series'),
      ...everything,
    )
    expect(code).toBe(0)
    const files = await texts(folder, 'series')
    const deck = files.get('host/deck.html') ?? ''
    await expectNoFaults(deck)
    expect(Buffer.byteLength(deck)).toBeLessThan(700_000)
    const worksheet = squeezed(files.get('share/worksheet.pdf') ?? '')
    const questions = outline.topics.flatMap((topic) => topic.questions)
    expect(questions.flatMap(({ answers }) => answers)).toHaveLength(18)
    let from = 0
    for (const { prompt } of questions) {
      from = worksheet.indexOf(squeezed(prompt), from)
      expect(from, prompt).toBeGreaterThanOrEqual(0)
    }
    const asked = squeezed(
      outline.topics
        .map(
          (topic) =>
            topic.situation +
            topic.questions
              .map(({ prompt, title }) => `${title ?? ''}${prompt}`)
              .join(''),
        )
        .join(''),
    )
    for (const [file, text] of files)
      if (file.startsWith('share/'))
        for (const sentence of sentences(
          questions.flatMap(({ answers }) =>
            answers.map((answer) => answer.text),
          ),
        ))
          if (!asked.includes(sentence))
            expect(
              squeezed(text).includes(sentence),
              `${file}: ${sentence}`,
            ).toBe(false)
  })
})

/** Text of every file that a build left, by its path below the paper's folder. */
async function texts(
  folder: Folder,
  name: string,
): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (const file of await folder.files(name)) {
    const bytes = await readFile(join(folder.path, name, file))
    const text = file.endsWith('.pdf')
      ? JSON.stringify(await readPdf(bytes)) + bytes.toString('latin1')
      : bytes.toString('utf8')
    found.set(file.slice(file.indexOf('/') + 1), text)
  }
  return found
}

function tokens(source: string, kind: string): string[] {
  return [...new Set(source.match(new RegExp(`${kind}\\d+[a-z]?`, 'g')) ?? [])]
}

function found(text: string, wanted: readonly string[]): string[] {
  return wanted.filter((token) => new RegExp(`${token}(?![a-z])`).test(text))
}

/** The wanted tokens that occur, each after the one before. */
function inOrder(text: string, wanted: readonly string[]): string[] {
  let from = 0
  return wanted.filter((token) => {
    const at = text.indexOf(token, from)
    if (at < 0) return false
    from = at
    return true
  })
}

function squeezed(text: string): string {
  return text.normalize('NFC').replaceAll(/\s+|\\n/g, '')
}

function sentences(answers: readonly string[]): string[] {
  return answers
    .flatMap((answer) => answer.split(/[.\n]/))
    .map(squeezed)
    .filter((sentence) => sentence.length >= 8)
}
