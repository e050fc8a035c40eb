/** One entry of an archive to make. */
export interface TarEntry {
  readonly path: string
  readonly contents?: string
  readonly mode?: number
  /** `0` for a file, `5` for a folder. */
  readonly type?: string
}

/** Makes a tar archive, just good enough to be read. */
export function tarOf(entries: readonly TarEntry[]): Buffer {
  const parts = entries.map(
    ({ path, contents = '', mode = 0o644, type = '0' }) => {
      const body = Buffer.from(contents)
      const header = Buffer.alloc(512)
      header.write(path, 0)
      header.write(mode.toString(8).padStart(7, '0'), 100)
      header.write(body.length.toString(8).padStart(11, '0'), 124)
      header.write(type, 156)
      return [header, body, Buffer.alloc((512 - (body.length % 512)) % 512)]
    },
  )
  return Buffer.concat([...parts.flat(), Buffer.alloc(1024)])
}
