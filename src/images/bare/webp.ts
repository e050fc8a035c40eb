const headLength = 12

/** Chunks that have a part in what is seen. Browsers do not turn a WebP as its Exif says. */
const seen = new Set([
  ...['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP'],
])

/** Bits of `VP8X` that say that there are Exif and XMP. */
const notes = 0x08 | 0x04

/**
 * Leaves out Exif, XMP, unknown chunks and whatever stands behind the end of a WebP.
 *
 * @param image one that is cut off stays so
 * @see https://developers.google.com/speed/webp/docs/riff_container
 */
export function bareWebp(image: Buffer): Buffer {
  if (image.length < headLength) return image
  const kept: Buffer[] = []
  const last = Math.min(image.length, 8 + image.readUInt32LE(4))
  let at = headLength
  while (at + 8 <= last) {
    const type = image.toString('latin1', at, at + 4)
    const length = image.readUInt32LE(at + 4)
    const end = at + 8 + length + (length % 2)
    if (seen.has(type))
      kept.push(withoutFlags(type, image.subarray(at, Math.min(end, last))))
    at = end
  }
  const chunks = Buffer.concat(kept)
  const head = Buffer.from(image.subarray(0, headLength))
  head.writeUInt32LE(chunks.length + 4, 4)
  return Buffer.concat([head, chunks])
}

function withoutFlags(type: string, chunk: Buffer): Buffer {
  if (type !== 'VP8X' || chunk.length < 9) return chunk
  const copy = Buffer.from(chunk)
  copy[8] = (copy[8] ?? 0) & ~notes
  return copy
}
