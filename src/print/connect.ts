import { connect } from 'puppeteer-core'
import { BuildError } from '../model/build-error.ts'
import { viewport } from './launch.ts'
import { denyPermissions } from './permissions.ts'
import { goneOf, type RunningBrowser } from './running-browser.ts'

/**
 * Connects to a browser that runs elsewhere. Documents go over the connection: it needs none of our files.
 *
 * What others do in the same browser is out of sight: pages get a context of their own, which closing removes.
 *
 * @param url `ws://…` or `wss://…`; behind it may be a pool that gives each connection a browser
 * @param timeout limit in milliseconds for a small document
 * @throws BuildError `BROWSER_FAILED`
 */
export async function connectBrowser(
  url: string,
  timeout: number,
): Promise<RunningBrowser> {
  try {
    const browser = await connect({
      browserWSEndpoint: url,
      defaultViewport: viewport,
      // How long a document may take hangs on its size: `Browser` keeps the time. This is for what it does not see.
      protocolTimeout: timeout * 10,
    })
    const context = await browser.createBrowserContext({
      downloadBehavior: { policy: 'deny' },
    })
    await denyPermissions(context)
    const close = async (): Promise<void> => {
      // Where the connection is gone, the other side has closed it.
      await context.close().catch(() => undefined)
      await browser.disconnect()
    }
    return {
      isConnected: () => browser.connected,
      gone: goneOf(browser),
      newPage: () => context.newPage(),
      close,
    }
  } catch (cause) {
    throw new BuildError(
      'BROWSER_FAILED',
      // Without path and query, which may hold a password.
      `Cannot connect to the browser at ${new URL(url).host} (${reasonOf(cause)}), start one there or correct --browser-url`,
      { cause },
    )
  }
}

/** The transport rejects with an event, which has its error inside. */
function reasonOf(cause: unknown): string {
  const { message = '' } = cause as { readonly message?: string }
  return message === '' ? 'no answer' : message
}
