import { expect, it } from 'vitest'
import { commandGroups, commands } from '../../src/player/commands.ts'
import { keyLabel } from '../../src/player/keys.ts'
import { fill, playerText, playerWords } from '../../src/player/words.ts'

it('has a word for every command and group, in both languages', () => {
  for (const lang of ['ko', 'en'] as const) {
    const words = playerWords(lang)
    for (const name of Object.keys(commandGroups))
      expect(words).toHaveProperty(name)
    for (const { name } of commands) expect(words).toHaveProperty(name)
  }
})

it('names the same values in both languages', () => {
  const values = (word: string): string[] => word.match(/\{\w+\}/g) ?? []
  const [ko, en] = [playerWords('ko'), playerWords('en')]
  for (const [key, word] of Object.entries(en))
    expect([key, values(word)]).toEqual([
      key,
      values(ko[key as keyof typeof ko]),
    ])
})

it('tells the fonts every character that the player can show', () => {
  const text = new Set(playerText('ko'))
  const shown = [
    ...Object.values(playerWords('ko')),
    ...commands.flatMap(({ keys }) => keys.map(keyLabel)),
    '0123456789:/-.·…',
  ].join('')
  const missing = Array.from(shown).filter((character) => !text.has(character))
  expect(missing).toEqual([])
})

it('puts values into words, and leaves unknown ones', () => {
  expect(fill('{n}쪽, {id}', { n: 3 })).toBe('3쪽, {id}')
})
