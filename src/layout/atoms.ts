import type { RootContent } from 'mdast'
import type { Box } from './boxes.ts'
import { inkOf } from './ink.ts'

/** The least that a page can hold: a sentence, a line of code, a row, an image. Lengths in CSS pixels. */
export interface Atom {
  /** From the top of the slide. */
  top: number
  bottom: number
  /** How bad it is to begin a page with it. */
  cost: number
  /** Height that a page needs besides when it begins with it: a repeated table head, padding. */
  head: number
  /** The same for a page that ends with it. */
  foot: number
  /** How much wider than the slide its block is. */
  excess: number
  /** Whether it introduces what follows and may not stand at the end of a page. */
  readonly leads: boolean
}

/** A node that was divided: its atoms are those that were added meanwhile. */
export type Cut = (first: number, end: number) => RootContent[]

/** How bad a page break is before the second of two neighbours, from welcome to only if nothing else is possible. */
export const costs = {
  section: 0,
  block: 40,
  introduced: 140,
  item: 120,
  /** Besides, in a list that would fit on the rest of any page. */
  shortList: 200,
  nestedItem: 200,
  /** Besides, where one item or row would be left alone. */
  lonely: 120,
  row: 90,
  blankLine: 130,
  codeLine: 260,
  /** Besides, where a few lines of code would be left alone: more than a page costs. */
  fewLines: 1100,
  /** Besides, for code and tables that would fit on a page of their own: more than that page costs. */
  whole: 1100,
  sentence: 240,
  line: 900,
  never: 5000,
} as const

/** An atom without size, to be filled in. */
export const emptyAtom: Atom = {
  top: 0,
  bottom: 0,
  cost: 0,
  head: 0,
  foot: 0,
  excess: 0,
  leads: false,
}

/** Stands for a box that is not there. */
export const emptyBox: Box = {
  tag: '',
  top: 0,
  bottom: 0,
  excess: 0,
  boxes: [],
  lines: [],
  ink: '',
}

/** Whether a node is a heading in all but name: bold throughout, ending in a colon, or one of our labels. */
export function isLabel(node: RootContent): boolean {
  if (node.type !== 'paragraph') return false
  if (/[:：]$/.test(inkOf(node.children))) return true
  const shown = node.children.filter((child) => child.type !== 'html')
  const [tag] = node.children
  return (
    (shown.length === 1 && shown[0]?.type === 'strong') ||
    (tag?.type === 'html' && tag.value === '<span class="tag">')
  )
}
