// @ts-check
import { Buffer } from 'node:buffer'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, relative } from 'node:path'
import { build } from 'esbuild'

const require = createRequire(import.meta.url)

/** What CommonJS packages take for granted, and ES modules do not have: goes into the files that ask for it. */
const commonJs = {
  require: '__createRequire(import.meta.url)',
  __filename: '__fileUrlToPath(import.meta.url)',
  __dirname: '__dirnameOf(__fileUrlToPath(import.meta.url))',
}
const commonJsImports = [
  `import { createRequire as __createRequire } from 'node:module'`,
  `import { dirname as __dirnameOf } from 'node:path'`,
  `import { fileURLToPath as __fileUrlToPath } from 'node:url'`,
]

/** With these puppeteer would download browsers, which it is never asked to: 2 MB that are not read at each start. */
const neverCalled = /^(?:proxy-agent|extract-zip|tar-fs|yargs|yargs\/helpers)$/

/** @type {import('esbuild').Plugin} */
const leaveOut = {
  name: 'leave-out',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: neverCalled }, ({ path }) => ({
      path,
      namespace: 'leave-out',
    }))
    onLoad({ filter: /.*/, namespace: 'leave-out' }, () => ({
      // CommonJS, of which any name may be imported.
      contents: 'module.exports = {}',
    }))
  },
}

/**
 * Importing `node:process` asks for all that it has, also for what Node.js makes only when asked: a tenth of the time in
 * which an unchanged build is done. The global is the same object.
 *
 * @type {import('esbuild').Plugin}
 * @see https://github.com/nodejs/node/blob/v20.19.0/lib/internal/bootstrap/realm.js `syncExports`
 */
const globalProcess = {
  name: 'global-process',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(?:node:)?process$/ }, () => ({
      path: 'process',
      namespace: 'global',
    }))
    onLoad({ filter: /.*/, namespace: 'global' }, () => ({
      contents: 'module.exports = process',
    }))
  },
}

/**
 * Packs and unpacks WOFF2, in WebAssembly that it starts to compile as soon as it is loaded: 1.3 MB that only the emoji
 * need, which are the only font that npm has in no other form.
 *
 * @type {import('esbuild').Plugin}
 */
const woff2WhenNeeded = {
  name: 'woff2-when-needed',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]wawoff2[\\/]index\.js$/ }, ({ path }) => ({
      contents: ['compress', 'decompress']
        .map(
          (name) =>
            `exports.${name} = async (font) => (await import('./${name}.js')).default(font)`,
        )
        .join('\n'),
      resolveDir: dirname(path),
    }))
  },
}

/**
 * Unpacks the WebAssembly that finds the words of code with zlib. Its package does so with `Response`, for which Node.js
 * loads all of undici: a fortieth of the time in which a deck is printed.
 *
 * @type {import('esbuild').Plugin}
 */
const wasmWithZlib = {
  name: 'wasm-with-zlib',
  setup({ onLoad }) {
    const file = /[\\/]engine-oniguruma[\\/]dist[\\/]wasm-inlined\.mjs$/
    onLoad({ filter: file }, async ({ path }) => {
      const text = await readFile(path, 'utf8')
      const unpacked = text.replace(
        /new Response\([^;]*?DecompressionStream\("gzip"\)\)\s*\)\.bytes\(\)/,
        'gunzipSync(binary)',
      )
      if (unpacked === text) throw new Error(`${path} unpacks itself otherwise`)
      return { contents: `import { gunzipSync } from 'node:zlib'\n${unpacked}` }
    })
  },
}

/**
 * Declares what a file takes from CommonJS without having it: a package may declare a name itself.
 *
 * @param {string} text of a bundle, which may begin with `#!`
 */
function withCommonJs(text) {
  const taken = Object.entries(commonJs).filter(
    ([name]) =>
      new RegExp(`\\b${name}\\b`).test(text) &&
      !new RegExp(`(?<![.\\w$])${name}=(?!=)`).test(text),
  )
  if (taken.length === 0) return text
  const lines = [
    ...commonJsImports,
    ...taken.map(([name, value]) => `const ${name} = ${value}`),
  ]
  return text.replace(/^(?:#!.*\n)?/, (start) => `${start}${lines.join(';')}\n`)
}

/**
 * Bundles the program with its packages; whatever is imported with `import()` becomes files of their own.
 *
 * The same sources give the same bytes.
 *
 * @param {Record<string, string>} entryPoints sources by the name of their bundle
 * @returns {Promise<{ files: Map<string, Uint8Array>, sources: string[] }>} files by their path below `dist/`, and the
 *   paths of everything that is in them
 */
export async function bundleProgram(entryPoints) {
  const { outputFiles, metafile } = await build({
    entryPoints,
    outdir: 'dist',
    write: false,
    metafile: true,
    bundle: true,
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    // ES modules first: only of those can the unused part be left out.
    mainFields: ['module', 'main'],
    // One KaTeX for those that import it and those that require it.
    alias: { katex: require.resolve('katex').replace(/\.js$/, '.mjs') },
    // Its files are unpacked from where npm put them.
    external: ['@sparticuz/chromium'],
    plugins: [leaveOut, globalProcess, woff2WhenNeeded, wasmWithZlib],
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: 'none',
    logLevel: 'warning',
  })
  return {
    files: new Map(
      outputFiles.map(({ path, text }) => [
        relative('dist', path),
        Buffer.from(withCommonJs(text)),
      ]),
    ),
    sources: Object.keys(metafile.inputs),
  }
}
