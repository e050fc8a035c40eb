export { parsePaper } from './parse/index.ts'
export { inspectPaper, remarkPaper, splitPaper } from './split/index.ts'
export type * from './model/paper.ts'
export type { Outline } from './split/index.ts'
