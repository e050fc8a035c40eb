import { PdfFile } from './pdf-file.ts'

/** Numbers of the pages, in their order. */
export function pagesOf(file: PdfFile): number[] {
  const tree = Number(/\/Pages (\d+) 0 R/.exec(file.get(file.root))?.[1])
  return pagesBelow(file, tree)
}

function pagesBelow(file: PdfFile, number: number): number[] {
  const node = file.get(number)
  return /\/Type\s*\/Pages\b/.test(node)
    ? referencesIn(/\/Kids\s*\[([^\]]*)\]/, node).flatMap((kid) =>
        pagesBelow(file, kid),
      )
    : [number]
}

/**
 * Finds the page of each named destination of a PDF.
 *
 * Chromium writes one for every element that a link of the document points to.
 *
 * @param pdf as the browser printed it
 * @returns how many pages there are, and 0-based pages by the element's id
 */
export function destinationPages(pdf: Uint8Array): {
  pages: number
  destinations: ReadonlyMap<string, number>
} {
  const file = new PdfFile(pdf)
  const numbers = pagesOf(file)
  const pages = new Map(numbers.map((number, index) => [number, index]))
  const names = /\/Dests (\d+) 0 R/.exec(file.get(file.root))?.[1]
  const entries = names === undefined ? '' : file.get(Number(names))
  return {
    pages: numbers.length,
    destinations: new Map(
      [...entries.matchAll(/\/([^\s[]+)\s*\[\s*(\d+) 0 R/g)].flatMap(
        ([, name = '', number]) => {
          const page = pages.get(Number(number))
          return page === undefined
            ? []
            : [[decodedName(name), page] as [string, number]]
        },
      ),
    ),
  }
}

/** A name may have any byte, written as `#` and two digits; here they are UTF-8. */
function decodedName(name: string): string {
  const bytes = name.replace(/#([\dA-F]{2})/gi, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  )
  return Buffer.from(bytes, 'latin1').toString()
}

/** Numbers of the objects that a list of an object refers to. */
export function referencesIn(list: RegExp, object: string): number[] {
  const inside = list.exec(object)?.[1] ?? ''
  return [...inside.matchAll(/(\d+) 0 R/g)].map(([, number]) => Number(number))
}
