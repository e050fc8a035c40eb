import type { List, Paragraph, PhrasingContent, RootContent } from 'mdast'
import type { Block } from '../model/paper.ts'
import { chainOf, type Unit, type Wrapper } from './unit.ts'

/** A parent that is being filled again. */
interface Shell {
  readonly wrapper: Wrapper
  readonly children: RootContent[]
}

/**
 * Puts units together to blocks again: lines to paragraphs, items to lists, and the rest into the quotes and containers that it came from.
 *
 * @param units in the order of the source
 * @param strip wrappers to leave out: the quote of a labelled answer, the list item of a question
 */
export function rebuild(
  units: readonly Unit[],
  strip: ReadonlySet<Wrapper>,
): Block[] {
  const top: RootContent[] = []
  let shells: Shell[] = []
  let open: Unit | undefined
  for (const unit of units) {
    const chain = keptChain(unit, strip)
    shells = enter(shells, chain, top)
    const parent = shells.at(-1)?.children ?? top
    const last = parent.at(-1)
    if (continues(open, unit) && last?.type === 'paragraph')
      joinLine(last, unit)
    else if (
      !unit.isTitle ||
      !shells.some(({ wrapper }) => wrapper === unit.wrapper)
    )
      parent.push(ownCopy(unit))
    open = unit
  }
  return top as Block[]
}

function continues(open: Unit | undefined, unit: Unit): boolean {
  return (
    unit.joint !== 'start' &&
    open?.paragraph !== undefined &&
    open.paragraph === unit.paragraph
  )
}

/** Wrappers that stay; an item whose list is stripped, but not the item itself, keeps its list. */
function keptChain(unit: Unit, strip: ReadonlySet<Wrapper>): Wrapper[] {
  const chain = chainOf(unit)
  const kept = chain.filter((wrapper) => !strip.has(wrapper))
  return kept.flatMap((wrapper) =>
    wrapper.node.type === 'listItem' &&
    wrapper.parent !== undefined &&
    strip.has(wrapper.parent)
      ? [wrapper.parent, wrapper]
      : [wrapper],
  )
}

function enter(
  shells: readonly Shell[],
  chain: readonly Wrapper[],
  top: RootContent[],
): Shell[] {
  let shared = 0
  while (shared < chain.length && shells[shared]?.wrapper === chain[shared])
    shared++
  const open = shells.slice(0, shared)
  for (const wrapper of chain.slice(shared)) {
    const children: RootContent[] = []
    const parent = open.at(-1)?.children ?? top
    parent.push(emptyCopy(wrapper, children, chain))
    open.push({ wrapper, children })
  }
  return open
}

function emptyCopy(
  { node }: Wrapper,
  children: RootContent[],
  chain: readonly Wrapper[],
): RootContent {
  if (node.type === 'list') {
    const item = chain.find((wrapper) => wrapper.parent?.node === node)
    return numbered({ ...node, children: children as List['children'] }, item)
  }
  return { ...node, children } as RootContent
}

/** A list that begins with its third item starts at 3. */
function numbered(list: List, first: Wrapper | undefined): List {
  return list.ordered
    ? { ...list, start: (list.start ?? 1) + (first?.position ?? 0) }
    : list
}

/** A copy whose children may be added to. */
function ownCopy({ node, paragraph }: Unit): RootContent {
  return node.type === 'paragraph' && paragraph
    ? { ...node, children: [...node.children] }
    : node
}

function joinLine(paragraph: Paragraph, unit: Unit): void {
  addInline(
    paragraph,
    unit.joint === 'hard'
      ? { type: 'break' }
      : { type: 'text', value: unit.joint === 'inline' ? ' ' : '\n' },
  )
  for (const node of (unit.node as Paragraph).children)
    addInline(paragraph, node)
}

function addInline({ children }: Paragraph, node: PhrasingContent): void {
  const last = children.at(-1)
  if (last?.type === 'text' && node.type === 'text')
    children[children.length - 1] = { ...last, value: last.value + node.value }
  else children.push(node)
}
