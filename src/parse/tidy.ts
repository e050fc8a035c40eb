import type { Parents, RootContent } from 'mdast'
import type { InlineMath, Math } from 'mdast-util-math'
import { eachInnerParent } from './inner-parents.ts'
import { joinTexts } from './join-texts.ts'

/** Schemes of links that could run something, or carry a document of their own. */
const unsafeScheme = /^(?:javascript|vbscript|data):/i

/**
 * Takes away what nobody may click or see: links that run scripts, empty paragraphs; and makes a `$$…$$` that is alone in
 * its paragraph a block.
 *
 * @param source text that the positions of the tree point into
 */
export function tidy(parent: Parents, source: string): void {
  const children = (parent.children as RootContent[]).flatMap((node) => {
    eachInnerParent(node, (inner) => {
      tidy(inner, source)
    })
    return tidied(node, source)
  })
  parent.children = joinTexts(children)
}

function tidied(node: RootContent, source: string): RootContent[] {
  const scheme = 'url' in node ? node.url.replace(/[\0-\x20]/g, '') : ''
  if (node.type === 'link' && unsafeScheme.test(scheme)) return node.children
  if (node.type === 'image' && /^(?:javascript|vbscript):/i.test(scheme))
    return node.alt ? [{ type: 'text', value: node.alt }] : []
  if (node.type !== 'paragraph') return [node]
  const shown = node.children.filter(
    (child) =>
      child.type !== 'break' &&
      (child.type !== 'text' || child.value.trim() !== ''),
  )
  const [only] = shown
  if (!only) return []
  return shown.length === 1 &&
    only.type === 'inlineMath' &&
    isDisplay(only, source)
    ? [mathBlock(only)]
    : [node]
}

function isDisplay(node: InlineMath, source: string): boolean {
  const start = node.position?.start.offset ?? 0
  return ['$$', '\\['].includes(source.slice(start, start + 2))
}

/** The same node as `remark-math` makes of a block. */
function mathBlock(node: InlineMath): Math {
  const value = node.value.trim()
  return {
    type: 'math',
    value,
    meta: null,
    data: {
      hName: 'pre',
      hChildren: [
        {
          type: 'element',
          tagName: 'code',
          properties: { className: ['language-math', 'math-display'] },
          children: [{ type: 'text', value }],
        },
      ],
    },
    ...(node.position ? { position: node.position } : {}),
  }
}
