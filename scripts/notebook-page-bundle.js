// @ts-check
import { build } from 'esbuild'

/**
 * Bundles what runs inside notebook.html into one classic script.
 *
 * @returns {Promise<string>} the script; holds no `</script`
 */
export async function bundleNotebookPage() {
  const { outputFiles } = await build({
    entryPoints: ['src/notebook-page/main.ts'],
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
