import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { writingGuide } from '../scripts/writing-guide.js'

test('docs/writing.md is what scripts/writing-guide.js makes of the conventions', async () => {
  expect(await readFile('docs/writing.md', 'utf8')).toBe(await writingGuide())
})
