import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'

const page = await readFile('ARCHITECTURE.md', 'utf8')

test('ARCHITECTURE.md is short', () => {
  expect(page.split('\n').length).toBeLessThanOrEqual(150)
})

test('every dependency has its reason, and every reason its dependency', async () => {
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(
    await readFile('package.json', 'utf8'),
  ) as Record<string, Record<string, string>>
  const installed = Object.keys({
    ...dependencies,
    ...devDependencies,
    ...optionalDependencies,
  })
  const rows = page
    .slice(page.indexOf('## Dependencies'))
    .matchAll(/^\| (`.+?) \|/gm)
  const named = [...rows].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name),
  )
  const isNamed = (name: string, by: string): boolean =>
    by.endsWith('*') ? name.startsWith(by.slice(0, -1)) : name === by
  expect(
    installed.filter((name) => !named.some((by) => isNamed(name, by))),
  ).toEqual([])
  expect(
    named.filter((by) => !installed.some((name) => isNamed(name, by))),
  ).toEqual([])
})
