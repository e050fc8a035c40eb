import { dirname } from 'node:path'
import type { Image, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { bareImage } from './bare/index.ts'
import { cleanSvg } from './clean-svg.ts'
import {
  shownUrl,
  tooLarge,
  type FoundImage,
  type ImageProblem,
} from './found-image.ts'
import { readImageFile } from './image-file.ts'
import { mediaType } from './media-type.ts'
import { fetchImage } from './remote-image.ts'
import { dataUrlOf, shrink } from './shrink.ts'
import { imagePrint } from '../gate/image-print.ts'
import { standardLimits, type Limits } from '../model/limits.ts'
import type { PageSource } from '../model/browser-page.ts'
import type { EmbeddedImage, Images } from '../model/image.ts'
import { report } from '../model/report.ts'

/** How images are loaded. */
export interface ImageOptions {
  /** Scales images that are larger than any projector shows. */
  readonly browser: PageSource
  /** Whether images on the web are fetched. @default false */
  readonly allowRemote?: boolean
  /** What one image may cost. @default the usual */
  readonly limits?: Limits
}

/**
 * Loads the images of a paper, so that every output can carry them inside.
 *
 * Only files at or below the paper's own folder are read; remote images are fetched only where that is allowed. Whatever
 * cannot be embedded is reported at its line and gets a placeholder later.
 *
 * @param tree the paper
 * @param file its file: gives the folder, takes the messages
 * @throws {BuildError} when the browser fails
 */
export async function loadImages(
  tree: Root,
  file: VFile,
  options: ImageOptions,
): Promise<Images> {
  const nodes = new Map<string, Image>()
  visit(tree, 'image', (node) => {
    if (!nodes.has(node.url)) nodes.set(node.url, node)
  })
  const images = new Map<string, EmbeddedImage>()
  for (const [url, node] of nodes) {
    const loaded = await load(url, dirname(file.path), options)
    if ('dataUrl' in loaded) images.set(url, loaded)
    else {
      const { rule = 'image-missing', reason, note } = loaded.problem
      report(file, rule, reason, node, note)
    }
  }
  return images
}

async function load(
  url: string,
  folder: string,
  options: ImageOptions,
): Promise<EmbeddedImage | { problem: ImageProblem }> {
  const found = await find(url, folder, options)
  if ('problem' in found) return found
  const most = options.limits?.pixels ?? standardLimits.pixels
  const { size, sha256: original } = imagePrint(found.bytes)
  if (size && size.width * size.height > most * 1e6)
    return { problem: tooLarge(url, most, 'megapixels') }
  const dataUrl = await embed(found.bytes, options.browser)
  return dataUrl === undefined
    ? { problem: noImage(url) }
    : { dataUrl, original }
}

async function find(
  url: string,
  folder: string,
  { allowRemote = false, limits }: ImageOptions,
): Promise<FoundImage> {
  const [, base64] = /^data:image\/[^;,]+;base64,(.*)$/is.exec(url) ?? []
  if (base64 !== undefined) return { bytes: Buffer.from(base64, 'base64') }
  if (!/^(?:[a-z][a-z\d+.-]+:|\/\/)/i.test(url))
    return readImageFile(folder, url, limits?.image)
  return allowRemote && /^https?:/i.test(url)
    ? fetchImage(url, undefined, limits?.image)
    : { problem: remote(url) }
}

async function embed(
  bytes: Uint8Array,
  browser: PageSource,
): Promise<string | undefined> {
  const type = mediaType(bytes)
  if (type !== 'image/svg+xml')
    return type && shrink(bareImage(bytes, type), type, browser)
  const svg = await cleanSvg(Buffer.from(bytes).toString())
  return svg && dataUrlOf(Buffer.from(svg), type)
}

function remote(url: string): ImageProblem {
  return {
    rule: 'image-remote',
    reason: `Unexpected remote image \`${shownUrl(url)}\`, expected a file beside the paper`,
    note: /^https?:/i.test(url)
      ? 'Save the image next to the paper and link it by its relative path, or fetch it with --allow-remote.'
      : 'Save the image next to the paper and link it by its relative path.',
  }
}

function noImage(url: string): ImageProblem {
  return {
    reason: `Unexpected content of \`${shownUrl(url)}\`, expected a PNG, JPEG, GIF, WebP, AVIF or SVG image`,
    note: 'Open it in a browser: where that shows nothing, save the image anew.',
  }
}
