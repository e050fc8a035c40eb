import { createHash } from 'node:crypto'
import type { PdfFile } from './pdf-file.ts'
import { catalogWith, information, type PdfInfo } from './pdf-info.ts'
import { pagesOf } from './pdf-pages.ts'
import { isStream, PdfWriter } from './pdf-writer.ts'
import { hasReferences, renumbered } from './renumbered.ts'
import { numberStructureIds } from './structure-ids.ts'

/**
 * Joins prints to one PDF, as if the browser had printed all pages at once: one tree of pages, one of tags, one list of
 * destinations. Streams that are equal, such as fonts, stand there once.
 *
 * Each print is written as soon as it comes; of those before, only what the end of the file needs is kept.
 *
 * @see ISO 32000-1, 7.7 "Document Structure" and 14.7 "Logical Structure"
 */
export class JoinedPdf {
  readonly #writer = new PdfWriter()
  readonly #pageTree = this.#writer.add()
  readonly #tagTree = this.#writer.add()
  readonly #document = this.#writer.add()
  /** Numbers of streams, by their hashes. */
  readonly #streams = new Map<string, number>()
  readonly #pages: number[] = []
  readonly #lists: Lists[] = []
  #parents = 0
  #ids = 0

  /**
   * Writes the pages that come next.
   *
   * @param print tagged, as the browser prints it; changed
   * @throws Error for any other PDF
   */
  add(print: PdfFile): void {
    this.#ids += numberStructureIds(print, this.#ids)
    const roots = rootsOf(print)
    const lists = listsOf(print, roots)
    const pages = pagesOf(print)
    print.set(
      roots.pageTree,
      print
        .get(roots.pageTree)
        .replace(/>>$/, `/Parent ${this.#pageTree} 0 R>>`),
    )
    const numbers = this.#newNumbers(print)
    // One stands for those of all prints.
    for (const number of [print.root, print.info, ...Object.values(roots.own)])
      if (number !== undefined) print.delete(number)
    numbers.set(roots.own.tagTree, this.#tagTree)
    numbers.set(roots.own.document, this.#document)
    const file = this.#lists.length
    const changed = (object: string): string =>
      renumbered(object, { numbers, parents: this.#parents, file })
    for (const number of print.numbers)
      this.#writer.set(numbers.get(number) ?? 0, changed(print.get(number)))
    for (const page of pages) this.#pages.push(numbers.get(page) ?? 0)
    this.#lists.push({
      pageTrees: changed(lists.pageTrees),
      tagged: changed(lists.tagged),
      parents: changed(keysFrom(this.#parents, lists.parents)),
      ids: changed(lists.ids),
      destinations: changed(lists.destinations),
    })
    this.#parents += referenceCount(lists.parents)
  }

  /**
   * Ends the PDF, with its title, author, subject, language and bookmarks.
   *
   * @throws RangeError when a bookmark names a page that is not there
   */
  finish(info: PdfInfo): Uint8Array {
    const writer = this.#writer
    const put = (object: string): number => {
      const number = writer.add()
      writer.set(number, object)
      return number
    }
    const all = (name: keyof Lists): string =>
      this.#lists.map((lists) => lists[name]).join(' ')
    writer.set(
      this.#pageTree,
      `<</Type /Pages /Count ${this.#pages.length} /Kids [${all('pageTrees')}]>>`,
    )
    const parentTree = put(`<</Nums [${all('parents')}]>>`)
    const ids = this.#ids > 0 ? put(`<</Names [${all('ids')}]>>`) : undefined
    writer.set(
      this.#tagTree,
      `<</Type /StructTreeRoot /K ${this.#document} 0 R /ParentTree ${parentTree} 0 R /ParentTreeNextKey ${this.#parents}${ids === undefined ? '' : ` /IDTree ${ids} 0 R`}>>`,
    )
    writer.set(
      this.#document,
      `<</Type /StructElem /S /Document /Lang (${info.lang}) /P ${this.#tagTree} 0 R /K [${all('tagged')}]>>`,
    )
    const destinations = put(`<<${all('destinations')}>>`)
    const catalog = `<</Type /Catalog /Pages ${this.#pageTree} 0 R /MarkInfo <</Type /MarkInfo /Marked true>> /StructTreeRoot ${this.#tagTree} 0 R /Dests ${destinations} 0 R>>`
    const root = put(catalogWith(info, catalog, writer, this.#pages))
    return writer.end(root, put(information(info)))
  }

  /** Numbers after those of the prints before; a stream that was written already has its own and goes. */
  #newNumbers(print: PdfFile): Map<number, number> {
    const first = this.#writer.add(print.size)
    const numbers = new Map<number, number>()
    for (const number of print.numbers) {
      numbers.set(number, first + number)
      const object = print.get(number)
      if (!isStream(object) || hasReferences(object)) continue
      const hash = createHash('sha256')
        .update(object, 'latin1')
        .digest('base64')
      const known = this.#streams.get(hash)
      if (known === undefined) this.#streams.set(hash, first + number)
      else {
        numbers.set(number, known)
        print.delete(number)
      }
    }
    return numbers
  }
}

/** What stands in the lists of a document, without their brackets. */
interface Lists {
  readonly pageTrees: string
  /** Structure elements below the one of the document. */
  readonly tagged: string
  /** Keys of pages and links, each with the structure elements of what it marks. */
  readonly parents: string
  /** Names of structure elements. */
  readonly ids: string
  readonly destinations: string
}

/** Numbers of objects. */
interface Roots {
  readonly pageTree: number
  /** Those of which a document has one. */
  readonly own: {
    readonly tagTree: number
    readonly document: number
    readonly parentTree: number
    readonly idTree: number | undefined
    readonly destinations: number | undefined
  }
}

function rootsOf(print: PdfFile): Roots {
  const catalog = print.get(print.root)
  const tagTree = needed('StructTreeRoot', catalog)
  const tags = print.get(tagTree)
  return {
    pageTree: needed('Pages', catalog),
    own: {
      tagTree,
      document: needed('K', tags),
      parentTree: needed('ParentTree', tags),
      idTree: numberOf('IDTree', tags),
      destinations: numberOf('Dests', catalog),
    },
  }
}

function listsOf(print: PdfFile, { pageTree, own }: Roots): Lists {
  const { document, parentTree, idTree, destinations } = own
  const element = print.get(document)
  const child = numberOf('K', element)
  return {
    pageTrees: `${pageTree} 0 R`,
    tagged: child === undefined ? listOf('K', element) : `${child} 0 R`,
    parents: listOf('Nums', print.get(parentTree)),
    ids: idTree === undefined ? '' : listOf('Names', print.get(idTree)),
    destinations:
      destinations === undefined ? '' : print.get(destinations).slice(2, -2),
  }
}

function numberOf(key: string, object: string): number | undefined {
  const number = new RegExp(`/${key}\\s+(\\d+) 0 R`).exec(object)?.[1]
  return number === undefined ? undefined : Number(number)
}

function needed(key: string, object: string): number {
  const number = numberOf(key, object)
  if (number === undefined) throw new Error(`Unexpected PDF without /${key}`)
  return number
}

function listOf(key: string, object: string): string {
  const list = new RegExp(`/${key}\\s*\\[([^\\]]*)\\]`).exec(object)?.[1]
  if (list === undefined) throw new Error(`Unexpected PDF without /${key}`)
  return list
}

function keysFrom(first: number, pairs: string): string {
  return pairs.replaceAll(
    /(\d+)(\s+\d+ 0 R)/g,
    (_, key: string, value: string) => String(Number(key) + first) + value,
  )
}

function referenceCount(list: string): number {
  return list.match(/ 0 R\b/g)?.length ?? 0
}
