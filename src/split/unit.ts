import type { Blockquote, Heading, List, ListItem } from 'mdast'
import type { Container } from '../model/container.ts'
import type { Block } from '../model/paper.ts'
import type { Joint } from './lines.ts'
import type { FlatText } from './text.ts'

/** A node that holds blocks; quotes, lists, items and containers are opened, so that they can be cut in two. */
export interface Wrapper {
  readonly node: Blockquote | List | ListItem | Container
  readonly parent: Wrapper | undefined
  /** Number of wrappers around it. */
  readonly depth: number
  /** Position among the children of its parent. */
  readonly position: number
}

/** The smallest piece that can have a role of its own: a block that holds no blocks, or one line of a paragraph. */
export interface Unit {
  /** Position in the paper. */
  readonly index: number
  readonly node: Block | Heading
  readonly joint: Joint
  /** The paragraph that this is a line of; lines of one paragraph are put together again. */
  readonly paragraph: object | undefined
  readonly wrapper: Wrapper | undefined
  /** Whether this is the title of its wrapper, which is a container. */
  readonly isTitle: boolean
  readonly flat: FlatText
  /** Where the emphasis that begins the line ends, in `flat.text`; 0 when there is none. */
  readonly boldEnd: number
  /** 1-based line of the source. */
  readonly line: number
  /** Which column of a question table this cell stands in. */
  readonly cell: 'question' | 'number' | 'answer' | 'more' | undefined
  /** `question`, `answer` … of a comment directive right before it. */
  readonly directive: string | undefined
}

/**
 * Wrappers of a unit, outermost first.
 *
 * @param unit any unit
 */
export function chainOf(unit: Unit): Wrapper[] {
  const chain: Wrapper[] = []
  for (let wrapper = unit.wrapper; wrapper; wrapper = wrapper.parent)
    chain.push(wrapper)
  return chain.reverse()
}

/**
 * The outermost wrapper of a unit.
 *
 * @param unit any unit
 */
export function outermost(unit: Unit): Wrapper | undefined {
  let wrapper = unit.wrapper
  while (wrapper?.parent) wrapper = wrapper.parent
  return wrapper
}

/**
 * The innermost wrapper of a type around a unit.
 *
 * @param unit any unit
 * @param type of the wrapper's node
 */
export function wrapperOf(
  unit: Unit,
  type: Wrapper['node']['type'],
): Wrapper | undefined {
  let wrapper = unit.wrapper
  while (wrapper && wrapper.node.type !== type) wrapper = wrapper.parent
  return wrapper
}

/**
 * Whether a unit stands inside a wrapper.
 *
 * @param unit any unit
 * @param outer wrapper to look for
 */
export function isInside(unit: Unit, outer: Wrapper): boolean {
  let wrapper = unit.wrapper
  while (wrapper && wrapper !== outer) wrapper = wrapper.parent
  return wrapper === outer
}
