import { isAnimated } from './media-type.ts'
import { imagePrint } from '../gate/image-print.ts'
import type { PageSource } from '../model/browser-page.ts'

/** Pixels of the longer side that are enough for a slide of 1280 on a screen with two pixels for one. */
const mostPixels = 2560

/** What a browser can write; anything else stays as it is. */
const writable = new Set(['image/png', 'image/jpeg', 'image/webp'])

/**
 * Scales an image that has more pixels than any projector shows, with the browser that shows it: the same image comes
 * out with the same bytes.
 *
 * @param bytes of an image
 * @param type its media type
 * @returns `data:` URL, of the image itself where it is small enough or moves; `undefined` for what cannot be drawn
 * @throws {BuildError} when the browser fails
 */
export async function shrink(
  bytes: Uint8Array,
  type: string,
  browser: PageSource,
): Promise<string | undefined> {
  const original = dataUrlOf(bytes, type)
  const { size } = imagePrint(bytes)
  const longest = Math.max(size?.width ?? 0, size?.height ?? 0)
  if (longest <= mostPixels || !writable.has(type) || isAnimated(bytes, type))
    return original
  const scaled = await browser.withPage('<!doctype html>', (page) =>
    page.evaluate(draw, { url: original, type, side: mostPixels }),
  )
  return scaled === '' ? undefined : scaled
}

/** Bytes as a `data:` URL. */
export function dataUrlOf(bytes: Uint8Array, type: string): string {
  return `data:${type};base64,${Buffer.from(bytes).toString('base64')}`
}

/** Runs in the page. Gives an empty text for what is no image. */
async function draw({
  url,
  type,
  side,
}: {
  url: string
  type: string
  side: number
}): Promise<string> {
  const image = new Image()
  image.src = url
  try {
    await image.decode()
  } catch {
    return ''
  }
  const { naturalWidth: width, naturalHeight: height } = image
  const scale = side / Math.max(width, height)
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(width * scale))
  canvas.height = Math.max(1, Math.round(height * scale))
  const context = canvas.getContext('2d')
  if (!context) return ''
  context.imageSmoothingQuality = 'high'
  context.drawImage(image, 0, 0, canvas.width, canvas.height)
  return canvas.toDataURL(type, 0.85)
}
