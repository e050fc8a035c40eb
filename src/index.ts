/** What `import … from 'studydeck'` gives: see docs/library.md. */
export { parsePaper } from './parse/index.ts'
export { inspectPaper, remarkPaper, splitPaper } from './split/index.ts'
export { BuildError, type BuildErrorCode } from './model/build-error.ts'
export {
  build,
  findPapers,
  writeOutputs,
  type BuildOptions,
  type BuildStep,
  type FoundPapers,
  type PaperResult,
  type PathProblem,
} from './pipeline/index.ts'
export { Browser } from './pipeline/browser.ts'
export type { Container } from './model/container.ts'
export type { Directive } from './model/directive.ts'
export type { OutputFile, OutputName } from './model/output.ts'
export type * from './model/paper.ts'
export type { Outline } from './split/index.ts'
