// @ts-check
import { build } from 'esbuild'

/**
 * Bundles what runs inside a page into one classic script.
 *
 * @param {'notebook-page' | 'dev-client'} folder of the script, below `src/`
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
  })
  return outputFiles[0]?.text.trim() ?? ''
}
