import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { inspectPaper } from '../src/split/index.ts'
import {
  isRefused,
  messagesText,
  participantsText,
  split,
  tokensOf,
} from './support/split.ts'

const folder = new URL('fixtures/', import.meta.url)
const names = readdirSync(folder).filter((name) =>
  existsSync(new URL(`${name}/input.md`, folder)),
)

/** Questions of the front matter that a paper with questions of its own does not use. */
const unused = new Set(['QK9'])

describe.each(names)('%s', (name) => {
  // Bytes: some are there for their encoding.
  const result = split(
    readFileSync(new URL(`${name}/input.md`, folder)),
    `${name}.md`,
  )
  const input = String(result.file.value)
  const seen = tokensOf(participantsText(result.paper))

  test('shows participants no answer and no note', () => {
    expect(seen.filter((token) => /^[AHN]/.test(token))).toEqual([])
  })

  test('shows them every question, or is refused', () => {
    const wanted = tokensOf(input).filter(
      (token) => /^[QS]/.test(token) && !unused.has(token),
    )
    if (!isRefused(result)) expect(seen.toSorted()).toEqual(wanted.toSorted())
    else expect(result.paper.certain).toBe(false)
  })

  test('is outlined as in its golden file', async () => {
    const { paper, file } = result
    await expect(
      `${JSON.stringify(inspectPaper(paper, file.messages), null, 2)}\n`,
    ).toMatchFileSnapshot(`fixtures/${name}/outline.json`)
  })

  test('reports what its golden file says', async () => {
    await expect(messagesText(result)).toMatchFileSnapshot(
      `fixtures/${name}/messages.txt`,
    )
  })
})
