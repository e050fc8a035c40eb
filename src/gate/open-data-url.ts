import { readCoverage } from '../fonts/cmap.ts'
import { readableUrl } from '../model/readable-url.ts'
import { imagePrint } from './image-print.ts'
import { mergeOpened, type OpenedFile } from './opened-file.ts'

const dataUrls =
  /data:([\w.+-]+\/[\w.+-]+)?((?:;[\w-]+=[\w-]+)*)(;base64)?,([\w%+/=.~!*'();:@&$-]*)/g

/** A text without its `data:` URLs, and what these held. */
export interface WithoutData {
  readonly text: string
  readonly data: readonly OpenedFile[]
}

/**
 * Takes the `data:` URLs out of a text and opens them.
 *
 * Fonts and images take most of an HTML file: without them it parses ten times as fast.
 */
export function openDataUrls(source: string): WithoutData {
  const data: OpenedFile[] = []
  const text = source.replaceAll(
    dataUrls,
    (_, type = '', _parameters, base64: string | undefined, body: string) => {
      data.push(openData(String(type), decode(body, base64 !== undefined)))
      return 'data:,'
    },
  )
  return { text, data }
}

/** Opens what stands embedded in another file. */
export function openData(type: string, bytes: Buffer): OpenedFile {
  const isText = /^$|^text\/|[/+](?:svg|xml|json|javascript)/.test(type)
  const { text, data } = isText
    ? openDataUrls(bytes.toString())
    : { text: '', data: [] }
  const own: OpenedFile = {
    parts: isText ? [{ place: 'embedded data', text, isProse: true }] : [],
    urls: [],
    images: type.startsWith('image/') ? [imagePrint(bytes)] : [],
    fontCharacters: type === 'font/ttf' ? charactersOf(bytes) : new Set(),
  }
  // A picture may hold pictures and fonts of its own.
  return mergeOpened([own, ...data])
}

function charactersOf(font: Buffer): Set<string> {
  return new Set(
    Array.from(readCoverage(font), (code) => String.fromCodePoint(code)),
  )
}

function decode(body: string, isBase64: boolean): Buffer {
  return isBase64 ? Buffer.from(body, 'base64') : Buffer.from(readableUrl(body))
}

/**
 * Hashes of the pictures in the HTML of a PDF, by their bytes: the PDF decodes WebP and GIF, and draws SVG.
 *
 * @param html that was printed
 */
export function picturesIn(html: string): string[] {
  const hashes = openDataUrls(html).data.flatMap(({ images }) =>
    images.map(({ sha256 }) => sha256),
  )
  return [...new Set(hashes)]
}
