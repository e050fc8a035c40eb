import subsetFont from 'subset-font'
import type { Face } from './faces.ts'
import { loadFont } from './font-file.ts'
import { keepRecent } from '../model/keep-recent.ts'

/**
 * Features that show the author's characters well. Not `calt` and `liga`: they turn `->` into another character's
 * picture, and their glyphs would come into the subset without being in the text.
 */
const keepFeatures = ['ccmp', 'kern', 'locl', 'mark', 'mkmk']

/** A paper has a dozen, of which its outputs share some; papers that are built at once do not hinder each other. */
const mostSubsets = 40

const subsets = new Map<string, Promise<Buffer>>()

/**
 * Makes a TrueType font of some characters of a face; the same characters give the same bytes.
 *
 * @param characters code points that the face covers
 */
export function subsetFace(
  face: Face,
  characters: ReadonlySet<number>,
): Promise<Buffer> {
  const text = String.fromCodePoint(...[...characters].sort((a, b) => a - b))
  const key = `${face.package}/${face.file} ${text}`
  const subset = subsets.get(key) ?? makeSubset(face, text)
  keepRecent(subsets, key, subset, mostSubsets)
  return subset
}

async function makeSubset(face: Face, text: string): Promise<Buffer> {
  const { bytes } = await loadFont(face)
  return await subsetFont(bytes, text, {
    targetFormat: 'sfnt',
    keepFeatures,
    noHinting: true,
  })
}
