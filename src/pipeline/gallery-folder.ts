import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { BuildError } from '../model/build-error.ts'

/** Name of the gallery's file. */
export const galleryName = 'index.html'

/**
 * Checks that the folders of a build may get a gallery, before any work is done.
 *
 * @param out output folder
 * @param site folder of a static site, if there is to be one
 * @throws {BuildError} `INVALID_OPTION`
 */
export function checkGalleryFolders(out: string, site?: string): void {
  ownGallery(out, '--out')
  if (site === undefined) return
  if (resolve(site) === resolve(out))
    throw new BuildError(
      'INVALID_OPTION',
      `Cannot make a site of the output folder ${out} itself, which has the answers, choose another folder with --site`,
    )
  ownGallery(site, '--site')
}

/**
 * Reads the gallery of a folder. Somebody else's page must not be lost to a folder named by mistake.
 *
 * @param folder that is to get a gallery
 * @param flag that names another one
 * @returns the page; `undefined` where there is none yet
 * @throws {BuildError} `INVALID_OPTION` where there is a page of somebody else
 */
export function ownGallery(folder: string, flag: string): Buffer | undefined {
  const path = join(folder, galleryName)
  const page = pageAt(path)
  if (
    page === undefined ||
    page.includes('<meta name="generator" content="studydeck">')
  )
    return page
  throw new BuildError(
    'INVALID_OPTION',
    `Cannot write ${path}, which studydeck did not make, choose another folder with ${flag}`,
  )
}

function pageAt(path: string): Buffer | undefined {
  try {
    return readFileSync(path)
  } catch {
    // Not there yet; where it may not be read, writing it tells.
    return undefined
  }
}
