import { afterEach, expect, test, vi } from 'vitest'
import { studydeck } from '../support/terminal.ts'

afterEach(() => {
  vi.doUnmock('node:process')
  vi.resetModules()
})

async function sandboxFor(uid: number | undefined, wish?: string) {
  vi.resetModules()
  vi.doMock('node:process', () => ({
    env: wish === undefined ? {} : { STUDYDECK_NO_SANDBOX: wish },
    getuid: uid === undefined ? undefined : () => uid,
  }))
  const { sandboxFlags, sandboxState } =
    await import('../../src/config/sandbox.ts')
  return [sandboxState(), ...sandboxFlags()]
}

test('only root goes without the sandbox, and who asks for it', async () => {
  expect(await sandboxFor(1000)).toEqual(['on'])
  expect(await sandboxFor(undefined)).toEqual(['on'])
  expect(await sandboxFor(1000, '0')).toEqual(['on'])
  expect(await sandboxFor(0)).toEqual([
    'off (--no-sandbox), because Chromium refuses it to root: build papers that you trust, or as another user',
    '--no-sandbox',
  ])
  expect(await sandboxFor(1000, '1')).toEqual([
    'off (--no-sandbox), because STUDYDECK_NO_SANDBOX is 1',
    '--no-sandbox',
  ])
})

test('--verbose says so', async () => {
  const { error } = await studydeck('check', 'none.md', '--verbose')
  const isOn = process.getuid?.() !== 0
  expect(error).toContain(
    isOn
      ? 'sandbox of the browser: on\n'
      : 'sandbox of the browser: off (--no-sandbox), because Chromium refuses it to root',
  )
  expect((await studydeck('check', 'none.md')).error).not.toContain('sandbox')
})
