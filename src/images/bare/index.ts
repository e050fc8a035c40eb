import { bareGif } from './gif.ts'
import { bareJpeg } from './jpeg.ts'
import { barePng } from './png.ts'
import { bareWebp } from './webp.ts'

/** By media type. */
const bareOf: Readonly<Record<string, (image: Buffer) => Buffer>> = {
  'image/png': barePng,
  'image/jpeg': bareJpeg,
  'image/gif': bareGif,
  'image/webp': bareWebp,
}

/**
 * Leaves out of an image what nobody sees in it: texts, comments, the place where it was taken, a smaller picture of what
 * was there before it was cut. Participants get the file, and any of these may say an answer. Its pixels stay as they are.
 *
 * @param bytes of an image; whatever they are, it does not throw
 * @param type its media type
 * @returns the bytes themselves for AVIF, whose parts cannot be taken out without moving all others
 */
export function bareImage(bytes: Uint8Array, type: string): Uint8Array {
  const bare = bareOf[type]
  return (
    bare?.(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)) ??
    bytes
  )
}
