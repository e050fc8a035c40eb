import { openData, openDataUrls } from './open-data-url.ts'
import {
  mergeOpened,
  nothing,
  urlsIn,
  type OpenedFile,
  type Place,
} from './opened-file.ts'

/** Fields of a notebook whose text a person wrote. */
const proseFields = new Set(['source', 'text', 'attachments'])

/**
 * Takes a Jupyter notebook apart: every string of it, in whichever field it stands.
 *
 * @throws {SyntaxError} when it is no JSON
 */
export function openNotebook(source: string): OpenedFile {
  return openValue(JSON.parse(source), [])
}

function openValue(value: unknown, path: readonly string[]): OpenedFile {
  if (typeof value === 'string') return openString(value, path)
  // Jupyter writes a text as one string or as its lines.
  if (Array.isArray(value) && value.every((line) => typeof line === 'string')) {
    return openString(value.join(''), path)
  }
  if (Array.isArray(value)) {
    return mergeOpened(value.map((item) => openValue(item, path)))
  }
  if (typeof value === 'object' && value !== null) {
    return mergeOpened(
      Object.entries(value).flatMap(([key, field]) => [
        openString(key, path),
        openValue(field, [...path, key]),
      ]),
    )
  }
  return openString(String(value), path)
}

function openString(value: string, path: readonly string[]): OpenedFile {
  const type = path.at(-1) ?? ''
  // Attachments and outputs keep pictures by their media type, in base64.
  if (/^(?:image|font|application)\/(?!json|javascript|.*xml)/.test(type)) {
    return openData(type, Buffer.from(value, 'base64'))
  }
  const { text, data } = openDataUrls(withoutReferences(value))
  const isProse =
    path.some((key) => proseFields.has(key)) || type.startsWith('text/')
  return mergeOpened([
    ...data,
    {
      ...nothing,
      parts: [{ place: placeOf(path), text, isProse }],
      urls: urlsIn(text),
    },
  ])
}

function placeOf(path: readonly string[]): Place {
  if (path.includes('metadata')) return 'metadata'
  if (path.includes('attachments')) return 'attachments'
  if (path.includes('outputs')) return 'outputs'
  return path.includes('source') ? 'text' : 'metadata'
}

/** Markdown writers put `&#x20;` where a space would be lost. */
function withoutReferences(markdown: string): string {
  return markdown.replaceAll(
    /&#(?:x([\da-f]{1,6})|(\d{1,7}));/gi,
    (
      reference: string,
      hex: string | undefined,
      decimal: string | undefined,
    ) => {
      const code = hex ? Number.parseInt(hex, 16) : Number(decimal)
      return code <= 0x10ffff ? String.fromCodePoint(code) : reference
    },
  )
}
