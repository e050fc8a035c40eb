/** An image as a slide shows it, in CSS pixels. */
export interface ShownImage {
  readonly width: number
  readonly height: number
  /** Pixels that the file has for one that is shown; 1 where it is shown as it is. */
  readonly density: number
}

/**
 * Measures the images of every slide's body, in their order.
 *
 * Runs in the page: everything that it needs stands inside.
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
