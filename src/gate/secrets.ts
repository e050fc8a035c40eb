import type { Images } from '../model/image.ts'
import type { LabelledBody, Paper } from '../model/paper.ts'
import { imagePrint, type ImagePrint } from './image-print.ts'
import { percentDecoded } from './opened-file.ts'
import { findableOf, segmentEnd, type Findable } from './node-text.ts'
import { normalise, wordsIn } from './normalise.ts'
import { pixelHash } from './png-pixels.ts'
import { publicContent } from './public-text.ts'

/** Length of the pieces in which answers are searched, in letters and digits: four or five Korean words. */
export const gramLength = 12

/** Shortest word that gives an answer away by itself. */
const wordLength = 6

/** Images up to this many pixels a side are bullets and rules: their size says nothing. */
const smallImage = 16

/** ASCII is in every font, for page numbers and the like. */
const letters = /(?!\p{ASCII})\p{L}/gu

/** The answer that a piece of text comes from. */
export interface Source {
  /** Id of the question, such as `2-3`. */
  readonly question: string
  /** 1-based line of the answer in the paper. */
  readonly line: number
}

/** Everything that gives an answer away and that participants do not read in the questions. */
export interface Secrets {
  /** Pieces of `gramLength` normalised characters. */
  readonly grams: ReadonlyMap<string, Source>
  /** Long words. */
  readonly words: ReadonlyMap<string, Source>
  /** Short answers, as words with one space between two. */
  readonly phrases: ReadonlyMap<string, Source>
  /** Numbers of words that phrases have. */
  readonly phraseLengths: ReadonlySet<number>
  readonly urls: ReadonlyMap<string, Source>
  readonly imageHashes: ReadonlyMap<string, Source>
  /** Hashes of what PDFs keep of a picture. */
  readonly imagePixels: ReadonlyMap<string, Source>
  /** By `width×height`. */
  readonly imageSizes: ReadonlyMap<string, Source>
  /** Letters beyond ASCII. */
  readonly characters: ReadonlyMap<string, Source>
  /** Text that participants may see, normalised. */
  readonly publicText: string
}

type Kind = Exclude<keyof Secrets, 'publicText' | 'phraseLengths'>

const kinds = [
  ...(['grams', 'words', 'phrases', 'urls'] as const),
  ...(['imageHashes', 'imagePixels', 'imageSizes', 'characters'] as const),
] as const satisfies readonly Kind[]

/** By what a piece of content can be recognised. */
type Marks = Readonly<Record<Kind, Iterable<string>>>

/** Finds out by what the answers of a paper can be recognised. */
export function secretsOf(paper: Paper, images: Images): Secrets {
  const open = publicContent(paper)
  const known = marksOf(open, '', images)
  const secrets = perKind(() => new Map<string, Source>())
  const publicMarks = perKind((kind) => new Set(known[kind]))
  for (const { id, answer } of answersOf(paper)) {
    const source = { question: id, line: answer.line }
    const marks = marksOf(findableOf(answer.body), answer.label, images)
    for (const kind of kinds) {
      for (const mark of marks[kind]) {
        if (publicMarks[kind].has(mark) || secrets[kind].has(mark)) continue
        secrets[kind].set(mark, source)
      }
    }
  }
  const phraseLengths = new Set(
    Array.from(secrets.phrases.keys(), (phrase) => phrase.split(' ').length),
  )
  return { ...secrets, phraseLengths, publicText: normalise(open.text) }
}

function perKind<Value>(make: (kind: Kind) => Value): Record<Kind, Value> {
  return Object.fromEntries(kinds.map((kind) => [kind, make(kind)])) as Record<
    Kind,
    Value
  >
}

function answersOf(paper: Paper): { id: string; answer: LabelledBody }[] {
  return paper.topics.flatMap(({ questions }) =>
    questions.flatMap(({ id, line, answers, notes = [] }) =>
      [...answers, ...notes.map((note) => noteBody(note, line))].map(
        (answer) => ({ id, answer }),
      ),
    ),
  )
}

/** What only the presenter may read is searched like an answer. */
function noteBody(value: string, line: number): LabelledBody {
  return {
    label: '',
    body: [{ type: 'paragraph', children: [{ type: 'text', value }] }],
    line,
  }
}

function marksOf(content: Findable, label: string, images: Images): Marks {
  const texts = [content.text, ...content.asides]
  const prints = content.images.flatMap((url) => printOf(url, images))
  return {
    grams: gramsOf(texts.map(normalise)),
    words: texts.flatMap((text) => wordsIn(text).filter(isTelling)),
    phrases: texts.flatMap((text) => phrasesOf(text, label)),
    urls: content.urls.map(percentDecoded),
    imageHashes: [
      ...prints.map(({ sha256 }) => sha256),
      ...content.images.flatMap((url) => images.get(url)?.original ?? []),
    ],
    imagePixels: prints.flatMap(({ pixels }) => pixels ?? []),
    imageSizes: prints.flatMap(sizeOf),
    characters: texts.join('').normalize('NFC').match(letters) ?? [],
  }
}

/** Every piece of `gramLength` characters of normalised texts; a generator, since there are millions. */
function* gramsOf(texts: readonly string[]): Generator<string> {
  for (const text of texts) {
    for (let end = gramLength; end <= text.length; end++) {
      yield text.slice(end - gramLength, end)
    }
  }
}

/** Long, and no number: numbers of pages and points are everywhere. */
function isTelling(word: string): boolean {
  return word.length >= wordLength && /\p{L}/u.test(word)
}

/**
 * Texts too short to have pieces: whole answers, and segments of them, such as the items of a list.
 *
 * `HTTP` counts as found where it stands as a word of its own; `O` and `3` say nothing without the label in front.
 */
function phrasesOf(text: string, label: string): string[] {
  const segments = text.split(segmentEnd).map(wordsIn).filter(isShort)
  const whole = wordsIn(text)
  const labelled = isShort(whole) ? [[...wordsIn(label), ...whole]] : []
  return [...segments, whole, ...labelled]
    .filter((words) => isShort(words) && hasLetters(words))
    .map((words) => words.join(' '))
}

/** One letter says nothing, and twelve make a piece. */
function isShort(words: readonly string[]): boolean {
  const { length } = words.join('')
  return length > 0 && length < gramLength
}

function hasLetters(words: readonly string[]): boolean {
  return words.join('').length > 1 && words.some((word) => /\p{L}/u.test(word))
}

function printOf(url: string, images: Images): ImagePrint[] {
  const dataUrl = images.get(url)?.dataUrl ?? url
  const [, base64] = /^data:[^,]*;base64,(.*)$/s.exec(dataUrl) ?? []
  if (base64 === undefined) return []
  const bytes = Buffer.from(base64, 'base64')
  const pixels = pixelHash(bytes)
  return [{ ...imagePrint(bytes), ...(pixels ? { pixels } : {}) }]
}

/** Size of a picture as a mark; none for vector images, bullets and rules. */
export function sizeOf({ size }: ImagePrint): string[] {
  if (!size || Math.min(size.width, size.height) <= smallImage) return []
  return [`${size.width}×${size.height}`]
}
