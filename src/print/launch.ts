import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { platform, env as processEnv } from 'node:process'
import { launch, TimeoutError, type Browser } from 'puppeteer-core'
import { sandboxFlags } from '../config/sandbox.ts'
import { BuildError } from '../model/build-error.ts'
import {
  findBrowser,
  type FindBrowserOptions,
  type FoundBrowser,
} from './find-browser.ts'
import { launchError } from './launch-error.ts'
import { checkOpenFiles } from './open-files.ts'
import { Patience } from './patience.ts'
import { denyPermissions } from './permissions.ts'
import { makeProfile, removeProfile, temporaryFolderIn } from './profile.ts'
import { goneOf, type RunningBrowser } from './running-browser.ts'

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
  const cleanup = (): void => {
    process.off('exit', cleanup)
    removeProfile(profile)
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
    removeProfile(profile)
    throw giveUp.signal.aborted
      ? new TimeoutError(`No answer within ${timeout} ms`)
      : cause
  } finally {
    patience.stop()
  }
}

async function aborted(signal: AbortSignal): Promise<never> {
  await new Promise((resolve) => {
    signal.addEventListener('abort', resolve)
  })
  throw new Error('Aborted')
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
