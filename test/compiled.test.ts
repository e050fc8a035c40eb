import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { transform } from 'esbuild'
import { expect, test } from 'vitest'

/** Most files are loaded by few commands: that all tests pass does not say that each can be. */
test('every compiled file can be read as a module', async () => {
  const names = await readdir('dist', { recursive: true })
  const files = names.filter((name) => name.endsWith('.js'))
  expect(files.length).toBeGreaterThan(50)
  const broken = await Promise.all(
    files.map(async (name) => {
      const text = await readFile(join('dist', name), 'utf8')
      const message = await transform(text, {
        format: 'esm',
        logLevel: 'silent',
      }).then(
        () => '',
        (error: unknown) => `${name}: ${String(error)}`,
      )
      return message.slice(0, 300)
    }),
  )
  expect(broken.filter(Boolean)).toEqual([])
})
