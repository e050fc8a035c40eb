import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { mutantsOf } from '../support/mutants.ts'
import {
  isRefused,
  participantsText,
  split,
  tokensOf,
} from '../support/split.ts'

const folder = new URL('../fixtures/', import.meta.url)

test('no deleted marker, quote sign, blank line or end of a block puts an answer before participants', () => {
  const survivors: string[] = []
  let count = 0
  for (const name of readdirSync(folder)) {
    const input = new URL(`${name}/input.md`, folder)
    if (!existsSync(input)) continue
    const text = String(split(readFileSync(input)).file.value)
    for (const { what, markdown } of mutantsOf(text)) {
      count++
      const result = split(markdown)
      const leaked = tokensOf(participantsText(result.paper)).filter((token) =>
        token.startsWith('A'),
      )
      if (leaked.length > 0 && !isRefused(result))
        survivors.push(`${name}: without ${what}: ${leaked.join(' ')}`)
    }
  }
  console.info(`${count} mutants, ${survivors.length} survivors`)
  expect(survivors).toEqual([])
  // So that a broken generator of mutants does not pass.
  expect(count).toBeGreaterThan(800)
}, 300_000)
