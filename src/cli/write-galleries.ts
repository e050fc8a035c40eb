import type { Options } from '../config/options.ts'
import { writeGallery, writeSite } from '../pipeline/gallery.ts'

/**
 * Writes the gallery of everything in the output folder, and the site where one is wanted.
 *
 * Apart from the papers: a failed build of one leaves the others in the gallery.
 *
 * @returns how many papers the gallery has
 * @throws {BuildError} `INVALID_OPTION`, `NOT_WRITABLE`
 */
export async function writeGalleries({
  out = 'build',
  site,
  lang,
  templates,
}: Options): Promise<number> {
  const looks = {
    ...(lang === undefined ? {} : { lang }),
    ...(templates === undefined ? {} : { templates }),
  }
  const papers = await writeGallery(out, looks)
  if (site !== undefined) await writeSite(out, site, looks)
  return papers
}
