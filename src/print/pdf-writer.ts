import { deflateSync } from 'node:zlib'
import { GrowingBytes } from './growing-bytes.ts'

/**
 * Writes a PDF object by object, so that none of them has to be kept: streams as they are, everything else packed into
 * streams of many objects.
 *
 * @see ISO 32000-1, 7.5 "File Structure"
 */
export class PdfWriter {
  readonly #file = new GrowingBytes()
  /** Where objects stand, as the file's table says it: a deck of 2,000 questions has 200,000. */
  readonly #places = new GrowingBytes()
  /** Objects that wait until a stream of them is full. */
  #plain: [number: number, object: string][] = []
  /** Number of the next object that is added. */
  #next: number

  /** @param next first number that `add` gives */
  constructor(next = 1) {
    this.#next = next
    // Four bytes beyond ASCII say that the file is binary.
    this.#file.append('%PDF-1.7\n%\xFF\xFF\xFF\xFF\n')
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
    const start = this.#file.length
    this.#place(number, inFile, start)
    const table = tableStream(this.#places.bytes(), number + 1, root, info)
    this.#file.append(`${number} 0 obj\n${table}\nendobj\n`)
    this.#file.append(`startxref\n${start}\n%%EOF\n`)
    return this.#file.bytes()
  }

  #pack(): void {
    const packed = this.#plain
    if (packed.length === 0) return
    this.#plain = []
    const number = this.add()
    this.#writeObject(number, objectStream(packed))
    for (const [index, [inside]] of packed.entries())
      this.#place(inside, inStream, number, index)
  }

  #writeObject(number: number, object: string): void {
    this.#place(number, inFile, this.#file.length)
    this.#file.append(`${number} 0 obj\n${object}\nendobj\n`)
  }

  /** @param at offset in the file, or number of the stream in which it has the index */
  #place(number: number, type: number, at: number, index = 0): void {
    const entry = this.#places.at(number * entryLength, entryLength)
    entry.writeUInt8(type, 0)
    entry.writeUInt32BE(at, 1)
    entry.writeUInt16BE(index, 5)
  }
}

/** Types of entries in the table: objects that stand at an offset of the file, and those in a stream of objects. */
const [inFile, inStream] = [1, 2]
/** Bytes of an entry: 1 for its type, 4 and 2. */
const entryLength = 7

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
  places: Uint8Array,
  size: number,
  root: number,
  info: number | undefined,
): string {
  const entries = Buffer.alloc(size * entryLength)
  entries.set(places)
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
