import type { Unit } from './unit.ts'

/** What stands under one heading, down to the next heading of the same or a higher level. */
export interface Section {
  /** Missing for the whole paper. */
  readonly heading: Unit | undefined
  /** Of its heading; 0 for the whole paper. */
  readonly depth: number
  readonly parent: Section | undefined
  readonly children: Section[]
  /** Index of the first unit after the heading. */
  readonly from: number
  /** Index after its own text, where its first subsection begins. */
  bodyTo: number
  /** Index after its last unit. */
  to: number
}

/**
 * Builds the tree of sections. Headings inside quotes, lists and containers open none.
 *
 * @param units of the whole paper
 * @param title the heading that names the paper: what follows it belongs to the whole paper
 */
export function sectionsOf(
  units: readonly Unit[],
  title: Unit | undefined,
): Section {
  const root = section(undefined, 0, undefined, 0, units.length)
  let open = root
  for (const unit of units) {
    if (unit.node.type !== 'heading' || unit.wrapper || unit === title) continue
    const { depth } = unit.node
    while (open.depth >= depth && open.parent) {
      close(open, unit.index)
      open = open.parent
    }
    if (open.children.length === 0) open.bodyTo = unit.index
    const child = section(unit, depth, open, unit.index + 1, units.length)
    open.children.push(child)
    open = child
  }
  return root
}

function close(open: Section, at: number): void {
  open.to = at
  if (open.children.length === 0) open.bodyTo = at
}

function section(
  heading: Unit | undefined,
  depth: number,
  parent: Section | undefined,
  from: number,
  to: number,
): Section {
  return { heading, depth, parent, children: [], from, bodyTo: to, to }
}

/**
 * Every section below a section, in the order of the source.
 *
 * @param section where to begin; not part of the result
 */
export function descendants(section: Section): Section[] {
  return section.children.flatMap((child) => [child, ...descendants(child)])
}
