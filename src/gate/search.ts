import { gramLength } from '../model/marks.ts'
import { normalise, wordsIn } from '../model/normalise.ts'
import { readableUrl } from '../model/readable-url.ts'
import { type OpenedFile, type Place, type TextPart } from './opened-file.ts'
import { sizeOf, type Secrets, type Source } from './secrets.ts'

/** Something of an answer that stands in a file. */
export interface Finding extends Source {
  readonly place: Place
  /** What was found: normalised text, an address, `picture`, or a character. */
  readonly excerpt: string
}

/**
 * Searches an opened file for everything that gives an answer away.
 *
 * @param programText text of templates and scripts, normalised; asked only when something was found
 */
export function search(
  file: OpenedFile,
  secrets: Secrets,
  programText: () => string,
): Finding[] {
  const isKnown = (text: string): boolean =>
    secrets.publicText.includes(text) || programText().includes(text)
  return [
    ...file.parts.flatMap((part) => searchText(part, secrets, isKnown)),
    ...searchUrls(file.urls, secrets),
    ...searchImages(file, secrets),
    ...searchFonts(file, secrets, isKnown),
  ]
}

function searchText(
  part: TextPart,
  secrets: Secrets,
  isKnown: (text: string) => boolean,
): Finding[] {
  const { place } = part
  const finding = (excerpt: string, source: Source): Finding => ({
    ...source,
    place,
    excerpt,
  })
  const runs = searchGrams(normalise(part.text), secrets, isKnown)
  const words = part.isProse ? searchWords(part.text, secrets) : []
  const more = words.filter(([found]) => {
    const text = found.replaceAll(' ', '')
    return !isKnown(text) && !runs.some(([run]) => run.includes(text))
  })
  return [...runs, ...more].map(([found, source]) => finding(found, source))
}

function searchWords(text: string, secrets: Secrets): [string, Source][] {
  const words = wordsIn(text)
  return [
    ...matches(new Set(words), secrets.words),
    ...matches(sequencesOf(words, secrets), secrets.phrases),
  ]
}

/** Every sequence of words that is as long as some short answer. */
function sequencesOf(
  words: readonly string[],
  { phraseLengths }: Secrets,
): Set<string> {
  const sequences = new Set<string>()
  for (const length of phraseLengths) {
    for (let end = length; end <= words.length; end++) {
      sequences.add(words.slice(end - length, end).join(' '))
    }
  }
  return sequences
}

/** Runs of pieces that follow each other, each with the answer of its first piece. */
function searchGrams(
  text: string,
  { grams }: Secrets,
  isKnown: (text: string) => boolean,
): [string, Source][] {
  const runs: [string, Source][] = []
  let end = -1
  for (let start = 0; start + gramLength <= text.length; start++) {
    const gram = text.slice(start, start + gramLength)
    const source = grams.get(gram)
    if (!source || isKnown(gram)) continue
    const last = runs.at(-1)
    if (last && start <= end) last[0] += text.slice(end, start + gramLength)
    else runs.push([gram, source])
    end = start + gramLength
  }
  return runs
}

function matches(
  values: Iterable<string>,
  secrets: ReadonlyMap<string, Source>,
): [string, Source][] {
  return [...values].flatMap((value): [string, Source][] => {
    const source = secrets.get(value)
    return source ? [[value, source]] : []
  })
}

function searchUrls(urls: readonly string[], secrets: Secrets): Finding[] {
  return matches(new Set(urls.map(readableUrl)), secrets.urls).map(
    ([excerpt, source]) => ({
      ...source,
      place: 'links',
      excerpt,
    }),
  )
}

function searchImages(file: OpenedFile, secrets: Secrets): Finding[] {
  const hashes = file.images.map(({ sha256 }) => sha256)
  const pixels = file.images.flatMap((image) => image.pixels ?? [])
  const sources = [
    ...matches(new Set(hashes), secrets.imageHashes),
    ...matches(new Set(pixels), secrets.imagePixels),
    ...matches(new Set(file.images.flatMap(sizeOf)), secrets.imageSizes),
  ]
  return sources.map(([, source]) => ({
    ...source,
    place: 'images',
    excerpt: 'picture',
  }))
}

/** A font may draw a character of an answer only where the file's own text has it too, or our own words do. */
function searchFonts(
  file: OpenedFile,
  secrets: Secrets,
  isKnown: (text: string) => boolean,
): Finding[] {
  const found = matches(file.fontCharacters, secrets.characters)
  if (found.length === 0) return []
  const own = new Set(
    file.parts.map(({ text }) => text.normalize('NFC')).join(''),
  )
  return found
    .filter(([letter]) => !own.has(letter) && !isKnown(normalise(letter)))
    .map(([excerpt, source]) => ({ ...source, place: 'fonts', excerpt }))
}
