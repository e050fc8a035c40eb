import { expect, test, vi } from 'vitest'
import type { RunningBrowser } from '../../src/print/running-browser.ts'
import { Browser } from '../../src/print/index.ts'

const { launchBrowser } = vi.hoisted(() => ({ launchBrowser: vi.fn() }))

vi.mock('../../src/print/start-browser.ts', () => ({
  launchBrowser,
  connectBrowser: undefined,
  TimeoutError: class extends Error {},
}))

const never = new Promise<never>(() => undefined)

/** A browser that ends while it is asked for a page, or asked to close one. */
function dying(page?: object): RunningBrowser {
  return {
    newPage: () => (page ? Promise.resolve(page as never) : never),
    isConnected: () => false,
    gone: AbortSignal.abort(),
    close: () => Promise.resolve(),
  }
}

test.each([
  ['a page that never comes', dying()],
  [
    'a page that never closes',
    dying({ on: () => undefined, close: () => never }),
  ],
])('nobody waits for %s from a browser that is gone', async (_, running) => {
  launchBrowser.mockReset().mockResolvedValue(running)
  await expect(
    new Browser().withPage('<!doctype html>', () => Promise.resolve(1)),
  ).rejects.toThrow('the browser crashed twice')
  expect(launchBrowser).toHaveBeenCalledTimes(2)
})
