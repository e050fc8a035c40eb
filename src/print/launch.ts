import { spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getuid, platform, env as processEnv } from 'node:process'
import { launch, type Browser, type Page } from 'puppeteer-core'
import { BuildError } from '../model/build-error.ts'
import {
  findBrowser,
  type FindBrowserOptions,
  type FoundBrowser,
} from './find-browser.ts'

/** A browser that can be used, ours or one that we are connected to. */
export interface RunningBrowser {
  /** Opens an empty page. */
  readonly newPage: () => Promise<Page>
  readonly isConnected: () => boolean
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
] as const

/**
 * Starts a browser with a fresh profile, which is removed when it closes.
 *
 * @param timeout limit in milliseconds for the start
 * @throws BuildError `BROWSER_NOT_FOUND` or `BROWSER_FAILED`
 */
export async function launchBrowser(
  options: FindBrowserOptions,
  timeout: number,
): Promise<LaunchedBrowser> {
  const found = await findBrowser(options)
  const profile = mkdtempSync(join(tmpdir(), 'studydeck-profile-'))
  const cleanup = (): void => {
    process.off('exit', cleanup)
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
    found.cleanup()
  }
  process.on('exit', cleanup)
  try {
    const browser = await launch({
      executablePath: found.executablePath,
      userDataDir: profile,
      headless: 'shell',
      // The pipe ends with our process, and the browser with the pipe: no orphan, even after SIGKILL.
      pipe: true,
      waitForInitialPage: false,
      timeout,
      // How long a document may take hangs on its size: `Browser` keeps the time.
      protocolTimeout: 0,
      defaultViewport: viewport,
      env: { ...processEnv, ...found.env },
      args: [...flags, ...sandboxFlags()],
    })
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
      close,
    }
  } catch (cause) {
    const error = launchError(found, cause)
    cleanup()
    throw error
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

/** Chromium refuses to run as root inside its sandbox; nobody else goes without unless they ask for it. */
function sandboxFlags(): string[] {
  const isRoot = getuid?.() === 0
  return isRoot || processEnv['STUDYDECK_NO_SANDBOX'] === '1'
    ? ['--no-sandbox']
    : []
}

function launchError(found: FoundBrowser, cause: unknown): BuildError {
  const message = cause instanceof Error ? cause.message : String(cause)
  const reason = `${complaintsOf(found)}\n${message}`
  return new BuildError(
    'BROWSER_FAILED',
    `Cannot start \`${found.executablePath}\`${cureFor(reason)}`,
    { cause },
  )
}

/** Starts the browser once more for what it says: over the pipe, puppeteer only learns that it is gone. */
function complaintsOf({ executablePath, env }: FoundBrowser): string {
  const { stderr, error } = spawnSync(
    executablePath,
    ['--headless', '--dump-dom', ...sandboxFlags(), 'about:blank'],
    { env: { ...processEnv, ...env }, encoding: 'utf8', timeout: 10_000 },
  )
  return error?.message ?? stderr
}

function cureFor(reason: string): string {
  if (reason.includes('No usable sandbox')) {
    return ' in its sandbox, allow unprivileged user namespaces, name an installed Chrome with --browser, or set STUDYDECK_NO_SANDBOX=1 if you trust your papers'
  }
  const library = /([\w.+-]+\.so[\w.]*): cannot open shared object/.exec(reason)
  if (library) {
    return ` without ${library[1] ?? ''}, install it or name another browser with --browser`
  }
  const line = reason.split('\n').find((text) => text.trim()) ?? ''
  return ` (${line.trim()}), name another browser with --browser`
}
