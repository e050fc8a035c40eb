import { readFileSync } from 'node:fs'
import katex from 'katex'
import { expect, test } from 'vitest'
import { openMarp } from '../../../src/render/slides/marp.ts'
import { packedCss } from '../../../src/render/slides/packed-themes.ts'

const themes = ['studydeck', 'studydeck-dark'].map((name) =>
  readFileSync(`templates/themes/${name}.css`, 'utf8'),
)
const others = themes.map((css) => `${css}\n`)

test.each([{}, { katex }])(
  'themes that were packed beforehand style a deck as those that Marp packs for it',
  async (typesetting) => {
    expect(packedCss(themes)).toBeDefined()
    expect(packedCss(others)).toBeUndefined()
    const ours = await openMarp(themes, typesetting)
    const theirs = await openMarp(others, typesetting)
    for (const body of ['# a\n', '$x$\n', '<style>h1 { color: red }</style>\n'])
      for (const theme of ['studydeck', 'studydeck-dark']) {
        const deck = `---\ntheme: ${theme}\n---\n\n${body}`
        expect(ours(deck)).toEqual(theirs(deck))
      }
  },
)
