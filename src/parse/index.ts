export { decodePaper } from './decode.ts'
export { parsePaper } from './parse-paper.ts'
export { paperProcessor, remarkPaper } from './remark-paper.ts'
