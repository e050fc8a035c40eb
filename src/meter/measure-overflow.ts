/**
 * Measures how far the content of every slide of the page reaches beyond its place.
 *
 * @returns pixels by slide; at most 1 where the slide fits
 */
export function measureOverflow(): number[] {
  return [...document.querySelectorAll<HTMLElement>('.slide > section')].map(
    overflowOf,
  )
}

function overflowOf(section: HTMLElement): number {
  const frame = section.getBoundingClientRect()
  const bottom =
    frame.bottom - parseFloat(getComputedStyle(section).paddingBottom)
  const inner = [...section.querySelectorAll('*')].filter(
    (element) =>
      element.matches('.katex-base') ||
      !element.closest('header, footer, .katex, svg'),
  )
  return Math.max(
    0,
    ...inner.map((element) => {
      const rect = element.getBoundingClientRect()
      if (rect.width === 0 || rect.height === 0) return 0
      // The parts of a formula are taller than its ink.
      if (element.matches('.number, .katex-base'))
        return rect.right - frame.right
      return Math.max(
        rect.bottom - bottom,
        frame.top - rect.top,
        rect.right - frame.right,
        frame.left - rect.left,
      )
    }),
  )
}
