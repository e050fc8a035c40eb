const blockSize = 512

/** One regular file of a tar archive. */
export interface TarFile {
  /** Path as stored, with `/`. */
  readonly path: string
  /** Permission bits, such as `0o755`. */
  readonly mode: number
  readonly contents: Uint8Array
}

/**
 * Reads the regular files of a tar archive; folders, links and everything else are left out.
 *
 * @see https://www.gnu.org/software/tar/manual/html_node/Standard.html
 * @throws Error when the archive is cut off
 */
export function readTar(archive: Uint8Array): TarFile[] {
  const files: TarFile[] = []
  let offset = 0
  while (offset + blockSize <= archive.length && archive[offset] !== 0) {
    const header = archive.subarray(offset, offset + blockSize)
    const size = octal(header, 124, 12)
    const start = offset + blockSize
    if (start + size > archive.length) throw new Error('Unexpected end of tar')
    const type = text(header, 156, 1)
    if (type === '0' || type === '') {
      files.push({
        path: text(header, 0, 100),
        mode: octal(header, 100, 8) & 0o777,
        contents: archive.subarray(start, start + size),
      })
    }
    offset = start + Math.ceil(size / blockSize) * blockSize
  }
  return files
}

function text(header: Uint8Array, start: number, length: number): string {
  const field = header.subarray(start, start + length)
  const end = field.indexOf(0)
  return Buffer.from(end < 0 ? field : field.subarray(0, end)).toString(
    'latin1',
  )
}

function octal(header: Uint8Array, start: number, length: number): number {
  return Number.parseInt(text(header, start, length).trim() || '0', 8)
}
