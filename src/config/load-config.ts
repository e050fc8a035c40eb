import { statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, isAbsolute, join, relative, resolve } from 'node:path'
import { getuid } from 'node:process'
import { VFile } from 'vfile'
import { checkOptions, type OptionProblem } from './check-options.ts'
import type { ConfigSource } from './config-source.ts'
import { options as table, type OptionName, type Options } from './options.ts'
import { BuildError } from '../model/build-error.ts'

/** A configuration file that was found and read. */
export interface LoadedConfig {
  /** Carries a message for every wrong key and value; nothing else may be done while it has one. */
  readonly file: VFile
  /** What the good keys say; paths are relative to the current folder. */
  readonly options: Options
}

/** Names of configuration files; the first that a folder has is taken. */
export const configNames = [
  'studydeck.config.json',
  'studydeck.config.yaml',
  'studydeck.config.yml',
  'studydeck.config.js',
  'studydeck.config.mjs',
  'studydeck.config.ts',
] as const

const names = Object.keys(table) as OptionName[]

/**
 * Finds the configuration file: in the folder, or in the nearest one above it.
 *
 * Files of other users do not count: anybody may put one into `/tmp`, and it may name programs to run.
 *
 * @param folder where to begin
 */
export function findConfig(folder: string): string | undefined {
  const path = configNames.map((name) => join(folder, name)).find(isOurs)
  const parent = dirname(folder)
  return path ?? (parent === folder ? undefined : findConfig(parent))
}

/**
 * Reads a configuration file and checks it. Relative paths in it are relative to its own folder.
 *
 * @param path JSON, YAML, or a module with a default export
 * @param cwd current folder, which messages and the options' paths are relative to
 * @throws {BuildError} `INVALID_OPTION` when it cannot be read or run at all
 */
export async function loadConfig(
  path: string,
  cwd: string,
): Promise<LoadedConfig> {
  const absolute = resolve(cwd, path)
  const shown = relative(cwd, absolute) || path
  const file = new VFile({ path: shown, value: await text(absolute, shown) })
  // With its parser only where there is something to parse.
  const { readSource } = await import('./config-source.ts')
  const { written, rangeOf, write } = await readSource(file, absolute)
  if (!isRecord(written)) {
    complain(
      file,
      [0, 0],
      'Unexpected content, expected one object with options',
      `Write options such as \`${write('paperSize', 'A4')}\`.`,
    )
    return { file, options: {} }
  }
  const { options, problems } = checkOptions(forUs(written), names)
  for (const problem of problems)
    complain(
      file,
      rangeOf?.(problem.key),
      reasonOf(problem, write),
      'See docs/options.md for every option.',
    )
  return { file, options: withPaths(options, dirname(shown)) }
}

function reasonOf(
  { reason, meant }: OptionProblem,
  write: ConfigSource['write'],
): string {
  return meant
    ? `${reason}, did you mean \`${write(meant.key, meant.value)}\`?`
    : reason
}

async function text(path: string, shown: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    throw new BuildError(
      'INVALID_OPTION',
      `Cannot read the configuration ${shown} (${code ?? ''}), give --config the path of a readable file`,
      { cause },
    )
  }
}

function isOurs(path: string): boolean {
  const stats = statSync(path, { throwIfNoEntry: false })
  const user = getuid?.() ?? 0
  return stats !== undefined && (user === 0 || [0, user].includes(stats.uid))
}

function complain(
  file: VFile,
  range: readonly [number, number] | undefined,
  reason: string,
  note: string,
): void {
  const message = file.message(reason, {
    ...(range
      ? { place: { start: point(file, range[0]), end: point(file, range[1]) } }
      : {}),
    ruleId: 'option-invalid',
    source: 'studydeck',
  })
  message.fatal = true
  message.note = note
  message.url = 'docs/options.md'
}

function point(file: VFile, offset: number): { line: number; column: number } {
  const lines = String(file.value).slice(0, offset).split('\n')
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 }
}

/** Paths are written relative to the configuration's own folder. */
function withPaths(options: Options, folder: string): Options {
  const { templates, out, site, browser } = options
  const below = (path: string): string =>
    isAbsolute(path) ? path : join(folder, path)
  return {
    ...options,
    ...(templates === undefined ? {} : { templates: below(templates) }),
    ...(out === undefined ? {} : { out: below(out) }),
    ...(site === undefined ? {} : { site: below(site) }),
    ...(browser === undefined ? {} : { browser: below(browser) }),
  }
}

/** `$schema` is for editors. */
function forUs(written: Readonly<Record<string, unknown>>): typeof written {
  return Object.fromEntries(
    Object.entries(written).filter(([key]) => key !== '$schema'),
  )
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
