import type { Root } from 'mdast'
import type { Extension as FromMarkdownExtension } from 'mdast-util-from-markdown'
import type { Extension } from 'micromark-util-types'
import remarkCjkFriendly from 'remark-cjk-friendly'
import remarkCjkFriendlyStrikethrough from 'remark-cjk-friendly-gfm-strikethrough'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import remarkParse from 'remark-parse'
import { unified, type Processor } from 'unified'
import { markFromMarkdown, markSyntax } from './mark-syntax.ts'
import { mathTextSyntax } from './math-syntax.ts'

const remark = unified()
  .use(remarkParse)
  .use(remarkFrontmatter)
  .use(remarkGfm, { singleTilde: false })
  .use(remarkCjkFriendly)
  .use(remarkCjkFriendlyStrikethrough, { singleTilde: false })
  .use(remarkMath, { singleDollarTextMath: false })
  .use(paperSyntax)
  .freeze()

/** Parses scanned text with every syntax that papers use. Tells nothing apart yet: marks are `paperMark` nodes. */
export function parseMarkdown(text: string): Root {
  return remark.parse(text)
}

function paperSyntax(this: Processor): void {
  const data = this.data() as {
    micromarkExtensions?: Extension[]
    fromMarkdownExtensions?: FromMarkdownExtension[]
  }
  data.micromarkExtensions?.push(markSyntax(), mathTextSyntax())
  data.fromMarkdownExtensions?.push(markFromMarkdown())
}
