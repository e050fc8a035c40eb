import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { arch, platform } from 'node:process'
import {
  cacheFolder,
  isOutOfReach,
  isPrivateFolder,
  makePrivateFolder,
} from './private-folder.ts'
import { isIntact } from './unpack-receipt.ts'
import {
  executableName,
  fontConfigurationName,
  unpackFiles,
} from './unpack-files.ts'
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
