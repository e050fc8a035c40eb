/** Elements that appear together with one press. */
export type Step = readonly Element[]

/** Sub-items from which a nested list is shown item by item: a shorter one belongs to its item. */
const longNestedList = 5

/**
 * Cuts an answer slide's body into steps: its top-level blocks, and its lists item by item.
 *
 * A heading appears together with the block that it introduces.
 */
export function stepsOf(section: Element): Step[] {
  const steps: Step[] = []
  let heading: Element[] = []
  for (const part of bodyBlocks(section).flatMap(partsOf)) {
    if (isHeading(part)) heading.push(part)
    else {
      steps.push([...heading, part])
      heading = []
    }
  }
  if (heading.length > 0) steps.push(heading)
  return steps
}

/** Blocks of a slide below its title, without header, footer and notes. */
export function bodyBlocks(section: Element): Element[] {
  const blocks = [...section.children].filter(
    (child) => !child.matches('header, footer, style, template, .notes'),
  )
  if (blocks[0] && isHeading(blocks[0])) blocks.shift()
  const [only] = blocks
  // The template may wrap the body for its layout: what counts are the blocks inside.
  return blocks.length === 1 &&
    only?.tagName === 'DIV' &&
    only.children.length > 0
    ? bodyBlocks(only)
    : blocks
}

/** Shows the first steps of a slide and hides the others; they keep their place. */
export function showSteps(steps: readonly Step[], shown: number): void {
  steps.forEach((step, at) => {
    for (const element of step) {
      element.toggleAttribute('data-later', at >= shown)
      element.toggleAttribute('data-new', at > 0 && at === shown - 1)
    }
  })
}

function partsOf(block: Element): Element[] {
  if (!isList(block)) return [block]
  return [...block.children].flatMap((item) => [
    item,
    ...[...item.children]
      .filter(
        (child) => isList(child) && child.children.length >= longNestedList,
      )
      .flatMap(partsOf),
  ])
}

function isList(element: Element): boolean {
  return element.tagName === 'UL' || element.tagName === 'OL'
}

function isHeading(element: Element): boolean {
  return /^H[1-6]$/.test(element.tagName)
}
