// @ts-check
/** Bundles the types of the library into `dist/index.d.ts`; run by `npm pack`, since nothing of our own needs them. */
import { writeFile } from 'node:fs/promises'
import { rollup } from 'rollup'
import { dts } from 'rollup-plugin-dts'

const bundle = await rollup({
  input: 'src/index.ts',
  plugins: [dts({ tsconfig: 'tsconfig.json' })],
  onwarn: (warning) => {
    throw new Error(warning.message)
  },
})
const {
  output: [{ code }],
} = await bundle.generate({
  format: 'es',
  // `Browser` can be used with `await using`, which not every reader's settings know.
  banner: '/// <reference lib="esnext.disposable" />',
})
await writeFile('dist/index.d.ts', code)
