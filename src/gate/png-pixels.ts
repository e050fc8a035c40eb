import { createHash } from 'node:crypto'
import { inflateSync } from 'node:zlib'

/** More pixels than any picture has after `src/images` scaled it. */
const mostPixels = 16_000_000

/** Samples a pixel by colour type; palettes hold indexes. */
const channelsOf: Readonly<Record<number, number>> = {
  0: 1,
  2: 3,
  3: 1,
  4: 2,
  6: 4,
}

/** A PNG with its samples, a byte each. */
interface Png {
  readonly channels: number
  readonly palette: Buffer | undefined
  /** Opacity of the colours of the palette. */
  readonly opacity: Buffer | undefined
  readonly samples: Buffer
}

/**
 * Recognises a PNG by its pixels, as Chromium writes them into a PDF: red, green and blue, a byte each; of a picture that one
 * can see through only how far, since its colours are rounded.
 *
 * @param bytes of an image
 * @returns hash; missing for other formats, for broken pictures, and for what hardly anybody writes: 16 bits a colour,
 *   interlaced, one colour that is transparent
 */
export function pixelHash(bytes: Uint8Array): string | undefined {
  try {
    const png = readPng(Buffer.from(bytes))
    return png && hashOf(visiblePlane(png))
  } catch {
    return undefined
  }
}

/** Hash of decoded pixels, as `pixelHash` gives it. */
export function hashOf(pixels: Uint8Array): string {
  return createHash('sha256').update(pixels).digest('hex')
}

/** @see https://www.w3.org/TR/png-3/#11IHDR */
function readPng(file: Buffer): Png | undefined {
  if (file.toString('latin1', 0, 4) !== '\x89PNG') return undefined
  const width = file.readUInt32BE(16)
  const height = file.readUInt32BE(20)
  const [depth = 0, type = 0, , , interlace] = file.subarray(24, 29)
  const channels = channelsOf[type]
  const opacity = chunksOf(file, 'tRNS')[0]
  const isUsual = depth <= 8 && interlace === 0 && (type === 3 || !opacity)
  if (!channels || !isUsual || width * height > mostPixels) return undefined
  const rowBytes = Math.ceil((width * channels * depth) / 8)
  const lines = inflateSync(Buffer.concat(chunksOf(file, 'IDAT')), {
    maxOutputLength: (rowBytes + 1) * height,
  })
  const rows = unfiltered(lines, rowBytes, Math.max(1, (channels * depth) >> 3))
  const palette = type === 3 ? chunksOf(file, 'PLTE')[0] : undefined
  const samples =
    depth === 8
      ? rows
      : unpacked(rows, { rowBytes, width, depth, isIndex: type === 3 })
  return { channels, palette, opacity, samples }
}

function chunksOf(file: Buffer, wanted: string): Buffer[] {
  const found: Buffer[] = []
  for (let at = 8; at + 8 <= file.length;) {
    const length = file.readUInt32BE(at)
    if (file.toString('latin1', at + 4, at + 8) === wanted)
      found.push(file.subarray(at + 8, at + 8 + length))
    at += 12 + length
  }
  return found
}

/** @see https://www.w3.org/TR/png-3/#9Filters */
function unfiltered(lines: Buffer, rowBytes: number, step: number): Buffer {
  const height = Math.floor(lines.length / (rowBytes + 1))
  const rows = Buffer.alloc(rowBytes * height)
  for (let y = 0; y < height; y++) {
    const line = y * (rowBytes + 1)
    const filter = lines[line] ?? 0
    const from = y * rowBytes
    for (let x = 0; x < rowBytes; x++) {
      const left = x < step ? 0 : (rows[from + x - step] ?? 0)
      const up = rows[from + x - rowBytes] ?? 0
      const corner = x < step ? 0 : (rows[from + x - rowBytes - step] ?? 0)
      rows[from + x] =
        (lines[line + 1 + x] ?? 0) + predicted(filter, left, up, corner)
    }
  }
  return rows
}

function predicted(
  filter: number,
  left: number,
  up: number,
  corner: number,
): number {
  if (filter === 1) return left
  if (filter === 2) return up
  if (filter === 3) return (left + up) >> 1
  if (filter !== 4) return 0
  const toLeft = Math.abs(up - corner)
  const toUp = Math.abs(left - corner)
  const toCorner = Math.abs(left + up - 2 * corner)
  if (toLeft <= toUp && toLeft <= toCorner) return left
  return toUp <= toCorner ? up : corner
}

interface Packing {
  readonly rowBytes: number
  readonly width: number
  readonly depth: number
  readonly isIndex: boolean
}

/** One, two or four bits a pixel: one byte each, greys up to 255. */
function unpacked(
  rows: Buffer,
  { rowBytes, width, depth, isIndex }: Packing,
): Buffer {
  const most = 2 ** depth - 1
  const samples = Buffer.alloc((rows.length / rowBytes) * width)
  for (let at = 0; at < samples.length; at++) {
    const bit = (at % width) * depth
    const byte = rows[Math.floor(at / width) * rowBytes + (bit >> 3)] ?? 0
    const sample = (byte >> (8 - depth - (bit & 7))) & most
    samples[at] = isIndex ? sample : (sample * 255) / most
  }
  return samples
}

/** How far one can see through every pixel, where one can through any; the colours otherwise. */
function visiblePlane(png: Png): Uint8Array {
  const opacities = opacitiesOf(png)
  return opacities.some((value) => value < 255) ? opacities : coloursOf(png)
}

function opacitiesOf({ channels, opacity, samples }: Png): Uint8Array {
  const opacities = new Uint8Array(samples.length / channels).fill(255)
  if (channels === 2 || channels === 4)
    return opacities.map((_, at) => samples[(at + 1) * channels - 1] ?? 255)
  return opacity
    ? opacities.map((_, at) => opacity[samples[at] ?? 0] ?? 255)
    : opacities
}

function coloursOf({ channels, palette, samples }: Png): Uint8Array {
  const colours = new Uint8Array((samples.length / channels) * 3)
  for (let at = 0; at * channels < samples.length; at++) {
    const sample = samples[at * channels] ?? 0
    const pixel = palette
      ? palette.subarray(sample * 3, sample * 3 + 3)
      : channels < 3
        ? [sample, sample, sample]
        : samples.subarray(at * channels, at * channels + 3)
    colours.set(pixel, at * 3)
  }
  return colours
}
