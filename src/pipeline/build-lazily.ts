import type { BuildOptions } from './build.ts'
import type { PaperResult } from './build-paper.ts'

/**
 * Builds papers and hands out each as it is finished, in their order; writes nothing.
 *
 * @param options what to build
 * @throws {BuildError} when the environment fails; a bad paper only gets messages
 */
export async function* build(
  options: BuildOptions,
): AsyncGenerator<PaperResult> {
  // Renderers, fonts and browser: whoever only parses papers need not wait for them.
  const pipeline = await import('./build.ts')
  yield* pipeline.build(options)
}
