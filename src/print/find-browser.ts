import { statSync } from 'node:fs'
import { join } from 'node:path'
import { env } from 'node:process'
import { BuildError } from '../model/build-error.ts'
import { bundledShellFolder, unpackShell } from './bundled-shell.ts'
import {
  installedBrowsers,
  isExecutable,
  puppeteerCacheBrowsers,
} from './installed-browsers.ts'
import { missesLibraries } from './shared-libraries.ts'

/** Which browser to take, and whom to tell that it takes a while. */
export interface FindBrowserOptions {
  /** Browser that the user named; nothing else is tried then. */
  readonly executablePath?: string
  /** Called before the bundled browser is unpacked, which takes some seconds, once. */
  readonly onUnpack?: () => void
}

/** A browser that can be started. */
export interface FoundBrowser {
  readonly executablePath: string
  /** What its environment needs beyond ours. */
  readonly env: Readonly<Record<string, string>>
  /** Removes what was unpacked only for this process. */
  readonly cleanup: () => void
}

const environmentNames = ['STUDYDECK_BROWSER', 'PUPPETEER_EXECUTABLE_PATH']

/**
 * Finds a browser: the one that was named, the bundled headless shell, puppeteer's cache, an installed one.
 *
 * @throws BuildError `BROWSER_NOT_FOUND` when there is none, or when the named one cannot be run
 */
export async function findBrowser(
  options: FindBrowserOptions = {},
): Promise<FoundBrowser> {
  const named = namedBrowser(options)
  if (named) return plain(named)
  const packed = bundledShellFolder()
  if (packed) return bundled(packed, options)
  const installed = [...puppeteerCacheBrowsers(), ...installedBrowsers()].find(
    isExecutable,
  )
  if (installed) return plain(installed)
  throw new BuildError(
    'BROWSER_NOT_FOUND',
    'Cannot find Chrome, Chromium or Edge, install one or run `npx @puppeteer/browsers install chrome-headless-shell --path ~/.cache/puppeteer`',
  )
}

/**
 * Names the browser that would be started, without starting or unpacking it: another name may mean other bytes of a PDF.
 *
 * @returns path, with the size and time of what is not ours; empty where no browser can be found
 */
export function browserIdentity(options: FindBrowserOptions = {}): string {
  try {
    const path = namedBrowser(options)
    if (path !== undefined) return stamped(path)
    const packed = bundledShellFolder()
    if (packed) return stamped(join(packed, 'chromium.br'))
    const installed = [...puppeteerCacheBrowsers(), ...installedBrowsers()]
    return stamped(installed.find(isExecutable) ?? '')
  } catch {
    // Whoever starts it is told.
    return ''
  }
}

function stamped(path: string): string {
  const { size, mtimeMs } = statSync(path)
  return `${path} ${size} ${mtimeMs}`
}

/** The browser that the user named, where it can be run: a wrong name is told, not worked around. */
function namedBrowser(options: FindBrowserOptions): string | undefined {
  const [source, path] = [
    ['--browser', options.executablePath] as const,
    ...environmentNames.map((name) => [name, env[name]] as const),
  ].find(([, value]) => value) ?? ['', undefined]
  if (path === undefined) return undefined
  if (isExecutable(path)) return path
  throw new BuildError(
    'BROWSER_NOT_FOUND',
    `Cannot run the browser \`${path}\`, give ${source} the path of a Chrome, Chromium or Edge program`,
  )
}

async function bundled(
  packed: string,
  options: FindBrowserOptions,
): Promise<FoundBrowser> {
  try {
    const shell = await unpackShell(packed, options.onUnpack)
    return {
      executablePath: shell.executablePath,
      env: {
        FONTCONFIG_FILE: shell.fontConfiguration,
        ...(missesLibraries() ? { LD_LIBRARY_PATH: shell.libraries } : {}),
      },
      cleanup: shell.cleanup,
    }
  } catch (cause) {
    throw new BuildError(
      'BROWSER_FAILED',
      'Cannot unpack the bundled browser, free 200 MB in a cache or temporary folder that nobody else can write to or name a browser with --browser',
      { cause },
    )
  }
}

function plain(executablePath: string): FoundBrowser {
  return { executablePath, env: {}, cleanup: () => undefined }
}
