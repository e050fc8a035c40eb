import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { commands } from '../src/player/commands.ts'
import { keyLabel } from '../src/player/keys.ts'
import { playerWords } from '../src/player/words.ts'

test('docs/presenting.md has every command with its keys', async () => {
  const page = await readFile('docs/presenting.md', 'utf8')
  const rows = [...page.matchAll(/^\| (.+?) \| (`.+`) \|$/gm)]
  const words = playerWords('en')
  expect(rows.map(([, command, keys]) => ({ command, keys }))).toEqual(
    commands.map(({ name, keys }) => ({
      command: words[name],
      keys: keys.map((key) => `\`${keyLabel(key)}\``).join(' '),
    })),
  )
})
