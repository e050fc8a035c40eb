import { exifOf, orientationIn } from './orientation.ts'

/** Second bytes of markers. */
const marker = {
  startOfScan: 0xda,
  endOfImage: 0xd9,
  comment: 0xfe,
  app0: 0xe0,
  app1: 0xe1,
  app2: 0xe2,
  app14: 0xee,
  app15: 0xef,
} as const

/** What the segments of applications that have a part in what is seen begin with: size, colours, and how to read them. */
const seen: Readonly<Record<number, string>> = {
  [marker.app0]: 'JFIF\0',
  [marker.app2]: 'ICC_PROFILE\0',
  [marker.app14]: 'Adobe',
}

const exifStart = 'Exif\0\0'

/**
 * Leaves out comments, everything that cameras and programs write beside the picture but its colours and how to turn it,
 * and whatever stands behind its end.
 *
 * @param image one that is cut off ends where it is cut off
 * @see https://www.w3.org/Graphics/JPEG/itu-t81.pdf B.1.1
 */
export function bareJpeg(image: Buffer): Buffer {
  const kept = [image.subarray(0, 2)]
  let at = image.indexOf(0xff, 2)
  while (at !== -1 && at + 4 <= image.length) {
    const kind = image[at + 1] ?? 0
    if (kind === marker.endOfImage) break
    // Any number of these may stand before a marker.
    const isFill = kind === 0xff
    const end = isFill ? at + 1 : segmentEnd(image, at, kind)
    if (!isFill) kept.push(...keptOf(kind, image.subarray(at, end)))
    at = image.indexOf(0xff, end)
  }
  return Buffer.concat([...kept, endOfImage])
}

const endOfImage = Buffer.from([0xff, marker.endOfImage])

function keptOf(kind: number, segment: Buffer): Buffer[] {
  if (kind === marker.comment) return []
  if (kind < marker.app0 || kind > marker.app15) return [segment]
  const content = segment.subarray(4)
  const isSeen = (start: string): boolean =>
    content.toString('latin1', 0, start.length) === start
  if (kind === marker.app1 && isSeen(exifStart))
    return turned(content.subarray(exifStart.length))
  const start = seen[kind]
  return start !== undefined && isSeen(start) ? [segment] : []
}

/** A segment that says how to turn the image, where it has to be turned. */
function turned(tiff: Buffer): Buffer[] {
  const orientation = orientationIn(tiff)
  if (orientation === 1) return []
  const content = Buffer.concat([Buffer.from(exifStart), exifOf(orientation)])
  const head = Buffer.from([0xff, marker.app1, 0, content.length + 2])
  return [head, content]
}

function segmentEnd(image: Buffer, at: number, kind: number): number {
  const end = at + 2 + image.readUInt16BE(at + 2)
  return kind === marker.startOfScan ? scanEnd(image, end) : end
}

/** Where the picture's own data ends: at a byte 0xFF that is not escaped and begins no restart. */
function scanEnd(image: Buffer, start: number): number {
  let at = image.indexOf(0xff, start)
  while (at !== -1) {
    const next = image[at + 1] ?? 0
    const goesOn = next === 0 || (next >= 0xd0 && next <= 0xd7)
    if (!goesOn) return at
    at = image.indexOf(0xff, at + 2)
  }
  return image.length
}
