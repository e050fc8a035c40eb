import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Absolute path of a file that ships with studydeck, from sources and from the bundle alike. */
export function packagePath(...segments: string[]): string {
  return join(packageRoot, ...segments)
}

const packageRoot = findRoot(dirname(fileURLToPath(import.meta.url)))

function findRoot(folder: string): string {
  return existsSync(join(folder, 'package.json'))
    ? folder
    : findRoot(dirname(folder))
}
