import {
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { execPath } from 'node:process'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { findBrowser } from '../../src/print/find-browser.ts'
import {
  installedBrowsers,
  isExecutable,
  puppeteerCacheBrowsers,
} from '../../src/print/installed-browsers.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(realpathSync(tmpdir()), 'studydeck-test-'))
  vi.stubEnv('STUDYDECK_BROWSER', '')
  vi.stubEnv('PUPPETEER_EXECUTABLE_PATH', '')
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

function program(...path: string[]): string {
  const file = join(folder, ...path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, '', { mode: 0o755 })
  return file
}

describe('findBrowser()', () => {
  it('takes the browser that was named before those of the environment', async () => {
    vi.stubEnv('STUDYDECK_BROWSER', program('second'))
    vi.stubEnv('PUPPETEER_EXECUTABLE_PATH', program('third'))
    const executablePath = program('first')
    const named = await findBrowser({ executablePath })
    expect(named.executablePath).toBe(executablePath)
    const second = await findBrowser()
    expect(second.executablePath).toBe(join(folder, 'second'))
    vi.stubEnv('STUDYDECK_BROWSER', '')
    const third = await findBrowser()
    expect(third.executablePath).toBe(join(folder, 'third'))
  })

  it('tells that a named browser is not there instead of taking another', async () => {
    await expect(
      findBrowser({ executablePath: '/no/such/browser' }),
    ).rejects.toMatchObject({
      code: 'BROWSER_NOT_FOUND',
      message:
        'Cannot run the browser `/no/such/browser`, give --browser the path of a Chrome, Chromium or Edge program',
    })
    vi.stubEnv('PUPPETEER_EXECUTABLE_PATH', folder)
    await expect(findBrowser()).rejects.toMatchObject({
      message: `Cannot run the browser \`${folder}\`, give PUPPETEER_EXECUTABLE_PATH the path of a Chrome, Chromium or Edge program`,
    })
  })
})

describe('puppeteerCacheBrowsers()', () => {
  it('lists headless shells before desktop browsers and new before old', () => {
    const old = program(
      'chrome-headless-shell/linux-99.0.1/chrome-headless-shell-linux64/chrome-headless-shell',
    )
    const young = program(
      'chrome-headless-shell/linux-143.0.1/chrome-headless-shell-linux64/chrome-headless-shell',
    )
    const desktop = program('chrome/linux-150.0.1/chrome-linux64/chrome')
    expect(puppeteerCacheBrowsers(folder).filter(isExecutable)).toEqual([
      young,
      old,
      desktop,
    ])
  })

  it('is empty without a cache', () => {
    expect(puppeteerCacheBrowsers(join(folder, 'none'))).toEqual([])
  })
})

describe('installedBrowsers()', () => {
  it('looks in PATH before well-known folders', () => {
    const chromium = program('bin/chromium')
    vi.stubEnv('PATH', ['', join(folder, 'bin')].join(delimiter))
    expect(installedBrowsers('linux').find((path) => path === chromium)).toBe(
      chromium,
    )
    expect(installedBrowsers('linux')[0]).toBe(
      join(folder, 'bin', 'chrome-headless-shell'),
    )
  })

  it('knows where macOS and Windows keep Chrome and Edge', () => {
    vi.stubEnv('PROGRAMFILES', 'C:/Program Files')
    vi.stubEnv('PATH', '')
    expect(installedBrowsers('darwin')).toContain(
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    )
    expect(installedBrowsers('win32')).toContain(
      join(
        'C:/Program Files',
        'Microsoft',
        'Edge',
        'Application',
        'msedge.exe',
      ),
    )
  })
})

describe('isExecutable()', () => {
  it('is true for programs, false for folders and what is missing', () => {
    expect([execPath, folder, join(folder, 'none')].map(isExecutable)).toEqual([
      true,
      false,
      false,
    ])
  })
})
