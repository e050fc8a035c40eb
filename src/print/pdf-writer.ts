import { deflateSync } from 'node:zlib'

/**
 * Writes a PDF object by object, so that none of them has to be kept: streams as they are, everything else packed into
 * streams of many objects.
 *
 * @see ISO 32000-1, 7.5 "File Structure"
 */
export class PdfWriter {
  readonly #parts: Buffer[] = []
  readonly #places = new Map<number, Place>()
  #offset = 0
  /** Objects that wait until a stream of them is full. */
  #plain: [number: number, object: string][] = []
  /** Number of the next object that is added. */
  #next: number

  /** @param next first number that `add` gives */
  constructor(next = 1) {
    this.#next = next
    // Four bytes beyond ASCII say that the file is binary.
    this.#write('%PDF-1.7\n%\xFF\xFF\xFF\xFF\n')
  }

  /** Makes room for objects that are set later; gives the number of the first. */
  add(count = 1): number {
    const first = this.#next
    this.#next += count
    return first
  }

  /**
   * Writes an object.
   *
   * @param object as it stands in the file, one character a byte
   */
  set(number: number, object: string): void {
    if (isStream(object)) this.#writeObject(number, object)
    else {
      this.#plain.push([number, object])
      if (this.#plain.length === perStream) this.#pack()
    }
  }

  /**
   * Ends the file.
   *
   * @param root number of the catalog
   * @param info number of the information dictionary
   */
  end(root: number, info: number | undefined): Uint8Array {
    this.#pack()
    const number = this.add()
    this.#places.set(number, { type: 1, at: this.#offset, index: 0 })
    const table = tableStream(this.#places, number + 1, root, info)
    const start = this.#write(`${number} 0 obj\n${table}\nendobj\n`)
    this.#write(`startxref\n${start}\n%%EOF\n`)
    const bytes = new Uint8Array(this.#offset)
    let at = 0
    for (const part of this.#parts.splice(0)) {
      bytes.set(part, at)
      at += part.length
    }
    return bytes
  }

  #pack(): void {
    const packed = this.#plain
    if (packed.length === 0) return
    this.#plain = []
    const number = this.add()
    this.#writeObject(number, objectStream(packed))
    for (const [index, [inside]] of packed.entries())
      this.#places.set(inside, { type: 2, at: number, index })
  }

  #writeObject(number: number, object: string): void {
    const at = this.#write(`${number} 0 obj\n${object}\nendobj\n`)
    this.#places.set(number, { type: 1, at, index: 0 })
  }

  /** @returns where it begins */
  #write(text: string): number {
    const start = this.#offset
    const part = Buffer.from(text, 'latin1')
    this.#parts.push(part)
    this.#offset += part.length
    return start
  }
}

/** Where an object stands: at an offset (1), or with an index in the stream of a number (2). */
interface Place {
  readonly type: 1 | 2
  readonly at: number
  readonly index: number
}

/** Objects in one stream: a reader unpacks all for one. */
const perStream = 200

/** Data of a stream may have any bytes, but they end with this word. */
export function isStream(object: string): boolean {
  return object.endsWith('endstream')
}

/** @see ISO 32000-1, 7.5.7 "Object Streams" */
function objectStream(objects: readonly (readonly [number, string])[]): string {
  const offsets: string[] = []
  let offset = 0
  for (const [number, object] of objects) {
    offsets.push(`${number} ${offset}`)
    offset += object.length + 1
  }
  const head = `${offsets.join(' ')}\n`
  const data = head + objects.map(([, object]) => object).join('\n')
  return packedStream(
    `/Type /ObjStm /N ${objects.length} /First ${head.length}`,
    Buffer.from(data, 'latin1'),
  )
}

/** @see ISO 32000-1, 7.5.8 "Cross-Reference Streams" */
function tableStream(
  places: ReadonlyMap<number, Place>,
  size: number,
  root: number,
  info: number | undefined,
): string {
  const entries = Buffer.alloc(size * 7)
  for (const [number, { type, at, index }] of places) {
    entries.writeUInt8(type, number * 7)
    entries.writeUInt32BE(at, number * 7 + 1)
    entries.writeUInt16BE(index, number * 7 + 5)
  }
  // Objects that are not there are a list of free ones, of which the first is enough.
  entries.writeUInt16BE(65_535, 5)
  const trailer = `/Root ${root} 0 R${info === undefined ? '' : ` /Info ${info} 0 R`}`
  return packedStream(
    `/Type /XRef /Size ${size} /W [1 4 2] ${trailer}`,
    entries,
  )
}

function packedStream(entries: string, data: Buffer): string {
  const packed = deflateSync(data).toString('latin1')
  return `<<${entries} /Filter /FlateDecode /Length ${packed.length}>>\nstream\n${packed}\nendstream`
}
