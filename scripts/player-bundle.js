// @ts-check
import { readFile } from 'node:fs/promises'
import { build, transform } from 'esbuild'

/**
 * Bundles what runs inside deck.html into one classic script, its CSS inside as text.
 *
 * @returns {Promise<string>} the script; holds no `</script`
 */
export async function bundlePlayer() {
  const { outputFiles } = await build({
    entryPoints: ['src/player/main.ts'],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
    plugins: [
      {
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
      },
    ],
  })
  return outputFiles[0]?.text.trim() ?? ''
}
