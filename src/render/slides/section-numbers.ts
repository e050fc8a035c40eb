/** Stands around the number of a diagram: a noncharacter, which no text of a paper has. */
export const diagramMark = '\uFDD0'
const diagramNumber = /\uFDD0(\d+)\uFDD0/g

/** Where a section says which slide it is, and of how many. */
const pagination =
  /^(<section\b[^>]*? data-marpit-pagination=")\d+("[^>]*? data-marpit-pagination-total=")\d+"/

/** Where it stands is no part of what a slide looks like. */
export function withoutNumbers(section: string): string {
  const own: string[] = []
  return section
    .replace(
      pagination,
      (_, start: string, middle: string) => `${start}0${middle}0"`,
    )
    .replaceAll(diagramNumber, (_, number: string) => {
      if (!own.includes(number)) own.push(number)
      return `${diagramMark}${own.indexOf(number)}${diagramMark}`
    })
}

/**
 * Numbers sections that were rendered in other places, or in parts: pages, and diagrams, whose ids must be unique.
 *
 * @param sections in the order of the deck
 * @returns one of them by its index: numbered copies of all would take their memory twice
 */
export function numberSections(
  sections: readonly string[],
): (index: number) => string {
  let diagrams = 0
  const diagramsBefore = sections.map((section) => {
    const before = diagrams
    diagrams += new Set(
      Array.from(section.matchAll(diagramNumber), ([, number]) => number),
    ).size
    return before
  })
  return (index) => {
    const own = new Map<string, number>()
    const before = (diagramsBefore[index] ?? 0) + 1
    return (sections[index] ?? '')
      .replace(
        pagination,
        (_, start: string, middle: string) =>
          `${start}${index + 1}${middle}${sections.length}"`,
      )
      .replaceAll(diagramNumber, (_, number: string) => {
        const known = own.get(number) ?? before + own.size
        own.set(number, known)
        return String(known)
      })
  }
}
