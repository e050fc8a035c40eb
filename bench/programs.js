// @ts-check
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { env, execPath, getuid } from 'node:process'
import { fileURLToPath, pathToFileURL } from 'node:url'

/** @typedef {import('./processes.js').Command} Command */

const root = fileURLToPath(new URL('..', import.meta.url))

/**
 * A build of studydeck that makes everything anew.
 *
 * @param {readonly string[]} args
 * @returns {Command}
 */
export function studydeck(...args) {
  return {
    program: execPath,
    args: [join(root, 'dist/cli.js'), 'build', '--force', ...args],
  }
}

/**
 * marp-cli with the theme of our decks.
 *
 * @param {readonly string[]} args
 * @param {{ shell?: HeadlessShell | undefined, theme?: string }} [options] without a shell it chooses its browser itself
 * @returns {Command}
 */
export function marp(args, { shell, theme = deckTheme } = {}) {
  return {
    program: execPath,
    args: [marpProgram, ...args, '--no-stdin', '--theme-set', theme],
    env: {
      ...(getuid?.() === 0 ? { CHROME_NO_SANDBOX: '1' } : {}),
      ...(shell ? { CHROME_PATH: shell.path, ...shell.env } : {}),
    },
  }
}

const marpProgram = join(
  root,
  'bench/node_modules/@marp-team/marp-cli/marp-cli.js',
)
const deckTheme = join(root, 'templates/themes/studydeck.css')

/**
 * The theme of our decks with the fonts of our decks, as files: whoever wants the same PDF of marp-cli writes this.
 *
 * @returns {string} CSS
 */
export function themeWithFonts() {
  const faces = [
    [
      'Pretendard',
      400,
      'pretendard/dist/public/static/alternative/Pretendard-Regular.ttf',
    ],
    [
      'Pretendard',
      700,
      'pretendard/dist/public/static/alternative/Pretendard-Bold.ttf',
    ],
    ['D2Coding', 400, '@kfonts/d2coding/src/D2Coding.ttf'],
    ['D2Coding', 700, '@kfonts/d2coding/src/D2CodingBold.ttf'],
  ].map(
    ([family, weight, file]) =>
      `@font-face{font-family:"${family}";font-weight:${weight};src:url("${pathToFileURL(join(root, 'node_modules', String(file)))}")}`,
  )
  return `${readFileSync(deckTheme, 'utf8')}\n${faces.join('\n')}\n`
}

/**
 * The browser that studydeck starts where it has its own.
 *
 * @typedef {object} HeadlessShell
 * @property {string} path
 * @property {Readonly<Record<string, string>>} env what it needs to find its fonts and libraries
 */

/**
 * Finds the headless shell that an earlier run of studydeck unpacked.
 *
 * @returns {HeadlessShell | undefined}
 */
export function headlessShell() {
  const cache = join(
    env['XDG_CACHE_HOME'] || join(homedir(), '.cache'),
    'studydeck',
  )
  const name = existsSync(cache)
    ? readdirSync(cache).find((entry) => entry.startsWith('headless-shell-'))
    : undefined
  if (name === undefined) return undefined
  const folder = join(cache, name)
  return {
    path: join(folder, 'chromium'),
    env: {
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
      LD_LIBRARY_PATH: join(folder, 'lib'),
    },
  }
}

/** Whether marp-cli will find a browser by itself: the names that it looks for on Linux and macOS. */
export function hasInstalledBrowser() {
  const names = [
    'google-chrome',
    'google-chrome-stable',
    'chrome',
    'chromium',
    'chromium-browser',
  ]
  const paths = [
    ...(env['PATH'] ?? '')
      .split(delimiter)
      .flatMap((folder) => names.map((name) => join(folder, name))),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ]
  return paths.some((path) => existsSync(path))
}
