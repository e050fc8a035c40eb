import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { packagePath } from '../../config/package-root.ts'

/** CSS that Marp made of themes, by a key of what it is packed with. */
export type PackedCss = Readonly<Record<string, string>>

/** Content of `dist/themes.json`. */
export interface PackedThemes {
  /** Hash of the themes that were packed. */
  readonly themes: string
  readonly css: PackedCss
}

/**
 * Finds what our themes became when the program was compiled: reading and packing them takes Marp longer than a deck.
 *
 * @param themes CSS of themes
 * @returns nothing for other themes, or when the sources run uncompiled
 */
export function packedCss(themes: readonly string[]): PackedCss | undefined {
  const path = packagePath('dist', 'themes.json')
  if (!existsSync(path)) return undefined
  const packed = JSON.parse(readFileSync(path, 'utf8')) as PackedThemes
  return packed.themes === hashOf(themes) ? packed.css : undefined
}

/** Hash of a JSON value. */
export function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex')
}

/** The comment that a theme begins with: its name and sizes, which are all that Marp needs of one that is packed. */
export function themeHead(css: string): string {
  return /^\/\*.*?\*\//s.exec(css)?.[0] ?? ''
}
