import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { convert } from 'fontverter'
import { readCoverage } from './cmap.ts'
import type { Face } from './faces.ts'

/** A font in memory. */
export interface FontFile {
  /** TrueType, whatever the file was packed in. */
  readonly bytes: Buffer
  /** Code points that it has a glyph for. */
  readonly coverage: ReadonlySet<number>
}

const require = createRequire(import.meta.url)
const loaded = new Map<string, Promise<FontFile>>()

/** Loads a face's file from its npm package, once a process. */
export function loadFont(face: Face): Promise<FontFile> {
  const path = fontPath(face)
  const font = loaded.get(path) ?? readFont(path)
  loaded.set(path, font)
  return font
}

async function readFont(path: string): Promise<FontFile> {
  const bytes = await convert(await readFile(path), 'sfnt')
  return { bytes, coverage: readCoverage(bytes) }
}

/** Packages with an `exports` field hide their files from `require.resolve`: look where it would look. */
function fontPath(face: Face): string {
  const folders = require.resolve.paths(face.package) ?? []
  const path = folders
    .map((folder) => join(folder, face.package, face.file))
    .find(existsSync)
  if (!path) throw new Error(`Cannot find ${face.file} of ${face.package}`)
  return path
}
