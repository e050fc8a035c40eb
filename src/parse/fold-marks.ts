import type { Blockquote, List, ListItem, Parents, RootContent } from 'mdast'
import type { Container } from '../model/container.ts'
import { htmlToMdast } from './html-block.ts'
import type { Mark, OpenMark } from './marks.ts'
import type { PaperMark } from './mark-syntax.ts'

type Folded = Container | Blockquote

/** A container whose content is still being collected. */
interface Collecting {
  readonly index: number
  readonly mark: OpenMark
  readonly node: Folded
}

/**
 * Replaces marks by what they stand for: containers with their content, HTML as mdast, rules, headings, directives.
 *
 * A container that was opened in a list item and closed after the list takes what stands in between. One that is never
 * closed ends before the next heading, or with the block that holds it.
 */
export function foldMarks(tree: Parents, marks: readonly Mark[]): void {
  new Fold(marks).foldInto(tree)
}

/** The children of one block while they are folded. */
class Fold {
  readonly #marks: readonly Mark[]
  readonly #out: RootContent[] = []
  /** Containers whose content is being collected; each is inside the one before. */
  readonly #open: Collecting[] = []
  /** Containers that were opened outside of the block and closed inside. */
  readonly #closed: number[] = []
  /** Items of the block that a container took. */
  #taken: List | undefined

  constructor(marks: readonly Mark[]) {
    this.#marks = marks
  }

  /** Folds the children of a block; the fold then knows which containers go on after the block. */
  foldInto(parent: Parents): void {
    for (const child of parent.children)
      if (child.type === 'paperMark') this.#addMark(child)
      else this.#addBlock(child)
    parent.children = this.#out
  }

  #add(...nodes: RootContent[]): void {
    const container = this.#open.at(-1)?.node
    for (const node of nodes)
      if (container && node.type === 'listItem') this.#addItem(container, node)
      else (container?.children ?? this.#out).push(node)
  }

  /** Items that a container takes from the list that it was opened in are a list of their own. */
  #addItem(container: Folded, item: ListItem): void {
    const last = container.children.at(-1)
    if (last?.type === 'list' && last === this.#taken) last.children.push(item)
    else {
      this.#taken = { type: 'list', ordered: false, children: [item] }
      container.children.push(this.#taken)
    }
  }

  #addMark(node: PaperMark): void {
    const mark = this.#marks[node.index]
    if (mark?.kind === 'open') this.#begin(node, mark)
    else if (mark?.kind === 'close') this.#close(mark.opener)
    else if (mark?.kind === 'title') this.#setTitle(node)
    else if (mark) this.#add(...standsFor(node, mark))
  }

  #addBlock(node: RootContent): void {
    // No further question may go with a container that was never closed.
    if (node.type === 'heading') this.#endFrom((one) => !one.mark.closed)
    if (!('children' in node) || isPhrasingParent(node)) {
      this.#add(node)
      return
    }
    const inner = new Fold(this.#marks)
    inner.foldInto(node)
    this.#add(...unwrapCallouts(node))
    for (const index of inner.#closed) this.#close(index)
    this.#open.push(...inner.#open.filter((one) => one.mark.closed))
  }

  #begin(node: PaperMark, mark: OpenMark): void {
    // A second `[!note]` in one quote ends the first.
    if (mark.syntax === 'callout')
      this.#endFrom((one) => one.mark.syntax === 'callout')
    const one = collecting(node, mark)
    this.#add(one.node)
    this.#open.push(one)
  }

  #close(index: number): void {
    if (!this.#endFrom((one) => one.index === index)) this.#closed.push(index)
  }

  #endFrom(isFirst: (one: Collecting) => boolean): boolean {
    const at = this.#open.findIndex(isFirst)
    if (at !== -1) this.#open.splice(at)
    return at !== -1
  }

  /** Gives a title to the container around it; a second title, or one without a container, is a paragraph. */
  #setTitle(node: PaperMark): void {
    const container = this.#open.at(-1)?.node
    const { children } = node
    if (container?.type === 'container' && container.title.length === 0)
      container.title = children
    else if (children.length > 0)
      this.#add({ type: 'paragraph', children, ...positionOf(node) })
  }
}

function isPhrasingParent(node: RootContent): boolean {
  return node.type === 'paragraph' || node.type === 'heading'
}

function collecting(node: PaperMark, mark: OpenMark): Collecting {
  const position = node.position ? { position: node.position } : {}
  const { syntax, name } = mark
  const folded: Folded =
    syntax === 'blockquote'
      ? { type: 'blockquote', children: [], ...position }
      : {
          type: 'container',
          syntax,
          name,
          title: [],
          children: [],
          ...position,
        }
  return { index: node.index, mark, node: folded }
}

function positionOf(node: PaperMark): Pick<PaperMark, 'position'> {
  return node.position ? { position: node.position } : {}
}

function standsFor(
  node: PaperMark,
  mark: Exclude<Mark, { kind: 'open' | 'close' | 'title' }>,
): RootContent[] {
  const position = positionOf(node)
  switch (mark.kind) {
    case 'gap':
      return []
    case 'rule':
      return [{ type: 'thematicBreak', ...position }]
    case 'text':
      return [
        {
          type: 'paragraph',
          children: [{ type: 'text', value: mark.value, ...position }],
          ...position,
        },
      ]
    case 'heading':
      return [
        {
          type: 'heading',
          depth: mark.depth,
          children: node.children,
          ...position,
        },
      ]
    case 'directive':
      return [
        { type: 'directive', name: mark.name, value: mark.value, ...position },
      ]
    case 'html':
      return htmlToMdast(mark.html, mark.line)
  }
}

/** A quote that is nothing but callouts stands for them. */
function unwrapCallouts(node: RootContent): RootContent[] {
  if (node.type !== 'blockquote') return [node]
  const [first] = node.children
  return first?.type === 'container' && first.syntax === 'callout'
    ? node.children
    : [node]
}
