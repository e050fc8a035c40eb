import { crc32 } from 'node:zlib'
import { exifOf, orientationIn } from './orientation.ts'

const signatureLength = 8

/** Chunks that have a part in what is seen. */
const seen = new Set([
  ...['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND', 'acTL', 'fcTL', 'fdAT'],
  ...['cHRM', 'cICP', 'cLLI', 'gAMA', 'iCCP', 'mDCV', 'sBIT', 'sRGB'],
  ...['bKGD', 'pHYs'],
])

/**
 * Leaves out texts, times and whatever stands behind the end of a PNG.
 *
 * @param image one that is cut off stays so
 * @see https://www.w3.org/TR/png-3/#5Chunk-layout
 */
export function barePng(image: Buffer): Buffer {
  const kept = [image.subarray(0, signatureLength)]
  let at = signatureLength
  while (at + 8 <= image.length) {
    const type = image.toString('latin1', at + 4, at + 8)
    const length = image.readUInt32BE(at)
    const end = at + 12 + length
    if (seen.has(type)) kept.push(image.subarray(at, end))
    if (type === 'eXIf')
      kept.push(...turned(image.subarray(at + 8, at + 8 + length)))
    if (type === 'IEND') break
    at = end
  }
  return Buffer.concat(kept)
}

/** A chunk that says how to turn the image, where it has to be turned. */
function turned(tiff: Buffer): Buffer[] {
  const orientation = orientationIn(tiff)
  if (orientation === 1) return []
  const exif = exifOf(orientation)
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  const content = Buffer.concat([Buffer.from('eXIf'), exif])
  length.writeUInt32BE(exif.length)
  sum.writeUInt32BE(crc32(content))
  return [length, content, sum]
}
