import { isStream, PdfWriter } from './pdf-writer.ts'

/**
 * A PDF as Chromium prints it, object by object, each as the text that stands in the file (one character a byte).
 *
 * Not with a library for PDFs: taking every object of a deck apart and putting it together again took longer than
 * printing it, and only four of them change.
 *
 * @see ISO 32000-1, 7.5 "File Structure"
 */
export class PdfFile {
  readonly #objects: Map<number, string>
  /** Number of the next object that is added. */
  #next: number
  /** Number of the catalog. */
  readonly root: number
  /** Number of the information dictionary, if there is one. */
  readonly info: number | undefined

  /**
   * @param bytes PDF with one plain table of all objects
   * @throws Error for any other PDF
   */
  constructor(bytes: Uint8Array) {
    const text = Buffer.from(
      bytes.buffer,
      bytes.byteOffset,
      bytes.byteLength,
    ).toString('latin1')
    const table = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1])
    const trailer = text.slice(text.indexOf('trailer', table))
    const root = /\/Root (\d+) 0 R/.exec(trailer)
    const info = /\/Info (\d+) 0 R/.exec(trailer)
    if (!root || !text.startsWith('xref', table) || /\/Prev\b/.test(trailer))
      throw new Error('Unexpected PDF without one table of all its objects')
    this.root = Number(root[1])
    this.info = info ? Number(info[1]) : undefined
    const { objects, size } = readObjects(text, table)
    this.#objects = objects
    this.#next = size
  }

  /** One more than the highest number of an object. */
  get size(): number {
    return this.#next
  }

  /** Numbers of all objects, in their order. */
  get numbers(): number[] {
    return [...this.#objects.keys()].sort((a, b) => a - b)
  }

  /**
   * Gives an object.
   *
   * @throws Error when there is none
   */
  get(number: number): string {
    const object = this.#objects.get(number)
    if (object === undefined)
      throw new Error(`Unexpected PDF without its object ${number}`)
    return object
  }

  /** Replaces an object. */
  set(number: number, object: string): void {
    this.#objects.set(number, object)
  }

  /** Adds an object, or makes room for one that is set later; gives its number. */
  add(object = 'null'): number {
    this.#objects.set(this.#next, object)
    return this.#next++
  }

  delete(number: number): void {
    this.#objects.delete(number)
  }

  /** The file, with everything but streams packed into streams. */
  save(): Uint8Array {
    const writer = new PdfWriter(this.#next)
    const objects = this.numbers.map(
      (number) => [number, this.get(number)] as const,
    )
    for (const [number, object] of objects)
      if (isStream(object)) writer.set(number, object)
    for (const [number, object] of objects)
      if (!isStream(object)) writer.set(number, object)
    return writer.end(this.root, this.info)
  }
}

function readObjects(
  text: string,
  table: number,
): { objects: Map<number, string>; size: number } {
  const head = /^xref\s+0 (\d+)\s+/.exec(text.slice(table, table + 40))
  const first = table + (head?.[0].length ?? 0)
  const size = Number(head?.[1] ?? 0)
  const starts = Array.from({ length: size }, (_, number) => ({
    number,
    // Entries have 20 bytes: offset, generation, `n` for objects that are there.
    entry: text.slice(first + number * 20, first + number * 20 + 18),
  })).flatMap(({ number, entry }) =>
    entry.endsWith('n') ? [{ number, start: Number(entry.slice(0, 10)) }] : [],
  )
  starts.sort((a, b) => a.start - b.start)
  const objects = new Map(
    starts.map(({ number, start }, index): [number, string] => {
      const whole = text.slice(start, starts[index + 1]?.start ?? table)
      const body = whole.slice(
        `${number} 0 obj`.length,
        whole.lastIndexOf('endobj'),
      )
      return [number, body.trim()]
    }),
  )
  return { objects, size }
}
