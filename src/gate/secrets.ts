import { findableOf, type Findable } from '../model/findable.ts'
import type { Images } from '../model/image.ts'
import { gramsOf, phrasesOf, tellingWords } from '../model/marks.ts'
import { normalise } from '../model/normalise.ts'
import type { LabelledBody, Paper } from '../model/paper.ts'
import { readableUrl } from '../model/readable-url.ts'
import { imagePrint, type ImagePrint } from './image-print.ts'
import { pixelHash } from './png-pixels.ts'
import { publicContent } from './public-text.ts'

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
  const { asides, ...open } = publicContent(paper)
  const known = marksOf({ ...open, asides: [] }, '', images)
  const ofQuestions = new Set(asides)
  const secrets = perKind(() => new Map<string, Source>())
  const publicMarks = perKind((kind) => new Set(known[kind]))
  for (const { id, answer } of answersOf(paper)) {
    const source = { question: id, line: answer.line }
    const marks = marksOf(
      withoutAsides(findableOf(answer.body), ofQuestions),
      answer.label,
      images,
    )
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

/** A picture of the question that the answer shows once more is called the same. */
function withoutAsides(
  content: Findable,
  known: ReadonlySet<string>,
): Findable {
  return {
    ...content,
    asides: content.asides.filter((aside) => !known.has(aside)),
  }
}

function marksOf(content: Findable, label: string, images: Images): Marks {
  const texts = [content.text, ...content.asides]
  const prints = content.images.flatMap((url) => printOf(url, images))
  return {
    grams: gramsOf(texts.map(normalise)),
    words: texts.flatMap(tellingWords),
    phrases: texts.flatMap((text) => phrasesOf(text, label)),
    urls: content.urls.map(readableUrl),
    imageHashes: [
      ...prints.map(({ sha256 }) => sha256),
      ...content.images.flatMap((url) => images.get(url)?.original ?? []),
    ],
    imagePixels: prints.flatMap(({ pixels }) => pixels ?? []),
    imageSizes: prints.flatMap(sizeOf),
    characters: texts.join('').normalize('NFC').match(letters) ?? [],
  }
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
