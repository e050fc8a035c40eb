import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { commands } from '../../src/player/commands.ts'
import { keyName } from '../../src/player/keys.ts'

it.each([
  [{ key: 's', code: 'KeyS' }, 's'],
  [{ key: 'S', code: 'KeyS', shiftKey: true }, 's'],
  [{ key: 'ㄴ', code: 'KeyS' }, 's'],
  [{ key: 'Process', code: 'KeyS' }, 's'],
  [{ key: 'Process', code: 'Slash', shiftKey: true }, '?'],
  [{ key: 'Process', code: 'Slash' }, '/'],
  [{ key: 'Process', code: 'Equal', shiftKey: true }, '+'],
  [{ key: 'Process', code: 'BracketLeft' }, '['],
  [{ key: ' ', code: 'Space' }, 'Space'],
  [{ key: ' ', code: 'Space', shiftKey: true }, 'Shift+Space'],
  [{ key: 'F5', code: 'F5', shiftKey: true }, 'F5'],
  [{ key: 'ArrowRight', code: 'ArrowRight' }, 'ArrowRight'],
  [{ key: '+', code: 'NumpadAdd' }, '+'],
])('reads %o as %s', (event, name) => {
  expect(keyName(event as unknown as KeyboardEvent)).toBe(name)
})

it('gives no key to two commands', () => {
  const keys = commands.flatMap((command) => command.keys)
  expect(keys).toHaveLength(new Set(keys).size)
})

it('has every key pressed in a browser', () => {
  const folder = 'test/browser'
  const tests = readdirSync(folder)
    .filter((name) => name.startsWith('player-'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n')
  const keys = commands.flatMap((command) => command.keys)
  expect(
    keys.filter((key) => !tests.includes(`'${key.replace('Shift+', '')}'`)),
  ).toEqual([])
})
