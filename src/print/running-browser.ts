import type { Browser, Page } from 'puppeteer-core'

/** A browser that can be used, ours or one that we are connected to. */
export interface RunningBrowser {
  /** Opens an empty page. */
  readonly newPage: () => Promise<Page>
  readonly isConnected: () => boolean
  /** Aborted when the browser ends, or the connection to it: what waits for an event of its would wait for ever. */
  readonly gone: AbortSignal
  /** Leaves nothing behind. */
  readonly close: () => Promise<void>
}

/**
 * A signal that is aborted when a browser ends, or the connection to it.
 *
 * puppeteer refuses what was sent then, but still waits for targets that are to come or to go.
 *
 * @see https://github.com/puppeteer/puppeteer/blob/main/packages/puppeteer-core/src/cdp/Page.ts `close`
 */
export function goneOf(browser: Browser): AbortSignal {
  const gone = new AbortController()
  browser.once('disconnected', () => {
    gone.abort()
  })
  return gone.signal
}
