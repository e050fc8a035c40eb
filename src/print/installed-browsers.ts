import { accessSync, constants, readdirSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { env, platform as currentPlatform } from 'node:process'

/** Where a browser may stand on one platform. */
interface BrowserPlaces {
  /** Names to look for in `PATH`, best first. */
  readonly commands: readonly string[]
  /** Full paths, best first. */
  readonly paths: readonly string[]
}

/**
 * Whether a path is a file that may be run.
 *
 * A folder has the same permission bit, so that it must be told apart.
 */
export function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}

/**
 * Browsers that puppeteer or `@puppeteer/browsers` downloaded, headless shells first, newest first.
 *
 * @see https://pptr.dev/guides/configuration
 */
export function puppeteerCacheBrowsers(
  cache: string = env['PUPPETEER_CACHE_DIR'] ??
    join(homedir(), '.cache', 'puppeteer'),
): string[] {
  return ['chrome-headless-shell', 'chrome'].flatMap((product) =>
    newestFirst(foldersIn(join(cache, product))).flatMap((build) =>
      foldersIn(join(cache, product, build)).flatMap((folder) =>
        programNames[product as keyof typeof programNames].map((name) =>
          join(cache, product, build, folder, name),
        ),
      ),
    ),
  )
}

const programNames = {
  'chrome-headless-shell': [
    'chrome-headless-shell',
    'chrome-headless-shell.exe',
  ],
  chrome: [
    'chrome',
    'chrome.exe',
    'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  ],
} as const

/** Every place in which an installed Chrome, Chromium or Edge may stand, best first. */
export function installedBrowsers(
  platform: NodeJS.Platform = currentPlatform,
): string[] {
  const { commands, paths } = placesOn(platform)
  const folders = (env['PATH'] ?? '').split(delimiter).filter(Boolean)
  return [
    ...commands.flatMap((command) =>
      folders.map((folder) => join(folder, command)),
    ),
    ...paths,
  ]
}

function placesOn(platform: NodeJS.Platform): BrowserPlaces {
  if (platform === 'darwin') return { commands: [], paths: macPaths() }
  if (platform === 'win32') {
    return { commands: ['chrome.exe', 'msedge.exe'], paths: windowsPaths() }
  }
  return {
    commands: [
      'chrome-headless-shell',
      'google-chrome-stable',
      'google-chrome',
      'chromium',
      'chromium-browser',
      'microsoft-edge-stable',
      'microsoft-edge',
    ],
    paths: [
      '/opt/google/chrome/chrome',
      '/usr/lib/chromium/chromium',
      '/usr/lib64/chromium-browser/chromium-browser',
      '/opt/microsoft/msedge/msedge',
      '/snap/bin/chromium',
    ],
  }
}

function macPaths(): string[] {
  const programs = ['Google Chrome', 'Chromium', 'Microsoft Edge']
  return programs.flatMap((program) =>
    ['/', homedir()].map((root) =>
      join(root, 'Applications', `${program}.app`, 'Contents/MacOS', program),
    ),
  )
}

function windowsPaths(): string[] {
  const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap(
    (name) => env[name] ?? [],
  )
  const programs = [
    ['Google', 'Chrome', 'Application', 'chrome.exe'],
    ['Chromium', 'Application', 'chrome.exe'],
    ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
  ]
  return programs.flatMap((program) =>
    roots.map((root) => join(root, ...program)),
  )
}

function foldersIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
  } catch {
    return []
  }
}

function newestFirst(builds: string[]): string[] {
  const byNumber = new Intl.Collator('en', { numeric: true })
  return builds.toSorted((a, b) => byNumber.compare(b, a))
}
