import { createHash, type Hash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { OptionLayers } from './paper-settings.ts'
import { packagePath } from '../config/package-root.ts'
import { isTemplateFile } from '../config/template-files.ts'
import { version } from '../config/version.ts'
import type { Limits } from '../model/limits.ts'
import { browserIdentity } from '../print/find-browser.ts'

/** What outputs depend on beside their paper. */
export interface KeyOptions extends OptionLayers {
  /** Browser that the user named. */
  readonly browser?: string
  /** Address of a browser that runs elsewhere: what it is cannot be told from here. */
  readonly browserUrl?: string
  /** Folder whose templates win over ours. */
  readonly templates?: string
  readonly allowRemote?: boolean
  readonly limits?: Limits
}

/**
 * Hashes everything that all papers of a build depend on: program, templates, options and browser.
 *
 * @returns makes the key of one paper, of its path, which messages and titles show, and its bytes
 */
export function buildKey(
  options: KeyOptions,
): (path: string, contents: Uint8Array) => string {
  const {
    browser,
    browserUrl,
    templates,
    allowRemote = false,
    limits,
    flags,
    config,
  } = options
  const common = programHash(templates)
  common.update(
    JSON.stringify([
      browserUrl ??
        browserIdentity(
          browser === undefined ? {} : { executablePath: browser },
        ),
      sorted(flags),
      sorted(config),
      allowRemote,
      sorted(limits),
    ]),
  )
  return (path, contents) =>
    common.copy().update(`${path}\0`).update(contents).digest('hex')
}

/**
 * Begins a hash with what everything depends on that we make: the program and its templates.
 *
 * @param templates folder whose templates win over ours
 */
export function programHash(templates?: string): Hash {
  const hash = createHash('sha256').update(`${version} ${programStamp()}`)
  addTemplates(hash, packagePath('templates'))
  if (templates !== undefined) addTemplates(hash, templates)
  return hash
}

/** What `dist/` was made of: while somebody works on studydeck itself, its version says too little. */
function programStamp(): string {
  try {
    return readFileSync(packagePath('dist', 'sources.sha256'), 'utf8')
  } catch {
    // Sources that run uncompiled.
    return ''
  }
}

/** Two ways of writing the same options are one. */
function sorted(options: object = {}): [string, unknown][] {
  return Object.entries(options).sort(([a], [b]) => (a < b ? -1 : 1))
}

function addTemplates(hash: Hash, folder: string): void {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && isTemplateFile(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  for (const path of files)
    hash
      .update(`${path.slice(folder.length)}\0`)
      .update(readFileSync(path))
      .update('\0')
}
