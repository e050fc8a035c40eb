import { readFileSync } from 'node:fs'
import { packagePath } from './package-root.ts'

/** Version of studydeck, from its package.json. */
export const version = (
  JSON.parse(readFileSync(packagePath('package.json'), 'utf8')) as {
    version: string
  }
).version
