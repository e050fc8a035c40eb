import {
  createReadStream,
  createWriteStream,
  mkdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { readTar } from './tar.ts'
import { writeReceipt } from './unpack-receipt.ts'

/** The browser in the folder that it was unpacked into. */
export const executableName = 'chromium'
/** The configuration that names its only font. */
export const fontConfigurationName = 'fonts.conf'

/**
 * Without any font at all Chromium lays out no text, not even in a document's own faces: a minimal container would get
 * blank pages. With one font, and always the same, every machine gives the same bytes.
 */
const fontConfiguration = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`

/**
 * Unpacks all that the headless shell needs.
 *
 * @param packed folder with `chromium.br`, `al2023.tar.br` (libraries) and `fonts.tar.br`
 * @param folder empty and private
 */
export async function unpackFiles(
  packed: string,
  folder: string,
): Promise<void> {
  // Once on a machine: whoever only asks where the package is need not wait for it.
  const { brotliDecompressSync, createBrotliDecompress } =
    await import('node:zlib')
  await pipeline(
    createReadStream(join(packed, 'chromium.br')),
    createBrotliDecompress({ chunkSize: 2 ** 20 }),
    createWriteStream(join(folder, executableName), {
      mode: 0o700,
      flags: 'wx',
    }),
  )
  const unpacked = (name: string): Buffer =>
    brotliDecompressSync(readFileSync(join(packed, name)))
  const paths = [
    executableName,
    ...unpackArchive(unpacked('al2023.tar.br'), folder, 'lib'),
    ...unpackArchive(unpacked('fonts.tar.br'), folder, 'fonts'),
    fontConfigurationName,
  ]
  writeFileSync(join(folder, fontConfigurationName), fontConfiguration, {
    mode: 0o600,
    flag: 'wx',
  })
  writeReceipt(folder, paths)
}

/** Unpacks the files that a tar archive has below one folder, flat. */
function unpackArchive(
  archive: Buffer,
  folder: string,
  name: 'lib' | 'fonts',
): string[] {
  mkdirSync(join(folder, name), { mode: 0o700 })
  return readTar(archive)
    .filter(({ path }) => path.startsWith(`${name}/`))
    .map((file) => {
      const path = join(name, basename(file.path))
      writeFileSync(join(folder, path), file.contents, {
        mode: 0o600,
        flag: 'wx',
      })
      return path
    })
}
