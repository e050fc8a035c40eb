import { createHash } from 'node:crypto'
import {
  createReadStream,
  createWriteStream,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { arch, getuid, platform } from 'node:process'
import { pipeline } from 'node:stream/promises'
import {
  cacheFolder,
  isOutOfReach,
  isPrivateFolder,
  makePrivateFolder,
} from './private-folder.ts'
import { readTar } from './tar.ts'
import { makeTemporaryFolder } from '../config/temporary-files.ts'

/** The headless shell of `@sparticuz/chromium`, unpacked and ready to run. */
export interface UnpackedShell {
  readonly executablePath: string
  /** Folder of the shared libraries that came with it. */
  readonly libraries: string
  /** Configuration that shows it one Latin font and none of the system's. */
  readonly fontConfiguration: string
  /** Removes what was unpacked only for this process; does nothing for the shared cache. */
  readonly cleanup: () => void
}

/** What is written beside the unpacked files, so that they can be recognised at the next start. */
interface Receipt {
  readonly files: readonly FileRecord[]
}

interface FileRecord {
  readonly path: string
  readonly size: number
  readonly mtimeMs: number
  readonly mode: number
  readonly sha256: string
}

const receiptName = 'unpacked.json'
const executableName = 'chromium'
const fontConfigurationName = 'fonts.conf'

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

/** Where the package keeps its packed files, or nothing when it is not installed or cannot run here. */
export function bundledShellFolder(): string | undefined {
  // The interpreter that the binary asks for is missing on musl systems such as Alpine.
  const runsHere =
    platform === 'linux' &&
    arch === 'x64' &&
    existsSync('/lib64/ld-linux-x86-64.so.2')
  if (!runsHere) return undefined
  try {
    const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium')
    const folder = resolve(dirname(entry), '../../bin')
    return existsSync(join(folder, 'chromium.br')) ? folder : undefined
  } catch {
    // Optional dependency: npm leaves it out where it could not be installed.
    return undefined
  }
}

/**
 * Unpacks the headless shell once into the user's cache; later calls only check that nothing changed.
 *
 * The package's own `executablePath()` is not used: it unpacks into a shared `/tmp` and runs whatever it finds there.
 * Without a writable cache the shell goes to a private folder that `cleanup` removes.
 *
 * @param packed folder with `chromium.br`, `al2023.tar.br` (libraries) and `fonts.tar.br`
 * @param onUnpack called before the seconds that unpacking takes
 * @param cache folder to keep the unpacked files in
 */
export async function unpackShell(
  packed: string,
  onUnpack: () => void = () => undefined,
  cache: string = cacheFolder(),
): Promise<UnpackedShell> {
  const folder = join(cache, `headless-shell-${packageVersion(packed)}`)
  const isSafe = isOutOfReach(cache)
  if (isSafe && isPrivateFolder(cache) && isIntact(folder))
    return shellIn(folder)
  onUnpack()
  try {
    if (!isSafe) throw new Error(`Others could replace ${cache}`)
    makePrivateFolder(cache)
    await unpackInto(packed, cache, folder)
    return shellIn(folder)
  } catch {
    // Read-only home, full disk, a folder that is not ours: the build can still go on without a cache.
    if (!isOutOfReach(join(tmpdir(), 'studydeck-browser')))
      throw new Error(`Others could replace what lies in ${tmpdir()}`)
    const own = makeTemporaryFolder(tmpdir(), 'studydeck-browser')
    const cleanup = (): void => {
      rmSync(own, { recursive: true, force: true })
    }
    try {
      await unpackFiles(packed, own)
    } catch (error) {
      cleanup()
      throw error
    }
    return shellIn(own, cleanup)
  }
}

function shellIn(
  folder: string,
  cleanup: () => void = () => undefined,
): UnpackedShell {
  return {
    executablePath: join(folder, executableName),
    libraries: join(folder, 'lib'),
    fontConfiguration: join(folder, fontConfigurationName),
    cleanup,
  }
}

function packageVersion(packed: string): string {
  const manifest = JSON.parse(
    readFileSync(join(packed, '../package.json'), 'utf8'),
  ) as { version: string }
  return manifest.version
}

/** Unpacks beside the target and renames, so that two builds at once never see half a browser. */
async function unpackInto(
  packed: string,
  cache: string,
  folder: string,
): Promise<void> {
  const temporary = makeTemporaryFolder(cache, 'unpacking')
  try {
    await unpackFiles(packed, temporary)
    if (!isIntact(folder)) rmSync(folder, { recursive: true, force: true })
    try {
      renameSync(temporary, folder)
    } catch (error) {
      // Another build was faster: its files are as good as ours.
      if (!isIntact(folder)) throw error
    }
  } finally {
    rmSync(temporary, { recursive: true, force: true })
  }
}

async function unpackFiles(packed: string, folder: string): Promise<void> {
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
  const files = paths.map((path) => recordOf(folder, path))
  writeFileSync(
    join(folder, receiptName),
    JSON.stringify({ files } satisfies Receipt, undefined, 2),
    { mode: 0o600, flag: 'wx' },
  )
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

function recordOf(folder: string, path: string): FileRecord {
  const { size, mtimeMs, mode } = lstatSync(join(folder, path))
  const sha256 = createHash('sha256')
    .update(readFileSync(join(folder, path)))
    .digest('hex')
  return { path, size, mtimeMs, mode, sha256 }
}

/** Whether the unpacked files are ours and as we left them; hashing 190 MB at every start would cost too much. */
function isIntact(folder: string): boolean {
  if (!isPrivateFolder(folder)) return false
  if (!isPrivateFolder(join(folder, 'lib'))) return false
  if (!isPrivateFolder(join(folder, 'fonts'))) return false
  try {
    const receipt = JSON.parse(
      readFileSync(join(folder, receiptName), 'utf8'),
    ) as Receipt
    return (
      receipt.files.length > 0 &&
      receipt.files.every((record) => isUnchanged(folder, record))
    )
  } catch {
    // No receipt or a damaged one: unpack again.
    return false
  }
}

function isUnchanged(folder: string, record: FileRecord): boolean {
  const stats = lstatSync(join(folder, record.path))
  return (
    stats.isFile() &&
    stats.uid === getuid?.() &&
    stats.size === record.size &&
    stats.mtimeMs === record.mtimeMs &&
    stats.mode === record.mode
  )
}
