import { deflateSync } from 'node:zlib'

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
    const parts: Buffer[] = []
    let offset = 0
    const write = (text: string): number => {
      const start = offset
      const part = Buffer.from(text, 'latin1')
      parts.push(part)
      offset += part.length
      return start
    }
    // Four bytes beyond ASCII say that the file is binary.
    write('%PDF-1.7\n%\xFF\xFF\xFF\xFF\n')
    const places = new Map<number, Place>()
    const plain: [number: number, object: string][] = []
    for (const number of this.numbers) {
      const object = this.get(number)
      if (isStream(object)) {
        const start = write(`${number} 0 obj\n${object}\nendobj\n`)
        places.set(number, { type: 1, at: start, index: 0 })
      } else plain.push([number, object])
    }
    let next = this.#next
    for (let first = 0; first < plain.length; first += perStream) {
      const packed = plain.slice(first, first + perStream)
      const number = next++
      const start = write(`${number} 0 obj\n${objectStream(packed)}\nendobj\n`)
      places.set(number, { type: 1, at: start, index: 0 })
      for (const [index, [inside]] of packed.entries())
        places.set(inside, { type: 2, at: number, index })
    }
    places.set(next, { type: 1, at: offset, index: 0 })
    const table = tableStream(places, next + 1, this.root, this.info)
    const start = write(`${next} 0 obj\n${table}\nendobj\n`)
    write(`startxref\n${start}\n%%EOF\n`)
    // Not a Buffer: its `slice` would share what callers want copied.
    return new Uint8Array(Buffer.concat(parts))
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

/** Data of a stream may have any bytes, but they end with this word. */
function isStream(object: string): boolean {
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
