export { splitPaper } from './split-paper.ts'
export {
  formatOutline,
  inspectPaper,
  type Outline,
  type OutlineBody,
  type OutlineQuestion,
} from './inspect.ts'
export { default as remarkPaper } from './remark-paper.ts'
