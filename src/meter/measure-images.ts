import type { ShownImage } from '../layout/boxes.ts'

/**
 * Measures the images of every slide's body, in their order.
 *
 * @returns images by slide
 */
export function measureImages(): ShownImage[][] {
  return [...document.querySelectorAll('.slide > section')].map((section) =>
    [...section.querySelectorAll('img')]
      .filter((image) => !image.closest('h1, header, footer'))
      .map((image) => {
        const { width, height } = image.getBoundingClientRect()
        return { width, height, density: image.naturalWidth / width }
      }),
  )
}
