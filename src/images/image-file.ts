import { readdir, readFile, realpath, stat } from 'node:fs/promises'
import { isAbsolute, join, sep } from 'node:path'
import {
  shownUrl,
  tooLarge,
  type FoundImage,
  type ImageProblem,
} from './found-image.ts'
import { standardLimits } from '../model/limits.ts'

/**
 * Reads an image at or below the folder of its paper. Links that lead out of it are not followed: whoever wrote the
 * paper need not be whoever builds it.
 *
 * @param folder of the paper
 * @param url as the author wrote it, with `/`
 * @param most megabytes that it may have
 */
export async function readImageFile(
  folder: string,
  url: string,
  most: number = standardLimits.image,
): Promise<FoundImage> {
  const root = await realpath(folder)
  let problem: ImageProblem | undefined
  for (const name of spellings(url)) {
    const read = await readBelow(root, name, url, most)
    if ('bytes' in read) return read
    // Of several spellings, the one that leads to something says best what is wrong.
    if (!problem || !isMissing(read.problem)) problem = read.problem
  }
  return { problem: problem ?? missing(url) }
}

/** A URL may be percent-encoded and carry a query; a name on disk may look like either. */
function spellings(url: string): Set<string> {
  const plain = url.replace(/[?#].*$/, '')
  return new Set(
    [url, decoded(url), plain, decoded(plain)].filter((name) => name !== ''),
  )
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url)
  } catch {
    // A lone `%` is no escape.
    return url
  }
}

async function readBelow(
  root: string,
  name: string,
  url: string,
  most: number,
): Promise<FoundImage> {
  if (isAbsolute(name)) return { problem: outside(url) }
  try {
    const path = await realpath(await onDisk(root, name))
    if (!path.startsWith(root.endsWith(sep) ? root : root + sep))
      return { problem: outside(url) }
    const stats = await stat(path)
    if (!stats.isFile()) return { problem: missing(url) }
    if (stats.size > most * 1024 ** 2) return { problem: tooLarge(url, most) }
    return { bytes: await readFile(path) }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    return { problem: code === 'EACCES' ? unreadable(url) : missing(url) }
  }
}

/** The path under the name that the disk has for it: macOS writes decomposed Hangul, everyone else types it composed. */
async function onDisk(folder: string, name: string): Promise<string> {
  let path = folder
  for (const part of name.split('/')) {
    const exact = join(path, part)
    if (part === '' || /^\.{1,2}$/.test(part)) path = exact
    else {
      const names = await readdir(path)
      const same = names.find((one) => one.normalize() === part.normalize())
      path =
        names.includes(part) || same === undefined ? exact : join(path, same)
    }
  }
  return path
}

const missingNote =
  'Check the path: it is relative to the paper, and capital letters count.'

function missing(url: string): ImageProblem {
  return {
    reason: `Unexpected image \`${shownUrl(url)}\` that is not there, expected a file in the paper's folder`,
    note: missingNote,
  }
}

function isMissing({ note }: ImageProblem): boolean {
  return note === missingNote
}

function outside(url: string): ImageProblem {
  return {
    reason: `Unexpected image \`${shownUrl(url)}\` outside the paper's folder, expected a file in it`,
    note: 'Copy it next to the paper and link the copy by its relative path.',
  }
}

function unreadable(url: string): ImageProblem {
  return {
    reason: `Unexpected image \`${shownUrl(url)}\` that may not be read, expected a readable file`,
    note: 'Give yourself the right to read it.',
  }
}
