import { readdirSync, type Dirent } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { programHash } from './build-key.ts'
import { galleryName, ownGallery } from './gallery-folder.ts'
import type { GalleryOptions } from './gallery-page.ts'
import { readRecord } from './paper-record.ts'
import type { PaperRecord } from './record-text.ts'
import { sha256 } from './sha256.ts'
import { writeOutputs } from './write-outputs.ts'
import type { GalleryPaper } from '../model/gallery-card.ts'
import { compareNames } from '../model/natural-order.ts'
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
  const papers = papersIn(out).map(shown)
  const inputs = inputsOf(papers, options)
  const page = ownGallery(out, '--out')
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
  const page = ownGallery(site, '--site')
  const files: OutputFile[] = []
  const papers: GalleryPaper[] = []
  for (const paper of papersIn(out)) {
    const shared = await passedFiles(out, paper)
    if (shared.size === 0) continue
    papers.push({ ...shown(paper), files: [...shared.keys()] })
    for (const [name, contents] of shared)
      files.push({ path: `${paper.folder}/${name}`, contents })
  }
  const paths = files.map(({ path }) => path)
  const there = page === undefined ? [] : sharedIn(site)
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
  const hash = programHash(templates).update(JSON.stringify(lang ?? ''))
  // Paper by paper, pictures apart: one Hangul in a text of megabytes makes all of it slow.
  for (const { folder, card, files } of papers) {
    const { thumbnail = '', ...shown } = card
    hash.update(JSON.stringify([folder, shown, files])).update(thumbnail)
  }
  return hash.digest('hex')
}

function shown({ folder, card, files }: BuiltPaper): GalleryPaper {
  return { folder, card, files }
}

/** Papers of an output folder, sorted as a person would. */
function papersIn(out: string): BuiltPaper[] {
  return entriesIn(out)
    .flatMap(({ name: folder }) => {
      const record = readRecord(join(out, folder))
      if (!record) return []
      const { card, files: marks } = record
      const files = filesIn(join(out, folder))
      return files.length > 0 || card.withheld
        ? [{ folder, card, files, marks }]
        : []
    })
    .sort((a, b) => compareNames(a.folder, b.folder))
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
function sharedIn(site: string): string[] {
  return entriesIn(site).flatMap(({ name: folder }) =>
    filesIn(join(site, folder))
      .filter(isShared)
      .map((name) => `${folder}/${name}`),
  )
}

/** Outputs in the folder of a paper. */
function filesIn(folder: string): OutputName[] {
  const there = new Set(
    ['host', 'share'].flatMap((group) =>
      entriesIn(join(folder, group))
        .filter((entry) => entry.isFile())
        .map(({ name }) => `${group}/${name}`),
    ),
  )
  return outputNames.filter((name) => there.has(name))
}

/** What is in a folder; nothing where it cannot be read, or is none. */
function entriesIn(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    return []
  }
}
