import { readFileSync } from 'node:fs'
import { crc32 } from 'node:zlib'

/** Pictures without notes, of each format whose notes are left out. The GIF moves. */
export const plainImages = ['png', 'jpeg', 'gif', 'webp'].map((name) => ({
  type: `image/${name}`,
  bytes: readFileSync(
    `test/images/pictures/plain.${name === 'jpeg' ? 'jpg' : name}`,
  ),
}))

/**
 * Writes a text beside a picture, wherever its format has room for it.
 *
 * @param type media type of one of `plainImages`
 * @param text whatever nobody sees
 * @param orientation how a camera was held, 1 to 8; only PNG and JPEG
 */
export function noted(
  image: Buffer,
  type: string,
  text: string,
  orientation = 1,
): Buffer {
  const exif = exifWith(text, orientation)
  const notes = Buffer.from(text)
  switch (type) {
    case 'image/png':
      return joined(
        image.subarray(0, 33),
        pngChunk('tEXt', joined('Comment\0', notes)),
        pngChunk('eXIf', exif),
        pngChunk('zzZz', notes),
        image.subarray(33),
        notes,
      )
    case 'image/jpeg':
      return joined(
        image.subarray(0, 2),
        jpegSegment(0xe1, joined('Exif\0\0', exif)),
        jpegSegment(0xe1, joined('http://ns.adobe.com/xap/1.0/\0', notes)),
        jpegSegment(0xed, joined('Photoshop 3.0\0', notes)),
        jpegSegment(0xfe, notes),
        Buffer.from([0xff]),
        image.subarray(2),
        notes,
      )
    case 'image/gif': {
      const comment = joined(
        Buffer.from([0x21, 0xfe, notes.length]),
        notes,
        Buffer.of(0),
      )
      const end = image.length - 1
      return joined(image.subarray(0, end), comment, image.subarray(end), notes)
    }
    default:
      return webpWith(image, exif, notes)
  }
}

function webpWith(image: Buffer, exif: Buffer, notes: Buffer): Buffer {
  const chunks = joined(
    image.subarray(12),
    riffChunk('EXIF', exif),
    riffChunk('XMP ', notes),
  )
  const head = Buffer.from(image.subarray(0, 12))
  head.writeUInt32LE(chunks.length + 4, 4)
  return joined(head, chunks, notes)
}

/** The directory has one entry, and the text stands behind it. */
function exifWith(text: string, orientation: number): Buffer {
  const head = Buffer.from(
    `MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0${String.fromCharCode(orientation)}\0\0\0\0\0\0`,
    'latin1',
  )
  return joined(head, text)
}

function pngChunk(type: string, data: Buffer): Buffer {
  const content = joined(type, data)
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(content))
  return joined(length, content, sum)
}

function jpegSegment(kind: number, data: Buffer): Buffer {
  return joined(Buffer.from([0xff, kind, 0, data.length + 2]), data)
}

function riffChunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32LE(data.length)
  return joined(type, length, data, Buffer.alloc(data.length % 2))
}

function joined(...parts: (Buffer | string)[]): Buffer {
  return Buffer.concat(parts.map((part) => Buffer.from(part as string)))
}
