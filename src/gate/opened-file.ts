import type { ImagePrint } from './image-print.ts'

/** Where in a file something was found, as the message says it. */
export type Place =
  | 'text'
  | 'metadata'
  | 'bookmarks'
  | 'attributes'
  | 'comments'
  | 'embedded data'
  | 'attachments'
  | 'scripts'
  | 'styles'
  | 'outputs'
  | 'links'
  | 'images'
  | 'fonts'

/** One run of text of a file. */
export interface TextPart {
  readonly place: Place
  readonly text: string
  /**
   * Whether people wrote it. Single words and short answers are searched only here: in a format's own words
   * (`python3`, `display:grid`) they stand by chance.
   */
  readonly isProse: boolean
}

/** A file for participants, taken apart. */
export interface OpenedFile {
  readonly parts: readonly TextPart[]
  readonly urls: readonly string[]
  readonly images: readonly ImagePrint[]
  /** Characters that its fonts can draw. */
  readonly fontCharacters: ReadonlySet<string>
}

/** An opened file in which there is nothing. */
export const nothing: OpenedFile = {
  parts: [],
  urls: [],
  images: [],
  fontCharacters: new Set(),
}

/** Puts together what several parts of a file gave. */
export function mergeOpened(files: readonly OpenedFile[]): OpenedFile {
  return {
    parts: files.flatMap(({ parts }) => parts),
    urls: files.flatMap(({ urls }) => urls),
    images: files.flatMap(({ images }) => images),
    fontCharacters: new Set(
      files.flatMap(({ fontCharacters }) => [...fontCharacters]),
    ),
  }
}

/** Web addresses and targets of Markdown links in a text. */
export function urlsIn(text: string): string[] {
  const addresses = text.match(/\bhttps?:\/\/[^\s<>"'`)\]]+/g) ?? []
  const targets = Array.from(
    text.matchAll(/\]\(\s*<?([^\s<>)]+)/g),
    ([, target = '']) => target,
  )
  return [...addresses, ...targets]
}
