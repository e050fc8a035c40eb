import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { platform, version, versions } from 'node:process'
import { sandboxState } from '../config/sandbox.ts'
import { BuildError } from '../model/build-error.ts'
import { codeFaces, emojiFace, textFaces } from '../fonts/faces.ts'
import { loadFont } from '../fonts/font-file.ts'
import { launchBrowser } from '../print/launch.ts'
import { cacheFolder, isOutOfReach } from '../print/private-folder.ts'

/** One thing that studydeck needs. */
export interface Diagnosis {
  readonly name: string
  readonly isWell: boolean
  /** What was found. */
  readonly detail: string
  /** What to do about a problem. */
  readonly cure?: string
}

/** What to look at. */
export interface DoctorOptions {
  /** Browser that the user named. */
  readonly browser?: string
  /** Output folder. */
  readonly out: string
}

/**
 * Looks at everything around us that a build needs, one after the other.
 *
 * @param options what to look at
 */
export async function* diagnose(
  options: DoctorOptions,
): AsyncGenerator<Diagnosis> {
  yield nodeVersion()
  yield await browser(options)
  yield sandbox()
  yield await fonts()
  yield await writable(
    'output folder',
    options.out,
    'choose another folder with --out',
  )
  yield await cache()
  yield await writable(
    'temporary folder',
    tmpdir(),
    'set TMPDIR to a folder that you may write to',
  )
}

function nodeVersion(): Diagnosis {
  const [major = 0, minor = 0] = versions.node.split('.').map(Number)
  const isWell = major > 20 || (major === 20 && minor >= 19)
  return {
    name: 'Node.js',
    isWell,
    detail: `${version} on ${platform}`,
    ...(isWell ? {} : { cure: 'install Node.js 20.19 or newer' }),
  }
}

/** Starting it is the only proof. */
async function browser(options: DoctorOptions): Promise<Diagnosis> {
  try {
    const launched = await launchBrowser(
      options.browser === undefined ? {} : { executablePath: options.browser },
      60_000,
    )
    const name = await launched.browser.version()
    const path = launched.browser.process()?.spawnfile ?? ''
    await launched.close()
    return { name: 'browser', isWell: true, detail: `${name}, ${path}` }
  } catch (error) {
    if (!(error instanceof BuildError)) throw error
    const [detail = '', ...cure] = error.message.split(', ')
    return {
      name: 'browser',
      isWell: false,
      detail,
      cure: cure.join(', '),
    }
  }
}

function sandbox(): Diagnosis {
  return { name: 'sandbox', isWell: true, detail: sandboxState() }
}

async function fonts(): Promise<Diagnosis> {
  const faces = [
    ...new Set([
      ...Object.values(textFaces),
      ...Object.values(codeFaces),
      emojiFace,
    ]),
  ]
  const found = await Promise.allSettled(faces.map(loadFont))
  const missing = faces.filter(
    (_, index) => found[index]?.status !== 'fulfilled',
  )
  const named = (list: typeof faces): string =>
    list.map(({ family, weight }) => `${family} ${weight}`).join(', ')
  return missing.length === 0
    ? { name: 'fonts', isWell: true, detail: named(faces) }
    : {
        name: 'fonts',
        isWell: false,
        detail: `Cannot find ${named(missing)}`,
        cure: 'install studydeck again: its packages are not complete',
      }
}

/** One that others could replace is not used: the browser is unpacked at every start. */
async function cache(): Promise<Diagnosis> {
  const folder = cacheFolder()
  const found = await writable(
    'cache folder',
    folder,
    'set XDG_CACHE_HOME to a folder that you may write to',
  )
  return found.isWell && !isOutOfReach(folder)
    ? {
        name: 'cache folder',
        isWell: false,
        detail: `Cannot trust ${folder}, which others could replace`,
        cure: 'take the right to write to the folders above it from others (`chmod go-w`), or set XDG_CACHE_HOME to another',
      }
    : found
}

/** Makes and removes a folder there: permissions alone say nothing about a read-only or full disk. */
async function writable(
  name: string,
  folder: string,
  cure: string,
): Promise<Diagnosis> {
  try {
    const base = await nearestFolder(resolve(folder))
    await rm(await mkdtemp(join(base, '.studydeck-')), { recursive: true })
    return { name, isWell: true, detail: folder }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    return {
      name,
      isWell: false,
      detail: `Cannot write to ${folder} (${code ?? ''})`,
      cure,
    }
  }
}

/** The folder itself, or the one in which it would be made. */
async function nearestFolder(folder: string): Promise<string> {
  const stats = await stat(folder).catch((error: unknown) => {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' && dirname(folder) !== folder) return undefined
    throw error
  })
  return stats ? folder : nearestFolder(dirname(folder))
}
