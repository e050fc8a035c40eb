import type { Nodes } from 'mdast'
import { VFile } from 'vfile'
import { parsePaper } from '../../src/parse/index.ts'

/** Parses a paper and writes its tree on as few lines as a person can read. */
export function outlineOf(markdown: string): string {
  return parsed(markdown).outline
}

/** The tree as an outline, and the messages as `line rule`. */
export function parsed(markdown: string): {
  outline: string
  messages: string[]
} {
  const file = new VFile({ path: 'paper.md' })
  const tree = parsePaper(markdown, file)
  return {
    outline: tree.children.map((node) => block(node, '')).join('\n'),
    messages: file.messages.map(
      (message) => `${message.line ?? 0} ${message.ruleId ?? ''}`,
    ),
  }
}

function block(node: Nodes, indent: string): string {
  const line = node.position ? `${node.position.start.line}: ` : ''
  const head = `${indent}${line}${nameOf(node)}`
  if (node.type === 'paragraph' || node.type === 'heading')
    return `${head} ${inlineAll(node.children)}`
  if ('value' in node && node.type !== 'directive')
    return `${head} ${JSON.stringify(node.value)}`
  if (node.type === 'tableRow')
    return `${head} ${node.children.map((cell) => inlineAll(cell.children)).join(' | ')}`
  if (!('children' in node)) return head
  return [
    head,
    ...node.children.map((child) => block(child, `${indent}  `)),
  ].join('\n')
}

function nameOf(node: Nodes): string {
  switch (node.type) {
    case 'heading':
      return '#'.repeat(node.depth)
    case 'paragraph':
      return 'p'
    case 'list':
      return node.ordered ? `ol ${node.start ?? 1}` : 'ul'
    case 'container':
      return [node.syntax, node.name, `[${inlineAll(node.title)}]`]
        .filter((part) => part !== '')
        .join(' ')
    case 'directive':
      return `directive ${node.name} ${node.value}`.trim()
    case 'footnoteDefinition':
      return `footnote ${node.identifier}`
    default:
      return node.type
  }
}

function inlineAll(nodes: readonly Nodes[]): string {
  return nodes.map(inline).join('')
}

function inline(node: Nodes): string {
  switch (node.type) {
    case 'text':
      return node.value.replaceAll('\n', '⏎')
    case 'break':
      return '<br>'
    case 'html':
      return node.value
    case 'image':
      return `image(${node.url} ${node.alt ?? ''})`
    case 'footnoteReference':
      return `[^${node.identifier}]`
    case 'link':
      return `link(${node.url} ${inlineAll(node.children)})`
    default:
      return 'value' in node
        ? `${node.type}(${node.value})`
        : `${node.type}(${'children' in node ? inlineAll(node.children) : ''})`
  }
}
