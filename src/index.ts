/** What `import … from 'studydeck'` gives: see docs/library.md. */
export { parsePaper } from './parse/index.ts'
export { inspectPaper, remarkPaper, splitPaper } from './split/index.ts'
export { BuildError, type BuildErrorCode } from './model/build-error.ts'
export { build } from './pipeline/build-lazily.ts'
export type { BuildOptions } from './pipeline/build.ts'
export type { BuildStep, PaperResult } from './pipeline/build-paper.ts'
export {
  findPapers,
  type FoundPapers,
  type PathProblem,
} from './pipeline/find-papers.ts'
export { writeOutputs } from './pipeline/write-outputs.ts'
export { Browser } from './print/browser.ts'
export type { Container } from './model/container.ts'
export type { Directive } from './model/directive.ts'
export type { OutputFile, OutputName } from './model/output.ts'
export type * from './model/paper.ts'
export type { Outline } from './split/index.ts'
