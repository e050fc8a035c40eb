import type { PdfFile } from './pdf-file.ts'
import { referencesIn } from './pdf-pages.ts'

/** An identifier of a structure element, in brackets as in the file. */
const ownId = /\/ID\s*(\([^()\\]*\))/
const headers = /\/Headers\s*\[[^\]]*\]/g

/**
 * Numbers the structure elements that others name, such as the header cells of tables, in their order in the file.
 *
 * Chromium numbers them by a count that goes on from document to document, and not always in the same order, so that
 * two prints of one document would differ.
 *
 * @param file changed in place
 * @param first number of the first one
 * @returns how many there are
 * @see ISO 32000-1, 14.7.2 "Structure Hierarchy": `/ID`, `/IDTree`
 */
export function numberStructureIds(file: PdfFile, first = 0): number {
  const names = new Map<string, string>()
  const owners: number[] = []
  const elements = file.numbers.filter((number) => isElement(file.get(number)))
  for (const number of elements) {
    const element = file.get(number)
    const id = ownId.exec(element)?.[1]
    if (id === undefined) continue
    const name = `(id${String(first + owners.length).padStart(8, '0')})`
    names.set(id, name)
    owners.push(number)
    file.set(number, element.replace(ownId, `/ID ${name}`))
  }
  if (owners.length === 0) return 0
  for (const number of elements) {
    const element = file.get(number)
    if (element.includes('/Headers'))
      file.set(
        number,
        element.replace(headers, (list) =>
          list.replace(/\([^()\\]*\)/g, (id) => names.get(id) ?? id),
        ),
      )
  }
  writeTree(file, owners, [...names.values()])
  return owners.length
}

/** Elements have no streams; the text that they may carry has its brackets escaped. */
function isElement(object: string): boolean {
  return (
    object.startsWith('<<') &&
    /\/S\s*\//.test(object) &&
    !object.endsWith('endstream')
  )
}

/** One leaf is enough: readers accept a tree of any depth. */
function writeTree(
  file: PdfFile,
  owners: readonly number[],
  names: readonly string[],
): void {
  const number = Number(
    /\/StructTreeRoot (\d+) 0 R/.exec(file.get(file.root))?.[1],
  )
  const tree = Number(/\/IDTree (\d+) 0 R/.exec(file.get(number))?.[1])
  dropTree(file, tree)
  const pairs = owners.map(
    (owner, index) => `${names[index] ?? ''} ${owner} 0 R`,
  )
  file.set(tree, `<</Names [${pairs.join(' ')}]>>`)
}

function dropTree(file: PdfFile, number: number): void {
  for (const kid of referencesIn(/\/Kids\s*\[([^\]]*)\]/, file.get(number)))
    dropTree(file, kid)
  file.delete(number)
}
