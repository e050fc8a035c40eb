import {
  PDFArray,
  PDFDict,
  PDFName,
  PDFString,
  type PDFContext,
  type PDFObject,
  PDFRef,
} from 'pdf-lib'

/**
 * Numbers the structure elements that others name, such as the header cells of tables, in their order in the file.
 *
 * Chromium numbers them by a count that goes on from document to document, and not always in the same order, so that
 * two prints of one document would differ.
 *
 * @param context of a document; changed in place
 * @see ISO 32000-1, 14.7.2 "Structure Hierarchy": `/ID`, `/IDTree`
 */
export function numberStructureIds(context: PDFContext): void {
  const elements = context
    .enumerateIndirectObjects()
    .filter((entry): entry is [PDFRef, PDFDict] => entry[1] instanceof PDFDict)
  const names = new Map<string, PDFString>()
  const owners: PDFRef[] = []
  for (const [ref, element] of elements) {
    const id = element.get(PDFName.of('ID'))
    if (!(id instanceof PDFString)) continue
    const name = PDFString.of(`id${String(owners.length).padStart(8, '0')}`)
    names.set(id.asString(), name)
    owners.push(ref)
    element.set(PDFName.of('ID'), name)
  }
  if (owners.length === 0) return
  for (const [, element] of elements)
    nameHeaders(element.get(PDFName.of('A')), names)
  writeTree(context, elements, owners, [...names.values()])
}

/** Attributes of a cell say which cells are its headers. */
function nameHeaders(
  attributes: PDFObject | undefined,
  names: ReadonlyMap<string, PDFString>,
): void {
  if (!(attributes instanceof PDFArray)) return
  for (const attribute of attributes.asArray()) {
    if (!(attribute instanceof PDFDict)) continue
    const headers = attribute.get(PDFName.of('Headers'))
    if (!(headers instanceof PDFArray)) continue
    for (const [index, header] of headers.asArray().entries()) {
      const name =
        header instanceof PDFString ? names.get(header.asString()) : undefined
      if (name) headers.set(index, name)
    }
  }
}

/** One leaf is enough: readers accept a tree of any depth. */
function writeTree(
  context: PDFContext,
  elements: readonly [PDFRef, PDFDict][],
  owners: readonly PDFRef[],
  names: readonly PDFString[],
): void {
  const root = elements.find(
    ([, element]) =>
      element.get(PDFName.of('Type')) === PDFName.of('StructTreeRoot'),
  )?.[1]
  if (!root) return
  dropTree(context, root.get(PDFName.of('IDTree')))
  root.set(
    PDFName.of('IDTree'),
    context.obj({
      Names: owners.flatMap((owner, index) => [names[index] ?? owner, owner]),
    }),
  )
}

function dropTree(context: PDFContext, tree: PDFObject | undefined): void {
  const node = tree instanceof PDFRef ? context.lookup(tree) : tree
  const kids =
    node instanceof PDFDict ? node.get(PDFName.of('Kids')) : undefined
  if (kids instanceof PDFArray)
    for (const kid of kids.asArray()) dropTree(context, kid)
  if (tree instanceof PDFRef) context.delete(tree)
}
