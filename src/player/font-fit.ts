import type { PlayerSlide } from './deck.ts'

/** Sizes that `[` and `]` go through. */
export const fontSizes = [0.8, 0.9, 1, 1.1, 1.2, 1.35, 1.5, 1.75, 2] as const

/**
 * Enlarges the text of a slide as far as it fits, at most to the wish.
 *
 * @returns the size that was taken
 */
export function fitFont(slide: PlayerSlide, wish: number): number {
  const sizes = fontSizes.filter((size) => size <= wish && size > 1).reverse()
  const size =
    wish <= 1 ? wish : (sizes.find((candidate) => fits(slide, candidate)) ?? 1)
  setFont(slide, size)
  return size
}

function fits(slide: PlayerSlide, size: number): boolean {
  setFont(slide, size)
  const { section } = slide
  return [section, ...section.querySelectorAll('pre, table, div')].every(
    (box) =>
      box.scrollHeight <= box.clientHeight + 1 &&
      box.scrollWidth <= box.clientWidth + 1,
  )
}

function setFont(slide: PlayerSlide, size: number): void {
  slide.element.style.setProperty('--sd-font', String(size))
}
