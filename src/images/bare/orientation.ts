/**
 * How a camera was held, by its Exif: browsers turn what they show.
 *
 * @param tiff Exif without what comes before its byte order
 * @returns 1 to 8; 1, as nothing need be turned, where it does not say or cannot be read
 * @see https://www.w3.org/Graphics/JPEG/itu-t81.pdf and Exif 2.32, 4.6.4: the first directory, tag 0x0112
 */
export function orientationIn(tiff: Buffer): number {
  try {
    const isLittle = tiff.toString('latin1', 0, 2) === 'II'
    const short = (at: number): number =>
      isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at)
    const directory = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
    for (let entry = 0; entry < short(directory); entry++) {
      const at = directory + 2 + entry * 12
      if (short(at) === orientationTag) return within(short(at + 8))
    }
  } catch {
    // It ends too early.
  }
  return 1
}

const orientationTag = 0x0112

function within(orientation: number): number {
  return orientation >= 1 && orientation <= 8 ? orientation : 1
}

/**
 * Exif that says nothing but how a camera was held.
 *
 * @param orientation 1 to 8
 */
export function exifOf(orientation: number): Buffer {
  const exif = Buffer.from(
    'MM\0*\0\0\0\x08\0\x01\0\0\0\x03\0\0\0\x01',
    'latin1',
  )
  const rest = Buffer.alloc(26 - exif.length)
  rest.writeUInt16BE(orientation, 0)
  exif.writeUInt16BE(orientationTag, 10)
  return Buffer.concat([exif, rest])
}
