// @ts-check
import { readFile } from 'node:fs/promises'
import { build, transform } from 'esbuild'

/** @type {import('esbuild').Plugin} */
const cssAsText = {
  name: 'css-as-text',
  setup({ onLoad }) {
    onLoad({ filter: /\.css$/ }, async ({ path }) => ({
      contents: (
        await transform(await readFile(path, 'utf8'), {
          loader: 'css',
          minify: true,
          charset: 'utf8',
        })
      ).code,
      loader: 'text',
    }))
  },
}

/**
 * Bundles what runs inside a page into one classic script, its CSS inside as text.
 *
 * @param {'dev-client' | 'meter' | 'notebook-page' | 'player'} folder of the script, below `src/`
 * @returns {Promise<string>} the script; holds no `</script`
 */
export async function bundlePage(folder) {
  const { outputFiles } = await build({
    entryPoints: [`src/${folder}/main.ts`],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
    plugins: [cssAsText],
  })
  return outputFiles[0]?.text.trim() ?? ''
}
