import { createHash } from 'node:crypto'

/** What tells one image from another, in whichever file it stands. */
export interface ImagePrint {
  /** Of the bytes; PDFs keep those of a JPEG and pack all others anew. */
  readonly sha256: string
  /** In pixels; missing for vector images and unknown formats. */
  readonly size?: { readonly width: number; readonly height: number }
  /** Hash of the pixels, where a PDF packs them anew. */
  readonly pixels?: string
}

/** Describes an image by its bytes. */
export function imagePrint(bytes: Uint8Array): ImagePrint {
  const size = pixelSize(Buffer.from(bytes))
  return {
    sha256: createHash('sha256').update(bytes).digest('hex'),
    ...(size ? { size } : {}),
  }
}

function pixelSize(image: Buffer): ImagePrint['size'] {
  if (image.length < 30) return undefined
  const magic = image.toString('latin1', 0, 12)
  if (magic.startsWith('\x89PNG')) {
    return { width: image.readUInt32BE(16), height: image.readUInt32BE(20) }
  }
  if (magic.startsWith('GIF8')) {
    return { width: image.readUInt16LE(6), height: image.readUInt16LE(8) }
  }
  if (magic.startsWith('RIFF') && magic.endsWith('WEBP')) return webpSize(image)
  if (magic.slice(4, 10) === 'ftypav') return avifSize(image)
  return magic.startsWith('\xFF\xD8') ? jpegSize(image) : undefined
}

/** @see https://developers.google.com/speed/webp/docs/riff_container */
function webpSize(image: Buffer): ImagePrint['size'] {
  const kind = image.toString('latin1', 12, 16)
  if (kind === 'VP8X') {
    return {
      width: image.readUIntLE(24, 3) + 1,
      height: image.readUIntLE(27, 3) + 1,
    }
  }
  if (kind === 'VP8L') {
    const bits = image.readUInt32LE(21)
    return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 }
  }
  return {
    width: image.readUInt16LE(26) & 0x3fff,
    height: image.readUInt16LE(28) & 0x3fff,
  }
}

/** The first image's extents: https://www.iso.org/standard/83650.html (HEIF), `ispe` */
function avifSize(image: Buffer): ImagePrint['size'] {
  const box = image.indexOf('ispe')
  return box === -1 || box + 16 > image.length
    ? undefined
    : {
        width: image.readUInt32BE(box + 8),
        height: image.readUInt32BE(box + 12),
      }
}

/** Walks the segments to the frame header: https://www.w3.org/Graphics/JPEG/itu-t81.pdf, B.2 */
function jpegSize(image: Buffer): ImagePrint['size'] {
  let offset = 2
  while (offset + 9 < image.length) {
    const marker = image.readUInt8(offset + 1)
    const isFrame =
      marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) {
      return {
        width: image.readUInt16BE(offset + 7),
        height: image.readUInt16BE(offset + 5),
      }
    }
    offset += 2 + image.readUInt16BE(offset + 2)
  }
  return undefined
}
