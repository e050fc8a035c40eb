import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { galleryName, refuseForeignGallery } from './gallery-folder.ts'
import { readRecord } from './paper-record.ts'
import { writeOutputs } from './write-outputs.ts'
import { wordsOf } from '../config/words.ts'
import type { GalleryPaper } from '../model/gallery-card.ts'
import { isShared, outputNames, type OutputName } from '../model/output.ts'
import type { Lang } from '../model/paper.ts'
import { galleryHtml } from '../render/gallery-html.ts'
import { embedFonts } from '../render/print-html/fonts.ts'

/** How a gallery looks. */
export interface GalleryOptions {
  /** Language of its own words. @default 'ko' */
  readonly lang?: Lang
  /** Folder whose templates win over ours. */
  readonly templates?: string
}

/**
 * Makes the gallery of some papers, fonts included. The same papers give the same bytes.
 *
 * @param papers in the order in which they are shown
 * @param isForParticipants whether it is to stand on a site without the host's files
 * @throws {BuildError} `TEMPLATE_INVALID`
 */
export async function galleryPage(
  papers: readonly GalleryPaper[],
  { lang = 'ko', templates }: GalleryOptions,
  isForParticipants = false,
): Promise<string> {
  const html = galleryHtml(papers, {
    lang,
    words: wordsOf(lang),
    isShared: isForParticipants,
    ...(templates === undefined ? {} : { templates }),
  })
  return (await embedFonts(html)).html
}

/**
 * Writes `index.html` over every paper that the output folder holds, also those of earlier builds.
 *
 * @param out output folder
 * @throws {BuildError} `INVALID_OPTION` when there is an index.html of somebody else, `NOT_WRITABLE`
 */
export async function writeGallery(
  out: string,
  options: GalleryOptions,
): Promise<void> {
  const papers = await papersIn(out)
  if (papers.length === 0) return
  await refuseForeignGallery(out, '--out')
  await writeOutputs(out, [await galleryFile(papers, options)])
}

/**
 * Makes a folder for a static site: the files for participants with a gallery of them, and nothing of the host's.
 *
 * What a paper does not hand out any more is taken off the site, too.
 *
 * @param out output folder, as it is after a build
 * @param site folder of the site
 * @throws {BuildError} `INVALID_OPTION` for a folder that cannot be a site, `NOT_WRITABLE`
 */
export async function writeSite(
  out: string,
  site: string,
  options: GalleryOptions,
): Promise<void> {
  const isOurs = await refuseForeignGallery(site, '--site')
  const papers = (await papersIn(out))
    .map((paper) => ({ ...paper, files: paper.files.filter(isShared) }))
    .filter(({ files }) => files.length > 0)
  const paths = papers.flatMap(pathsOf)
  const files = await Promise.all(
    paths.map(async (path) => ({
      path,
      contents: await readFile(join(out, path)),
    })),
  )
  const stale = isOurs
    ? (await sharedIn(site)).filter((path) => !paths.includes(path))
    : []
  await writeOutputs(
    site,
    [...files, await galleryFile(papers, options, true)],
    stale,
  )
}

async function galleryFile(
  ...page: Parameters<typeof galleryPage>
): Promise<{ path: string; contents: Uint8Array }> {
  return {
    path: galleryName,
    contents: Buffer.from(await galleryPage(...page)),
  }
}

/** Papers of an output folder, sorted as a person would. */
async function papersIn(out: string): Promise<GalleryPaper[]> {
  const papers = await Promise.all(
    (await foldersIn(out)).map(async (folder) => {
      const card = (await readRecord(join(out, folder)))?.card
      const files = card ? await filesIn(join(out, folder)) : []
      return card && (files.length > 0 || card.withheld)
        ? [{ folder, card, files }]
        : []
    }),
  )
  return papers
    .flat()
    .sort((a, b) => a.folder.localeCompare(b.folder, 'ko', { numeric: true }))
}

/** Paths of what a site has for participants. */
async function sharedIn(site: string): Promise<string[]> {
  const found = await Promise.all(
    (await foldersIn(site)).map(async (folder) =>
      pathsOf({
        folder,
        files: (await filesIn(join(site, folder))).filter(isShared),
      }),
    ),
  )
  return found.flat()
}

function pathsOf({
  folder,
  files,
}: Pick<GalleryPaper, 'folder' | 'files'>): string[] {
  return files.map((name) => `${folder}/${name}`)
}

async function foldersIn(path: string): Promise<string[]> {
  const entries = await readdir(path, { withFileTypes: true }).catch(() => [])
  return entries.filter((one) => one.isDirectory()).map(({ name }) => name)
}

async function filesIn(folder: string): Promise<OutputName[]> {
  const found = await Promise.all(
    outputNames.map(async (name) => {
      const stats = await stat(join(folder, name)).catch(() => undefined)
      return stats?.isFile() ? [name] : []
    }),
  )
  return found.flat()
}
