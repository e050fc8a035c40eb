import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { conventions } from '../../src/split/conventions/index.ts'
import { inspectPaper } from '../../src/split/index.ts'
import {
  answersText,
  messagesText,
  participantsText,
  split,
  tokensOf,
} from '../support/split.ts'

const folder = new URL('../../src/split/conventions/', import.meta.url)
const files = readdirSync(folder).filter((name) => name !== 'index.ts')

/** The example in a convention's doc comment. */
function exampleOf(source: string): string {
  const example = /````md\n([^]*?)\n \* ````/.exec(source)?.[1] ?? ''
  return `${example.replace(/^ \* ?/gm, '')}\n`
}

test('every convention of the survey but the one in other files is there', () => {
  const ids = conventions.map(({ id }) => id)
  const survey = Array.from({ length: 35 }, (_, at) => String(at + 1))
  // 27 has its answers in another file; 31 is 11 once the parser has read its attributes.
  expect(new Set(ids)).toEqual(
    new Set([...survey.filter((id) => id !== '27' && id !== '31'), '1b']),
  )
})

describe.each(files)('%s', (name) => {
  const source = readFileSync(new URL(name, folder), 'utf8')
  const example = exampleOf(source)
  const result = split(example, name.replace('.ts', '.md'))
  const { paper, file } = result

  test('recognises its example, without any doubt', () => {
    expect(paper.conventions[0]?.id).toBe(/ id: '(.+)'/.exec(source)?.[1])
    expect(paper.certain, messagesText(result)).toBe(true)
  })

  test('shows participants every question and no answer', () => {
    const seen = tokensOf(participantsText(paper))
    expect(seen).toEqual(
      tokensOf(example).filter((token) => /^[QS]/.test(token)),
    )
  })

  test('keeps every answer', () => {
    const wanted = tokensOf(example).filter((token) => token.startsWith('A'))
    expect(tokensOf(answersText(paper)).toSorted()).toEqual(wanted.toSorted())
  })

  test('is outlined as in its golden file', async () => {
    await expect(
      `${JSON.stringify(inspectPaper(paper, file.messages), null, 2)}\n`,
    ).toMatchFileSnapshot(`conventions/${name.replace('.ts', '.json')}`)
  })
})

test('kramdown attributes change nothing about a details block', () => {
  const { paper } = split(
    '# 퀴즈\n\n### 문제 1 — 개념\n\nQK1 힙이란?\n\n<details class="study-answer" markdown="1">\n<summary>정답</summary>\n\nAK1 동적 메모리\n\n</details>\n',
  )
  expect(paper.conventions).toEqual([
    { id: '11', name: 'details with the answer', questions: 1 },
  ])
  expect(paper.certain).toBe(true)
  expect(tokensOf(participantsText(paper))).toEqual(['QK1'])
  expect(tokensOf(answersText(paper))).toEqual(['AK1'])
})
