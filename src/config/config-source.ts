import { extname } from 'node:path'
import { version as nodeVersion } from 'node:process'
import { pathToFileURL } from 'node:url'
import type { VFile } from 'vfile'
import { isMap, isScalar, LineCounter, parseDocument, stringify } from 'yaml'
import { BuildError } from '../model/build-error.ts'

/** What a file says, and where each key stands. */
export interface ConfigSource {
  readonly written: unknown
  /** Where a key stands in the text, as offsets; missing for programs. */
  readonly rangeOf?: (key: string) => readonly [number, number] | undefined
  /** Writes a key as the file's language does. */
  readonly write: (key: string, value: unknown) => string
}

/**
 * Reads what a configuration file says, without checking it.
 *
 * @param file configuration with its text
 * @param path the same, absolute
 * @throws {BuildError} `INVALID_OPTION` when it cannot be parsed or run
 */
export async function readSource(
  file: VFile,
  path: string,
): Promise<ConfigSource> {
  if (/\.(?:json|ya?ml)$/.test(path)) return dataSource(file)
  return {
    written: await runModule(path, file.path),
    write: (key, value) => `${key}: ${literal(value)}`,
  }
}

/** YAML's parser reads JSON too, and knows where each key stands. */
function dataSource(file: VFile): ConfigSource {
  const isJson = extname(file.path) === '.json'
  const counter = new LineCounter()
  const document = parseDocument(String(file.value), {
    lineCounter: counter,
    prettyErrors: false,
  })
  const [error] = document.errors
  if (error) throw syntaxError(file.path, counter, error.pos[0], error.message)
  const { contents } = document
  return {
    // A file with nothing but comments sets nothing.
    written: toValues(document, file.path) ?? {},
    rangeOf: (key) => {
      const pair = isMap(contents)
        ? contents.items.find(
            ({ key: node }) => isScalar(node) && node.value === key,
          )
        : undefined
      if (!isScalar(pair?.key)) return undefined
      const [start, end] = pair.key.range
      return [start, end]
    },
    write: (key, value) =>
      isJson
        ? `"${key}": ${JSON.stringify(value)}`
        : `${key}: ${stringify(value, { collectionStyle: 'flow', flowCollectionPadding: false }).trim()}`,
  }
}

/**
 * Runs a configuration that is a program. TypeScript is left to Node, which knows it from 22.18 on.
 *
 * @see https://nodejs.org/api/typescript.html
 */
async function runModule(path: string, shown: string): Promise<unknown> {
  try {
    const module = (await import(pathToFileURL(path).href)) as {
      default?: unknown
    }
    return module.default
  } catch (cause) {
    throw new BuildError('INVALID_OPTION', cureOf(cause, shown), { cause })
  }
}

function cureOf(cause: unknown, shown: string): string {
  const { code } = cause as NodeJS.ErrnoException
  if (code === 'ERR_UNKNOWN_FILE_EXTENSION')
    return `Cannot run ${shown} with Node ${nodeVersion}, which knows no TypeScript, use Node 22.18 or newer or rename it to studydeck.config.mjs`
  // `"type": "commonjs"` in package.json, which npm init writes.
  if (cause instanceof SyntaxError && /'(?:export|import)'/.test(cause.message))
    return `Cannot run ${shown} as CommonJS, rename it to studydeck.config.mjs: ${[cause].join()}`
  return `Cannot run ${shown}, correct it: ${[cause].join()}`
}

/** Aliases may lead nowhere, or to more than fits into memory. */
function toValues(
  document: ReturnType<typeof parseDocument>,
  path: string,
): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 })
  } catch (cause) {
    throw new BuildError(
      'INVALID_OPTION',
      `Cannot read ${path}, correct it: ${[cause].join()}`,
      { cause },
    )
  }
}

function syntaxError(
  path: string,
  counter: LineCounter,
  offset: number,
  message: string,
): BuildError {
  const { line, col } = counter.linePos(offset)
  return new BuildError(
    'INVALID_OPTION',
    `Cannot read ${path}:${line}:${col}, correct it: ${message}`,
  )
}

/** As Prettier would write it. */
function literal(value: unknown): string {
  return JSON.stringify(value).replaceAll('"', "'")
}
