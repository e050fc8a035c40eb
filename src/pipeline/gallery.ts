import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { programHash } from './build-key.ts'
import { galleryName, ownGallery } from './gallery-folder.ts'
import type { GalleryOptions } from './gallery-page.ts'
import { readRecord } from './paper-record.ts'
import { sha256 } from './sha256.ts'
import { writeOutputs } from './write-outputs.ts'
import type { PaperRecord } from '../config/paper-record.ts'
import type { GalleryPaper } from '../model/gallery-card.ts'
import {
  isShared,
  outputNames,
  type OutputFile,
  type OutputName,
} from '../model/output.ts'

/** A paper in the output folder. */
interface BuiltPaper extends GalleryPaper {
  /** What was written of it. */
  readonly marks: PaperRecord['files']
}

/**
 * Writes `index.html` over every paper that the output folder holds, also those of earlier builds.
 *
 * Where it is what would be written, nothing is done.
 *
 * @param out output folder
 * @returns how many papers there are; without any there is no gallery
 * @throws {BuildError} `INVALID_OPTION` when there is an index.html of somebody else, `NOT_WRITABLE`
 */
export async function writeGallery(
  out: string,
  options: GalleryOptions,
): Promise<number> {
  const papers = (await papersIn(out)).map(shown)
  const inputs = inputsOf(papers, options)
  const page = await ownGallery(out, '--out')
  if (papers.length > 0 && !page?.includes(inputs))
    await writeOutputs(out, [await galleryFile(papers, options, inputs)])
  return papers.length
}

/**
 * Makes a folder for a static site: the files for participants with a gallery of them, and nothing of the host's.
 *
 * Only files that the gate let pass are copied, byte for byte. What a paper does not hand out any more is taken off the
 * site, too.
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
  const page = await ownGallery(site, '--site')
  const files: OutputFile[] = []
  const papers: GalleryPaper[] = []
  for (const paper of await papersIn(out)) {
    const shared = await passedFiles(out, paper)
    if (shared.size === 0) continue
    papers.push({ ...shown(paper), files: [...shared.keys()] })
    for (const [name, contents] of shared)
      files.push({ path: `${paper.folder}/${name}`, contents })
  }
  const paths = files.map(({ path }) => path)
  const there = page === undefined ? [] : await sharedIn(site)
  const changed = await Promise.all(
    files.map(async (file) => ((await isThere(site, file)) ? [] : [file])),
  )
  const inputs = inputsOf(papers, options)
  const gallery = page?.includes(inputs)
    ? []
    : [await galleryFile(papers, options, inputs, true)]
  await writeOutputs(
    site,
    [...changed.flat(), ...gallery],
    there.filter((path) => !paths.includes(path)),
  )
}

/** The page is loaded only where it is to be made. */
async function galleryFile(
  papers: readonly GalleryPaper[],
  options: GalleryOptions,
  inputs: string,
  isForParticipants = false,
): Promise<OutputFile> {
  const { galleryPage } = await import('./gallery-page.ts')
  const page = await galleryPage(papers, options, inputs, isForParticipants)
  return { path: galleryName, contents: Buffer.from(page) }
}

/** Hash of everything that a gallery is made of; it carries it. */
function inputsOf(
  papers: readonly GalleryPaper[],
  { lang, templates }: GalleryOptions,
): string {
  return programHash(templates)
    .update(JSON.stringify([lang, papers]))
    .digest('hex')
}

function shown({ folder, card, files }: BuiltPaper): GalleryPaper {
  return { folder, card, files }
}

/** Papers of an output folder, sorted as a person would. */
async function papersIn(out: string): Promise<BuiltPaper[]> {
  const papers = await Promise.all(
    (await foldersIn(out)).map(async (folder) => {
      const record = await readRecord(join(out, folder))
      if (!record) return []
      const { card, files: marks } = record
      const files = await filesIn(join(out, folder))
      return files.length > 0 || card.withheld
        ? [{ folder, card, files, marks }]
        : []
    }),
  )
  return papers
    .flat()
    .sort((a, b) => a.folder.localeCompare(b.folder, 'ko', { numeric: true }))
}

/** Contents of a paper's files for participants that are what the gate let pass. */
async function passedFiles(
  out: string,
  { folder, files, marks }: BuiltPaper,
): Promise<Map<OutputName, Uint8Array>> {
  const passed = new Map<OutputName, Uint8Array>()
  for (const name of files.filter(isShared)) {
    const contents = await readFile(join(out, folder, name))
    if (sha256(contents) === marks[name]?.sha256) passed.set(name, contents)
  }
  return passed
}

async function isThere(
  site: string,
  { path, contents }: OutputFile,
): Promise<boolean> {
  const there = await readFile(join(site, path)).catch(() => undefined)
  return there?.equals(contents) ?? false
}

/** Paths of what a site has for participants. */
async function sharedIn(site: string): Promise<string[]> {
  const found = await Promise.all(
    (await foldersIn(site)).map(async (folder) =>
      (await filesIn(join(site, folder)))
        .filter(isShared)
        .map((name) => `${folder}/${name}`),
    ),
  )
  return found.flat()
}

async function foldersIn(path: string): Promise<string[]> {
  const entries = await readdir(path, { withFileTypes: true }).catch(() => [])
  return entries.filter((one) => one.isDirectory()).map(({ name }) => name)
}

/** Outputs in the folder of a paper. */
async function filesIn(folder: string): Promise<OutputName[]> {
  const names = await Promise.all(
    ['host', 'share'].map(async (group) => {
      const path = join(folder, group)
      const entries = await readdir(path, { withFileTypes: true }).catch(
        () => [],
      )
      return entries
        .filter((entry) => entry.isFile())
        .map(({ name }) => `${group}/${name}`)
    }),
  )
  const there = new Set(names.flat())
  return outputNames.filter((name) => there.has(name))
}
