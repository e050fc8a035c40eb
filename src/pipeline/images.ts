import { readdir, readFile, realpath, stat } from 'node:fs/promises'
import { dirname, isAbsolute, join, sep } from 'node:path'
import type { Image, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import type { EmbeddedImage, Images } from '../model/image.ts'
import { report } from '../model/report.ts'

/** Larger images are refused: a projector page has no use for them, and a file of hundreds of megabytes opens nowhere. */
const mostBytes = 20 * 1024 * 1024

/**
 * Reads the images of a paper, so that every output can carry them inside.
 *
 * Only files at or below the paper's own folder are read; remote images are refused. Whatever cannot be embedded is
 * reported at its line and gets a placeholder later.
 *
 * @param tree the paper
 * @param file its file: gives the folder, takes the messages
 */
export async function loadImages(tree: Root, file: VFile): Promise<Images> {
  const nodes: Image[] = []
  visit(tree, 'image', (node) => {
    nodes.push(node)
  })
  const images = new Map<string, EmbeddedImage>()
  const seen = new Set<string>()
  for (const node of nodes) {
    if (seen.has(node.url)) continue
    seen.add(node.url)
    const image = await loadImage(node, file)
    if (image) images.set(node.url, image)
  }
  return images
}

async function loadImage(
  node: Image,
  file: VFile,
): Promise<EmbeddedImage | undefined> {
  if (/^data:image\/(?:png|jpeg|gif|webp);base64,/i.test(node.url))
    return { dataUrl: node.url }
  if (/^(?:[a-z][a-z\d+.-]+:|\/\/)/i.test(node.url)) {
    report(
      file,
      'image-remote',
      `Unexpected remote image \`${node.url.slice(0, 80)}\`, expected a file beside the paper`,
      node,
      'Save the image next to the paper and link it by its relative path.',
    )
    return undefined
  }
  const bytes = await readBeside(dirname(file.path), node.url)
  const type = bytes && mediaType(bytes)
  if (bytes && type)
    return {
      dataUrl: `data:${type};base64,${Buffer.from(bytes).toString('base64')}`,
    }
  report(
    file,
    'image-missing',
    bytes
      ? `Unexpected content of \`${node.url}\`, expected a PNG, JPEG, GIF, WebP or SVG image`
      : `Unexpected image \`${node.url}\`, expected a readable file of at most 20 MB in the paper's folder`,
    node,
    'Check the path: it is relative to the paper and may not leave its folder.',
  )
  return undefined
}

/** Bytes of a file at or below a folder; `undefined` when there is none, it lies elsewhere, or it is too large. */
async function readBeside(
  folder: string,
  url: string,
): Promise<Buffer | undefined> {
  const root = await realpath(folder)
  for (const name of spellings(url)) {
    try {
      const path = await realpath(await onDisk(root, name))
      if (!path.startsWith(root.endsWith(sep) ? root : root + sep)) continue
      const stats = await stat(path)
      if (stats.isFile() && stats.size <= mostBytes) return await readFile(path)
    } catch {
      // Not under this spelling: the next one, or none, says so to the caller.
    }
  }
  return undefined
}

/** A URL may be percent-encoded and carry a query; a name on disk may look like either. */
function spellings(url: string): Set<string> {
  const plain = url.replace(/[?#].*$/, '')
  return new Set(
    [url, decoded(url), plain, decoded(plain)].filter(
      (name) => name !== '' && !isAbsolute(name),
    ),
  )
}

/** The path under the name that the disk has for it: macOS writes decomposed Hangul, everyone else types it composed. */
async function onDisk(folder: string, name: string): Promise<string> {
  let path = folder
  for (const part of name.split('/')) {
    const exact = join(path, part)
    if (part === '' || /^\.{1,2}$/.test(part)) path = exact
    else {
      const names = await readdir(path)
      const same = names.find((one) => one.normalize() === part.normalize())
      path =
        names.includes(part) || same === undefined ? exact : join(path, same)
    }
  }
  return path
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url)
  } catch {
    return url
  }
}

/** Media type by the file's first bytes, since extensions lie. */
function mediaType(bytes: Buffer): string | undefined {
  const head = bytes.subarray(0, 12).toString('latin1')
  if (head.startsWith('\x89PNG\r\n')) return 'image/png'
  if (head.startsWith('\xff\xd8\xff')) return 'image/jpeg'
  if (/^GIF8[79]a/.test(head)) return 'image/gif'
  if (/^RIFF[\s\S]{4}WEBP/.test(head)) return 'image/webp'
  const text = bytes.subarray(0, 1024).toString('utf8')
  return /^\uFEFF?\s*(?:<\?xml|<!--|<!DOCTYPE svg|<svg)/i.test(text)
    ? 'image/svg+xml'
    : undefined
}
