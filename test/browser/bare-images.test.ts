import { afterAll, expect, test } from 'vitest'
import { bareImage } from '../../src/images/bare/index.ts'
import { Browser } from '../../src/pipeline/browser.ts'
import { noted, plainImages } from '../support/noted-image.ts'

const browser = new Browser()

afterAll(() => browser.close())

/** Width, height and pixels of an image as the browser shows it. */
function pixelsOf(bytes: Uint8Array, type: string): Promise<string> {
  const url = `data:${type};base64,${Buffer.from(bytes).toString('base64')}`
  return browser.withPage('<!doctype html>', (page) =>
    page.evaluate(async (src) => {
      const image = new Image()
      image.src = src
      await image.decode()
      const canvas = document.createElement('canvas')
      canvas.width = image.naturalWidth
      canvas.height = image.naturalHeight
      const context = canvas.getContext('2d')
      context?.drawImage(image, 0, 0)
      const all = context?.getImageData(0, 0, canvas.width, canvas.height)
      return `${canvas.width}×${canvas.height} ${all?.data.join() ?? ''}`
    }, url),
  )
}

test.each(
  plainImages.flatMap((image) =>
    [1, 6].map((orientation) => ({ ...image, orientation })),
  ),
)(
  'without its notes, $type turned by $orientation looks the same',
  async ({ type, bytes, orientation }) => {
    const image = noted(bytes, type, '쓰기 지연 로그', orientation)
    const shown = await pixelsOf(image, type)
    expect(await pixelsOf(bareImage(image, type), type)).toBe(shown)
    const isTurned =
      orientation === 6 && ['image/png', 'image/jpeg'].includes(type)
    expect(shown).toMatch(isTurned ? /^8×12 / : /^12×8 /)
  },
)
