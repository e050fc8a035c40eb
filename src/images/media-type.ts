/**
 * Media type of an image by its first bytes, since extensions lie.
 *
 * @param bytes of a file
 * @returns `undefined` for anything but the formats that every browser shows
 */
export function mediaType(bytes: Uint8Array): string | undefined {
  const image = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const head = image.toString('latin1', 0, 12)
  if (head.startsWith('\x89PNG\r\n')) return 'image/png'
  if (head.startsWith('\xff\xd8\xff')) return 'image/jpeg'
  if (/^GIF8[79]a/.test(head)) return 'image/gif'
  if (/^RIFF[^]{4}WEBP/.test(head)) return 'image/webp'
  if (/^[^]{4}ftypavi[fs]/.test(head)) return 'image/avif'
  return /^\uFEFF?\s*(?:<\?xml|<!--|<!DOCTYPE svg|<(?:svg:)?svg)/i.test(
    image.toString('utf8', 0, 1024),
  )
    ? 'image/svg+xml'
    : undefined
}

/**
 * Whether an image moves: drawn anew it would stand still.
 *
 * @see https://www.w3.org/TR/png-3/#acTL-chunk
 * @see https://developers.google.com/speed/webp/docs/riff_container#extended_file_format
 */
export function isAnimated(bytes: Uint8Array, type: string): boolean {
  const image = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (type === 'image/png') {
    const start = image.indexOf('acTL')
    return start !== -1 && start < image.indexOf('IDAT')
  }
  if (type === 'image/webp')
    return image.toString('latin1', 12, 16) === 'VP8X' && (image[20] ?? 0) & 2
      ? true
      : false
  return type === 'image/gif'
}
