/** Elements whose neighbours may be the same word. A hidden slide has no layout to ask, so the tag decides. */
const inline =
  'a, b, strong, em, i, code, span, sub, sup, kbd, mark, u, ins, del, small'

/** Text of a node as one line; a formula gives its TeX, because KaTeX writes every formula twice. */
export function plainText(node: Node): string {
  return rawText(node).normalize('NFC').replace(/\s+/g, ' ').trim()
}

/** Text of a slide's blocks as Markdown paragraphs, list items and fences, good enough to paste elsewhere. */
export function blocksToMarkdown(blocks: readonly Element[]): string {
  return blocks.map((block) => blockToMarkdown(block)).join('\n\n')
}

function blockToMarkdown(block: Element): string {
  if (block.tagName === 'PRE')
    return `\`\`\`\n${block.textContent.trimEnd()}\n\`\`\``
  if (block.tagName !== 'UL' && block.tagName !== 'OL') return plainText(block)
  const start = block instanceof HTMLOListElement ? block.start : undefined
  return [...block.children]
    .map((item, at) => {
      const marker = start === undefined ? '-' : `${start + at}.`
      return `${marker} ${plainText(item)}`
    })
    .join('\n')
}

function rawText(node: Node): string {
  if (!(node instanceof Element)) return node.textContent ?? ''
  const tex = node.matches('.katex')
    ? node.querySelector('annotation')?.textContent
    : undefined
  if (tex !== undefined) return `$${tex}$`
  if (node.matches('header, footer, style, template, .notes')) return ''
  const text = [...node.childNodes].map(rawText).join('')
  return node.matches(inline) ? text : ` ${text} `
}
