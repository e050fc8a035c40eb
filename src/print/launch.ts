import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { platform, env as processEnv } from 'node:process'
import {
  launch,
  TimeoutError,
  type Browser,
  type BrowserContext,
  type Page,
} from 'puppeteer-core'
import { sandboxFlags } from '../config/sandbox.ts'
import { makeTemporaryFolder, profileName } from '../config/temporary-files.ts'
import { BuildError } from '../model/build-error.ts'
import {
  findBrowser,
  type FindBrowserOptions,
  type FoundBrowser,
} from './find-browser.ts'
import { launchError } from './launch-error.ts'
import { checkOpenFiles } from './open-files.ts'
import { Patience } from './patience.ts'

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

/** A browser that we started. */
export interface LaunchedBrowser extends RunningBrowser {
  readonly browser: Browser
}

/** Window of every page, in CSS pixels. */
export const viewport = { width: 1280, height: 720, deviceScaleFactor: 1 }

const flags = [
  // Same pixels and same glyph positions on every machine.
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
  '--disable-gpu',
  '--disable-lcd-text',
  '--hide-scrollbars',
  // Requests are refused one by one; what no request shows (DNS prefetch, preconnect, updates) goes nowhere either.
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--disable-background-networking',
  '--no-first-run',
  '--no-pings',
  // Nobody could answer the question.
  '--deny-permission-prompts',
] as const

/**
 * Starts a browser with a fresh profile, which is removed when it closes. One that ends while it starts is started again.
 *
 * @param timeout limit in milliseconds for the start
 * @throws BuildError `BROWSER_NOT_FOUND`, `BROWSER_FAILED`, or `NOT_WRITABLE` where there is no room for its profile
 */
export async function launchBrowser(
  options: FindBrowserOptions,
  timeout: number,
): Promise<LaunchedBrowser> {
  checkOpenFiles()
  const found = await findBrowser(options)
  try {
    return await start(found, timeout)
  } catch (cause) {
    if (cause instanceof BuildError || cause instanceof TimeoutError)
      throw await failure(found, cause)
  }
  try {
    return await start(found, timeout)
  } catch (cause) {
    throw await failure(found, cause)
  }
}

async function failure(found: FoundBrowser, cause: unknown): Promise<Error> {
  const error =
    cause instanceof BuildError ? cause : await launchError(found, cause)
  found.cleanup()
  return error
}

async function start(
  found: FoundBrowser,
  timeout: number,
): Promise<LaunchedBrowser> {
  const profile = makeProfile()
  const removeProfile = (): void => {
    removeFolder(profile)
  }
  const cleanup = (): void => {
    process.off('exit', cleanup)
    removeProfile()
    found.cleanup()
  }
  process.on('exit', cleanup)
  // Over the pipe, puppeteer itself waits for ever: https://github.com/puppeteer/puppeteer/blob/main/packages/puppeteer-core/src/node/BrowserLauncher.ts
  const giveUp = new AbortController()
  const patience = new Patience(timeout, () => {
    giveUp.abort()
  })
  try {
    const launched = launch({
      executablePath: found.executablePath,
      userDataDir: profile,
      headless: 'shell',
      // The pipe ends with our process, and the browser with the pipe: no orphan, even after SIGKILL.
      pipe: true,
      waitForInitialPage: false,
      signal: giveUp.signal,
      // How long a document may take hangs on its size: `Browser` keeps the time.
      protocolTimeout: 0,
      defaultViewport: viewport,
      downloadBehavior: { policy: 'deny' },
      // Nobody reads them, and each names its font with all of its bytes.
      networkEnabled: false,
      issuesEnabled: false,
      env: { ...processEnv, ...found.env, ...temporaryFolderIn(profile) },
      args: [...flags, ...sandboxFlags()],
    })
    // One that is paused answers to nothing, not even to its end.
    launched.catch(() => undefined)
    const browser = await Promise.race([launched, aborted(giveUp.signal)])
    await denyPermissions(browser.defaultBrowserContext())
    // Once more, so that it runs after puppeteer has killed the browser, which would write into the profile.
    process.off('exit', cleanup)
    process.on('exit', cleanup)
    const close = async (): Promise<void> => {
      await end(browser)
      cleanup()
    }
    return {
      browser,
      newPage: () => browser.newPage(),
      isConnected: () => browser.connected,
      gone: goneOf(browser),
      close,
    }
  } catch (cause) {
    // Once more at our exit: it may be ending yet, and write into it.
    removeProfile()
    throw giveUp.signal.aborted
      ? new TimeoutError(`No answer within ${timeout} ms`)
      : cause
  } finally {
    patience.stop()
  }
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

async function aborted(signal: AbortSignal): Promise<never> {
  await new Promise((resolve) => {
    signal.addEventListener('abort', resolve)
  })
  throw new Error('Aborted')
}

/** What a page can ask for, by the names of https://www.w3.org/TR/permissions-registry/ */
const permissions = [
  ...['camera', 'clipboard-read', 'clipboard-write', 'geolocation'],
  ...['local-fonts', 'microphone', 'midi', 'notifications'],
  ...['persistent-storage', 'screen-wake-lock', 'storage-access'],
]

/**
 * Refuses documents everything that a browser would ask its user for.
 *
 * @param context in which they are loaded
 */
export async function denyPermissions(context: BrowserContext): Promise<void> {
  const denied = permissions.map(
    (name) => ({ permission: { name }, state: 'denied' }) as const,
  )
  // Chrome 156 refuses to be told about one origin without TLS, even what it shall refuse.
  await context.setPermission('*', ...denied)
}

/** What a browser that is killed cannot remove lies in its profile; elsewhere than on Linux, paths of sockets get too long. */
function temporaryFolderIn(profile: string): { TMPDIR?: string } {
  return platform === 'linux' ? { TMPDIR: profile } : {}
}

function makeProfile(): string {
  try {
    return makeTemporaryFolder(tmpdir(), profileName)
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    throw new BuildError(
      'NOT_WRITABLE',
      `Cannot write to the temporary folder ${tmpdir()} (${code ?? String(cause)}), make room there or set TMPDIR to a folder that you may write to`,
      { cause },
    )
  }
}

/** How often a folder is emptied anew, and how many milliseconds later each time. */
const [mostTries, longer] = [12, 20]

/**
 * Removes a folder into which processes may write that have been killed and are not gone yet. Node.js's own `maxRetries`
 * tries to remove a folder again, but does not empty it again.
 *
 * @see https://github.com/nodejs/node/blob/v20.19.0/lib/internal/fs/rimraf.js `_rmdirSync`
 */
function removeFolder(path: string): void {
  const clock = new Int32Array(new SharedArrayBuffer(4))
  for (let tries = 1; ; tries++) {
    try {
      rmSync(path, { recursive: true, force: true })
      return
    } catch (error) {
      if (tries === mostTries) throw error
      Atomics.wait(clock, 0, 0, tries * longer)
    }
  }
}

/** Nothing of it is kept, so that there is nothing to wait for: Chromium tidies up for a tenth of a second. */
async function end(browser: Browser): Promise<void> {
  const child = browser.process()
  if (platform === 'win32' || child?.pid === undefined || hasEnded(child))
    return browser.close()
  const exit = once(child, 'exit')
  // Its own process group, as puppeteer starts it: helpers end too.
  process.kill(-child.pid, 'SIGKILL')
  await exit
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null
}
